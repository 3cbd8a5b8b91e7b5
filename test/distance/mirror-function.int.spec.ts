import { erased, type WholeEvent } from '#contracts';
import { EventStore, readLog } from '#event-store';
import { dataSource, pool } from '#platform';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { ulid } from 'ulid';
import { MirrorWriter } from '../../apps/headquarters/src/mirror/writer.js';
import { Given, Story } from '../headquarters/given-events';
import { createDatabase, query, type TestDatabase } from '../support/database';

let origin: TestDatabase;
let events: WholeEvent[];
let copy: TestDatabase;
let projector: DataSource;
let writer: MirrorWriter;
let app: Pool;

beforeAll(async () => {
  origin = await createDatabase();
  const given = new Given(origin.url);
  for (const story of [new Story().filed(), new Story('guideline').accepted(), new Story().endorsed()])
    await given.tell(story);
  await given.end();
  const reading = pool(origin.url, 'kyogi_verifier', { size: 1 });
  events = await readLog(async (sql, values) => (await reading.query<object>(sql, values)).rows, 0, 1_000);
  await reading.end();
}, 60_000);
afterAll(() => origin?.drop());

beforeEach(async () => {
  copy = await createDatabase();
  projector = await dataSource(copy.url, 'kyogi_projector', { size: 2 }).initialize();
  writer = new MirrorWriter(projector);
  app = pool(copy.url, 'kyogi_app', { size: 1 });
}, 60_000);
afterEach(async () => {
  await app.end();
  await projector.destroy();
  await copy.drop();
});

const event = () => ({ eventId: randomUUID(), type: 'X', v: 1, data: {} });
const append = () => new EventStore(app).append({ streamId: ulid(), expected: 'none', events: [event()] });

