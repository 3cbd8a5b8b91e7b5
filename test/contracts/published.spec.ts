import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { asyncapi, feedContracts, gapSchema, schemaDocuments, type Json } from '#contracts';
import { instancesOf } from './arbitrary';

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
const document = plain(asyncapi());

/** What the AsyncAPI initiative's own parser finds amiss in each. */
const faultsOf = (documents: Json[]): string[][] => {
  const input = JSON.stringify(documents);
  const found = execFileSync(process.execPath, [join(__dirname, 'asyncapi-faults.mjs')], { input });
  return JSON.parse(found.toString()) as string[][];
};

describe('the AsyncAPI document', () => {
  it('is valid to the initiative’s own parser, which finds what is amiss', () => {
    const [whole, lacking] = faultsOf([document, { ...document, components: {}, channels: {} }]);
    expect(whole).toEqual([]);
    expect(lacking).not.toEqual([]);
  });

  it('says where one cabinet’s feed is', () => {
    const places = { cabinet: 'japan', door: 'http://127.0.0.1:4500', nats: 'nats://127.0.0.1:4222' };
    expect(asyncapi(places)).toMatchObject({
      servers: {
        door: { host: '127.0.0.1:4500', protocol: 'http' },
        broker: { host: '127.0.0.1:4222', protocol: 'nats' },
      },
      channels: { jetstream: { address: 'kyogi.japan.feed.{subscription}' } },
    });
  });

  it('has a message for every event, on every way of delivery', () => {
    const { channels } = document as { channels: Record<string, { messages: Json }> };
    const names = [...feedContracts().map(({ name }) => name), 'DeliveryGap'].sort();
    for (const channel of ['stream', 'webhook', 'jetstream'])
      expect(Object.keys(channels[channel]?.messages ?? {}).sort()).toEqual(names);
  });

  it('refers only to what it has', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, ref = '']) => ref);
    expect(refs.length).toBeGreaterThan(100);
    for (const ref of new Set(refs))
      expect(
        ref.split('/').reduce<unknown>((node, key) => (node as Json | undefined)?.[key], document),
      ).toBeDefined();
  });

  it('has examples that its own schemas allow', () => {
    const ajv = addFormats(new Ajv({ strict: false })).addSchema({
      ...document,
      $id: 'https://feed.example/x.json',
    });
    const { messages } = document['components'] as {
      messages: Record<string, { examples?: { payload: Json }[] }>;
    };
    const examples = Object.entries(messages).flatMap(([title, { examples: each = [] }]) =>
      each.map(({ payload }) => [title, payload] as const),
    );
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const [title, payload] of examples) {
      expect(
        ajv.validate(`https://feed.example/x.json#/components/schemas/${title}`, payload) ? [] : ajv.errors,
      ).toEqual([]);
      const both = { ...payload, data: payload['data'] ?? {}, dataref: '/v1/events/x', prevsequence: 1 };
      expect(ajv.validate(`https://feed.example/x.json#/components/schemas/${title}`, both)).toBe(false);
    }
  });
});

describe('the schema that dataschema names', () => {
  const documents = schemaDocuments();

  it('is there for every event and for the notice of a gap, by its own address', () => {
    expect(documents.size).toBe(feedContracts().length + 1);
    for (const [place, { $id }] of documents) expect($id).toBe(`https://kyogi.example/schemas/${place}`);
    expect([...documents.values()].map(({ $id }) => $id)).toContain(gapSchema);
  });

  it('allows what is sent, and a member of a later release', () => {
    for (const { type, strict } of feedContracts()) {
      const ajv = addFormats(new Ajv({ strict: false, validateSchema: true }));
      const published = [...documents.values()].find(({ title }) => title === type) as Json;
      const allowed = ajv.compile(published);
      for (const instance of fc.sample(instancesOf(strict), 3)) {
        expect(allowed(instance) ? [] : allowed.errors).toEqual([]);
        expect(allowed({ ...(instance as object), fromLater: 1 })).toBe(true);
      }
    }
  });

  it('allows a dossier type and a subject of a later release, and no half of a known one', () => {
    const ajv = addFormats(new Ajv({ strict: false }));
    const allowed = ajv.compile(documents.get('dossier-drafted.v1.json') as Json);
    const strict = feedContracts().find(({ name }) => name === 'DossierDrafted')?.strict as Json;
    const [sample] = fc.sample(instancesOf(strict), 1) as { version: { body: Json } }[];
    const withBody = (body: Json) => ({ ...sample, version: { ...sample?.version, body } });
    expect(allowed(withBody({ type: 'treaty', anything: 1 }))).toBe(true);
    expect(allowed(withBody({ type: 'initiative' }))).toBe(false);
  });
});
