import { randomUUID } from 'node:crypto';
import { ulid } from 'ulid';
import { InboxPage, type InboxItem, type Principal } from '#contracts';
import { EventStore } from '#event-store';
import { pool } from '#platform';
import type { Pool } from 'pg';
import { InboxQuery } from '../../apps/headquarters/src/http/requests.js';
import { readInbox } from '../../apps/headquarters/src/queries/inbox.js';
import { at, Desk, secretariat } from './desk';

let desk: Desk;
let app: Pool;
beforeAll(async () => {
  desk = await Desk.open();
  app = pool(desk.database.url, 'kyogi_app', { size: 2 });
});
afterAll(async () => {
  await app.end();
  await desk.close();
});

const actor = { person: 'kyogi', organ: 'HQ', role: 'SYSTEM' };

/** Writes facts of a subscription of METI. Returns the position of the last. */
const facts = async (id: string, ...events: [string, object][]): Promise<number> => {
  let position = 0;
  for (const [type, data] of events) {
    const appended = await new EventStore(app).append({
      ...{ streamId: id, expected: 'any' },
      events: [{ eventId: randomUUID(), type, v: 1, data: { subscriptionId: id, ...data } }],
      meta: {
        actor,
        command: 'x',
        commandId: randomUUID(),
        correlationId: 'r',
        occurredAt: '2026-04-01T00:00:00.000Z',
      },
    });
    position = Number(appended.position);
  }
  return position;
};

const opened = (id: string): [string, object] => [
  'SubscriptionOpened',
  {
    ...{
      organ: 'METI',
      scope: 'government',
      eyes: ['*'],
      name: '統計システム',
      filter: {},
      mode: 'strict',
      after: 0,
    },
    transport: { kind: 'webhook', url: `https://hooks.example.jp/${id}`, signature: 'v1' },
  },
];
const stopped = (by: string): [string, object] => [
  'SubscriptionDisabled',
  { organ: 'METI', name: '統計システム', by, reason: 'HTTP 410' },
];
const goesOn: [string, object] = ['SubscriptionEnabled', { reason: '復旧' }];
const ends: [string, object] = ['SubscriptionEnded', { reason: '廃止' }];

const inbox = async (principal: Principal, position: number, state = 'open'): Promise<InboxItem[]> => {
  const wanted = InboxQuery.parse({ state });
  const read = await desk.read(principal, ['inbox'], (rows) => readInbox(rows, wanted, new Date()), position);
  return InboxPage.parse(read.answer).items;
};

describe('the inbox of an organ whose subscription was stopped by the machine', () => {
  it.each(['gone', 'failing', 'no-consent'])('has a task until it goes on: %s', async (by) => {
    const id = ulid();
    const position = await facts(id, opened(id), stopped(by));
    const [item, ...others] = await inbox(at('METI'), position);
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      ...{
        kind: `subscription-${by}`,
        dossierId: null,
        about: { subscriptionId: id },
        notice: false,
        role: null,
      },
      title: { ja: '統計システム' },
    });
    expect([/配信/.test(item!.sentence.ja), /subscription/.test(item!.sentence.en)]).toEqual([true, true]);
    expect(await inbox(secretariat, position)).toEqual([]);
    expect(await inbox(at('METI'), await facts(id, goesOn))).toEqual([]);
    const done = await inbox(at('METI'), position, 'done');
    expect(done.filter(({ about }) => about?.subscriptionId === id)).toHaveLength(1);
  });

  it('has none any more when the subscription has ended, and none at all when its owner stopped it', async () => {
    const [id, own] = [ulid(), ulid()];
    expect(await inbox(at('METI'), await facts(own, opened(own), stopped('owner')))).toEqual([]);
    expect(await inbox(at('METI'), await facts(id, opened(id), stopped('gone')))).toHaveLength(1);
    expect(await inbox(at('METI'), await facts(id, ends))).toEqual([]);
  });
});