describe('the function that a mirror is written by', () => {
  it('writes events at their positions with all they have, however often it is called', async () => {
    expect(await writer.write(events.slice(0, 5))).toBe(5);
    expect(await writer.write(events.slice(2))).toBe(events.length);
    expect(await writer.write(events)).toBe(events.length);
    const sql = `SELECT l.position, e.* FROM event_log l JOIN events e ON e.id = l.event_id ORDER BY 1`;
    expect(await query(copy.url, sql)).toEqual(await query(origin.url, sql));
    const streams = 'SELECT * FROM streams ORDER BY 1';
    expect(await query(copy.url, streams)).toEqual(await query(origin.url, streams));
  });

  it('refuses a gap, before and between, and writes nothing of it', async () => {
    await expect(writer.write(events.slice(1))).rejects.toMatchObject({ code: 'KY416', detail: '1' });
    await writer.write(events.slice(0, 3));
    await expect(writer.write([events[3]!, events[5]!])).rejects.toMatchObject({
      code: 'KY416',
      detail: '5',
    });
    expect(await writer.head()).toBe(3);
  });

  it.each<[string, (one: WholeEvent) => WholeEvent]>([
    ['id', (one) => ({ ...one, eventId: randomUUID() })],
    ['data', (one) => ({ ...one, data: { ...one.data, more: 1 } })],
    ['actor', (one) => ({ ...one, meta: { ...one.meta, actor: { person: 'somebody else' } } })],
    ['type', (one) => ({ ...one, type: 'DossierFiled' })],
    ['time', (one) => ({ ...one, recordedAt: '2020-01-01T00:00:00.000000Z' })],
    ['stream', (one) => ({ ...one, streamId: ulid() })],
  ])('refuses an event whose %s is not the one it has', async (_, forge) => {
    await writer.write(events);
    await expect(writer.write([forge(events[1]!)])).rejects.toMatchObject({ code: 'KY417', detail: '2' });
  });

  it('refuses an event that is not the next of its stream', async () => {
    const torn = { ...events[1]!, version: 7 };
    await expect(writer.write([events[0]!, torn])).rejects.toMatchObject({ code: 'KY417', detail: '2' });
  });

  it('makes the database one in which nothing can be recorded any more', async () => {
    await writer.write(events);
    await expect(append()).rejects.toMatchObject({ code: 'KY423' });
    const empty = { streamId: events[0]!.streamId, expected: 'exists' as const, events: [] };
    const receipt = { scope: 's', key: 'k', fingerprint: 'f' };
    await expect(new EventStore(app).append({ ...empty, receipt })).rejects.toMatchObject({ code: 'KY423' });
    expect(await query(copy.url, 'SELECT count(*)::int AS n FROM events')).toEqual([{ n: events.length }]);
  });

  it('refuses a database in which something was recorded, and leaves it as it was', async () => {
    await append();
    await expect(writer.write(events)).rejects.toMatchObject({ code: 'KY423' });
    await expect(append()).resolves.toMatchObject({ replayed: false });
    expect(await query(copy.url, 'SELECT * FROM mirror')).toEqual([]);
  });

  it('is not for the processes that record', async () => {
    await expect(app.query("SELECT mirror_events('[]')")).rejects.toMatchObject({ code: '42501' });
  });

  it('lets delegations and subscriptions follow from their events, as at home', async () => {
    const delegationId = ulid();
    const terms = {
      role: 'DESK',
      organ: 'METI',
      kind: 'STANDING',
      validFrom: '2026-01-01',
      validTo: '2026-02-01',
    };
    const granted: WholeEvent = {
      ...{
        ...events[0]!,
        position: events.length + 1,
        id: 90_000,
        eventId: randomUUID(),
        streamId: delegationId,
      },
      ...{
        version: 1,
        type: 'DelegationGranted',
        data: { delegationId, from: 'a', to: 'b', ...terms, reason: 'r' },
      },
    };
    await writer.write([...events, granted]);
    const rows = await query(copy.url, 'SELECT id, to_person, organ FROM identity.delegations');
    expect(rows).toEqual([{ id: delegationId, to_person: 'b', organ: 'METI' }]);
  });

  it('erases the words of a copied event when it is told so, whether they came before or were gone already', async () => {
    const { data, eventId, streamId } = events[0]!;
    const contact = ['version', 'body', 'head', 'contact'];
    const removed = [[...contact, 'extension']];
    const last = events.filter((one) => one.streamId === streamId).length;
    const erasure: WholeEvent = {
      ...{ ...events[0]!, position: events.length + 1, id: 90_001, eventId: randomUUID() },
      ...{ version: last + 1, type: 'PayloadErased' },
      data: { eventId, position: 1, paths: [[...contact, 'bureau'], ...removed], removed, reason: 'r' },
    };
    const bare = structuredClone(data) as {
      version: { body: { head: { contact: Record<string, string> } } };
    };
    bare.version.body.head.contact.bureau = erased;
    expect(delete bare.version.body.head.contact.extension).toBe(true);
    const stored = async () =>
      (await query(copy.url, 'SELECT data FROM events WHERE event_id = $1', [eventId]))[0]?.data;
    await writer.write(events);
    expect(await stored()).toEqual(data);
    // It begins anew with its last event, whose words are gone at home; the fact is to come.
    expect(await writer.write([{ ...events[0]!, data: bare }])).toBe(events.length);
    expect(await stored()).toEqual(data);
    await writer.write([erasure]);
    expect(await stored()).toEqual(bare);
    // Neither the copy of it that travelled before the erasure is another event, nor the one that travels now.
    await writer.write([events[0]!, ...events.slice(1)]);
    await writer.write([{ ...events[0]!, data: bare }]);
    expect(await stored()).toEqual(bare);

    const late = await createDatabase();
    const db = await dataSource(late.url, 'kyogi_projector', { size: 1 }).initialize();
    const now = [{ ...events[0]!, data: bare }, ...events.slice(1), erasure];
    expect(await new MirrorWriter(db).write(now)).toBe(now.length);
    expect(await query(late.url, 'SELECT data FROM events ORDER BY id LIMIT 1')).toEqual([{ data: bare }]);
    await db.destroy();
    await late.drop();
  });
});
