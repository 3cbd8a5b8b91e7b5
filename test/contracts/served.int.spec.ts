import { asyncapi, feedContracts, gapSchema, type FeedEvent } from '#contracts';
import { delivery } from '../../apps/delivery/src/app';
import { pullAll, subscribe } from '../delivery/subscriber';
import { TestApp } from '../support/app';
import { query } from '../support/database';
import { guidelineAt, talkedAt } from '../support/journey';
import { assertFeedEvents } from './feed-checks';

let door: TestApp;
let app: TestApp;
let events: FeedEvent[];
beforeAll(async () => {
  door = await TestApp.start();
  app = await TestApp.start(delivery, {}, door);
  await app.register('secretary', 'SECR_REVIEWER', 'HQ');
  for (const way of ['ESCALATED', 'ADOPTED', 'RECORDED', 'OBJECTED', 'REWORDED']) await talkedAt(door, way);
  await guidelineAt(door, 'IN_FORCE');
  const [row] = await query(app.database.url, 'SELECT max(position)::int AS head FROM event_log');
  const id = await subscribe(app, 'secretary', { organ: 'HQ', scope: 'organ', after: 0 });
  events = await pullAll(app, 'secretary', id, row?.head as number);
}, 120_000);
afterAll(async () => {
  await app?.close();
  await door?.close();
});

describe('what delivery serves to whoever reads the feed', () => {
  it('is the AsyncAPI document, to anybody and to be kept for a while', async () => {
    const { status, headers, json } = await app.send('/asyncapi.json');
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=3600']);
    expect(headers.get('content-type')).toMatch('application/json');
    expect(json).toEqual(JSON.parse(JSON.stringify(asyncapi({ cabinet: 'japan' }))));
  });

  it('is the schema that each event and each notice of a gap names', async () => {
    const named = new Set([gapSchema, ...events.map(({ dataschema }) => dataschema)]);
    expect(named.size).toBeGreaterThan(20);
    for (const address of named) {
      const { status, headers, json } = await app.send(new URL(address).pathname);
      expect([status, json.$id]).toEqual([200, address]);
      expect(headers.get('content-type')).toMatch('application/schema+json');
    }
  });

  it('is no other schema', async () => {
    for (const place of ['nothing.v1.json', '..%2f..%2fpackage.json', 'dossier-filed.v2.json'])
      expect((await app.send(`/schemas/${place}`)).status).toBe(404);
  });
});

describe('the events of whole cases, from the draft to the guideline in force', () => {
  it('are CloudEvents, and what the documents say', () => {
    expect(events.length).toBeGreaterThan(100);
    assertFeedEvents(events);
    const types = new Set(feedContracts().map(({ type }) => type));
    expect(events.filter(({ type }) => !types.has(type))).toEqual([]);
  });
});
