import { readFileSync } from 'node:fs';
import path from 'node:path';
import { asyncapi, events, gapType, parseEvent, type Json, type LedgerEvent } from '#contracts';
import { cloudEvent } from '../../apps/delivery/src/feed/announce';
import { deliveryText } from '../../apps/delivery/src/feed/delivery-text';
import { assertFeedEvents } from './feed-checks';

const id = '01JB2M8X6T7N9Q4R5S3V1W0YZA';
const stored = readFileSync(path.join(__dirname, '../fixtures/events.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((text) => JSON.parse(text) as { type: string; v: number; data: unknown });

const recorded = stored.map(({ type, v, data }, index) => ({
  ...parseEvent(type, v, data),
  ...{ position: index + 1, eventId: `3b5c9f0a-7a51-4d0b-8a6e-${String(index).padStart(12, '0')}` },
  ...{ streamId: id, version: index + 1, v, recordedAt: '2026-06-01T01:00:00.012Z' },
  meta: {
    actor: { person: 'meti-desk', organ: 'METI', role: 'DESK' as const },
    ...{ command: 'x', commandId: 'x', correlationId: 'c-1', occurredAt: '2026-06-01T01:00:00.000Z' },
  },
})) as LedgerEvent[];

const delivered = (event: LedgerEvent, marking: 1 | 2): Json => {
  const announced = cloudEvent(event, { marking, withData: marking === 1 }, 'japan');
  return JSON.parse(deliveryText(JSON.stringify(announced), event.position)) as Json;
};

const examplesOf = (name: string): Json[] => {
  const { components } = asyncapi() as unknown as {
    components: { messages: Record<string, { name: string; examples: { payload: Json }[] }> };
  };
  const found = Object.values(components.messages).find((message) => message.name === name);
  return (found?.examples ?? []).map(({ payload }) => payload);
};

describe('every event that was released', () => {
  it('is delivered as a CloudEvent that the AsyncAPI document describes, with its data or by reference', () => {
    expect(new Set(recorded.map(({ type }) => type)).size).toBe(events.length);
    assertFeedEvents(recorded.map((event) => delivered(event, 1)));
    assertFeedEvents(recorded.map((event) => delivered(event, 2)));
  });

  it('is delivered without the person who acted', () => {
    const text = JSON.stringify(recorded.map((event) => delivered(event, 1)));
    expect(text).not.toContain('meti-desk');
  });
});

describe('the check of what is delivered', () => {
  const [whole = {}] = examplesOf('org.kyogi.dossier-filed.v1');
  const [gap = {}] = examplesOf(gapType);

  it('lets the examples of the AsyncAPI document and a notice of a gap through', () => {
    expect(() => assertFeedEvents([whole, gap])).not.toThrow();
  });

  const { prevsequence: _prevsequence, ...chainless } = whole;
  const { source: _source, ...homeless } = whole;
  it.each<[string, Json, RegExp]>([
    ['a person in the data', { ...whole, data: { ...(whole['data'] as Json), person: 'x' } }, /the data/],
    ['data of another kind', { ...whole, data: { stage: 'FILED' } }, /AsyncAPI message: \/data/],
    ['an extension that nobody declared', { ...whole, surprise: 'x' }, /the envelope/],
    ['a name of an extension that CloudEvents forbids', { ...whole, 'x-person': 'x' }, /extension x-person/],
    ['a number as text', { ...whole, streamversion: '8' }, /streamversion/],
    ['no number before', chainless, /prevsequence/],
    ['no source', homeless, /no CloudEvent/],
    ['an unknown type', { ...whole, type: 'org.kyogi.nothing.v1' }, /no message is called/],
    ['data and a reference', { ...whole, dataref: '/v1/events/x' }, /AsyncAPI message/],
    [
      'the schema of the event at its gap',
      { ...gap, dataschema: whole['dataschema'] },
      /envelope.*dataschema/s,
    ],
  ])('refuses %s', (_, event, reason) => {
    expect(() => assertFeedEvents([event])).toThrow(reason);
  });
});
