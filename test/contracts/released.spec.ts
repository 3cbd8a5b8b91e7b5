import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { digest } from '#commands';
import {
  asyncapi,
  feedContracts,
  feedFaults,
  type Json,
  type ReleasedFeed,
  type ReleasedOperations,
} from '#contracts';
import { nextFeed, nextOperations } from '../../apps/delivery/src/contract/releases';

const root = path.join(__dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const feed = read('test/fixtures/feed-schemas.json') as ReleasedFeed;
const operations = read('test/fixtures/operations.json') as ReleasedOperations;
const api = readdirSync(path.join(root, 'docs/api')).filter((name) => name.endsWith('.openapi.json'));
const documents = Object.fromEntries(
  api.map((name) => [name.split('.')[0] ?? '', read(`docs/api/${name}`) as Json]),
);

describe('what consumers of the feed were promised', () => {
  it('is kept, or the event has a new version', () => {
    expect(feedFaults(feed, feedContracts())).toEqual([]);
  });

  it('is written down for every event, and nobody edited it (npm run specs writes it)', () => {
    expect(feed).toEqual(JSON.parse(JSON.stringify(nextFeed(feed))));
    for (const { sha256, schema } of Object.values(feed)) expect(sha256).toBe(digest(schema));
  });

  it('is in the AsyncAPI document (npm run specs writes it)', () => {
    expect(read('docs/api/asyncapi.json')).toEqual(JSON.parse(JSON.stringify(asyncapi())));
  });

  it('cannot be broken unnoticed: the place and the way out are named', () => {
    const current = feedContracts().map(({ type, strict }) => {
      const { sha256: _sha256, ...properties } = strict['properties'] as Json;
      return type === 'org.kyogi.dossier-filed.v1'
        ? { type, strict: { ...strict, properties } }
        : { type, strict };
    });
    expect(feedFaults(feed, current)).toEqual([
      'org.kyogi.dossier-filed.v1: sha256: it is gone; give the event a new version (v2) and keep v1',
    ]);
    const without = current.filter(({ type }) => type !== 'org.kyogi.item-placed.v1');
    expect(feedFaults(feed, without)).toContainEqual(
      'org.kyogi.item-placed.v1 was released and is gone: keep it among the earlier versions',
    );
  });

  it('is not overwritten by what breaks it', () => {
    const [type = ''] = Object.keys(feed);
    const narrower = { ...feed, [type]: { sha256: '', schema: { type: 'string' } } };
    expect(() => nextFeed(narrower)).toThrow(`${type}: (the data itself): another type`);
  });
});

describe('what callers were promised', () => {
  it('is there: no operation is gone, and each is written down (npm run specs writes it)', () => {
    expect(nextOperations(operations, documents)).toEqual(operations);
  });

  it('cannot be taken away unnoticed', () => {
    const { intake = {} } = documents;
    const { '/v1/filings': _gone, ...paths } = intake['paths'] as Json;
    expect(() => nextOperations(operations, { ...documents, intake: { ...intake, paths } })).toThrow(
      'intake: POST /v1/filings was released and is gone',
    );
  });

  it.each(api)('is valid OpenAPI in %s, to a validator of others', async (name) => {
    const { errors } = await new Validator().validate(read(`docs/api/${name}`) as Json);
    expect(errors ?? []).toEqual([]);
  });

  it('would be refused as OpenAPI with an operation that answers nothing', async () => {
    const document = { openapi: '3.1.0', info: { title: 'x' }, paths: { '/x': { get: { responses: 1 } } } };
    expect((await new Validator().validate(document)).valid).toBe(false);
  });
});
