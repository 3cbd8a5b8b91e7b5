import {
  DutyConflict,
  EventKnown,
  EventStore,
  KeyReused,
  LeaseLost,
  StaleAuthority,
  StreamMissing,
  VersionConflict,
  type Append,
  type Appended,
  type ExpectedVersion,
} from '#event-store';
import { pool } from '#platform';
import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { createDatabase, query, type TestDatabase } from '../support/database';
import { eventually } from '../support/eventually';
import { someEvent, someEvents } from './events';

let db: TestDatabase;
let app: Pool;
let store: EventStore;
beforeAll(async () => {
  db = await createDatabase();
  app = pool(db.url, 'kyogi_app', { size: 60 });
  store = new EventStore(app);
});
afterAll(async () => {
  await app.end();
  await db.drop();
});

const stream = () => `s-${randomUUID()}`;
const append = (streamId: string, expected: ExpectedVersion, more: Partial<Append> = {}) =>
  store.append({ streamId, expected, events: [someEvent()], ...more });
const receipt = (key: string, fingerprint = 'f') => ({ scope: 'tests', key, fingerprint });
const count = async (table: string, where: string) =>
  Number((await query(db.url, `SELECT count(*) AS n FROM ${table} WHERE ${where}`))[0]!.n);

/** A repetition looks the position up. */
const withoutPosition = ({ position: _, ...appended }: Appended) => appended;

describe('the stream', () => {
  it('is read after a version, with its receipt, in the order of versions', async () => {
    const s = stream();
    const first = await append(s, 'none', {
      events: someEvents(5),
      receipt: receipt(s),
      meta: { actor: 'a' },
      summary: '{"ok":1}',
    });
    expect(first).toMatchObject({ streamId: s, version: 5, replayed: false, summary: '{"ok":1}' });
    expect(first.lastId! - first.firstId!).toBe(4);
    const opened = await store.open(s, 2, receipt(s));
    expect(opened.events.map((event) => [event.version, event.data.n])).toEqual([
      [3, 2],
      [4, 3],
      [5, 4],
    ]);
    expect(opened.events[0]).toMatchObject({
      streamId: s,
      type: 'SomethingHappened',
      v: 1,
      meta: { actor: 'a' },
    });
    expect(opened.events[0]!.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    expect(opened).toMatchObject({
      version: 5,
      authorityEpoch: 1,
      receipt: { ...withoutPosition(first), replayed: true },
    });
    expect(await store.open(stream(), 0)).toEqual({
      version: 0,
      authorityEpoch: 1,
      events: [],
      receipt: null,
    });
  });

  it('keeps text of any script and the largest safe integers as they were', async () => {
    const s = stream();
    const data = {
      題: '協議「AI指針」\n𠮷野家 👨‍👩‍👧',
      yen: Number.MAX_SAFE_INTEGER,
      deep: [{ a: [null, false, 0.1] }],
    };
    await append(s, 'none', { events: [someEvent(data)] });
    expect((await store.open(s)).events[0]!.data).toEqual(data);
  });
});

// ES-5
describe('the expected version', () => {
  const table: [ExpectedVersion, number, number | 'VersionConflict' | 'StreamMissing'][] = [
    ['none', 0, 1],
    ['none', 2, 'VersionConflict'],
    [0, 0, 1],
    [0, 2, 'VersionConflict'],
    ['exists', 0, 'StreamMissing'],
    ['exists', 2, 3],
    ['any', 0, 1],
    ['any', 2, 3],
    [2, 2, 3],
    [1, 2, 'VersionConflict'],
    [3, 2, 'VersionConflict'],
    [2, 0, 'VersionConflict'],
  ];
  it.each(table)('%p on a stream at version %p gives %p', async (expected, at, outcome) => {
    const s = stream();
    if (at > 0) await append(s, 'none', { events: someEvents(at) });
    const result = await append(s, expected).then(
      (done) => done.version,
      (error: Error) => error,
    );
    if (outcome === 'VersionConflict') expect(result).toEqual(new VersionConflict(at));
    else if (outcome === 'StreamMissing') expect(result).toBeInstanceOf(StreamMissing);
    else expect(result).toBe(outcome);
    expect((await store.open(s)).version).toBe(typeof outcome === 'number' ? outcome : at);
  });

  it('is refused when it is nonsense, or when a new stream would have no event', async () => {
    await expect(append(stream(), -1)).rejects.toMatchObject({ code: '22023' });
    await expect(append(stream(), 1.5)).rejects.toMatchObject({ code: '22023' });
    await expect(append(stream(), 'none', { events: [] })).rejects.toMatchObject({ code: '22023' });
    const s = stream();
    await append(s, 'none');
    expect(await append(s, 1, { events: [] })).toMatchObject({ version: 1, firstId: null, lastId: null });
  });

  const raw = (client: PoolClient, streamId: string, expected: ExpectedVersion) =>
    client.query('SELECT append_events($1) AS done', [
      JSON.stringify({ streamId, expected, events: [someEvent()] }),
    ]);

  // Two sessions by hand: the second meets the uncommitted write of the first, and waits.
  it.each<[ExpectedVersion, 'COMMIT' | 'ROLLBACK', number, string | number]>([
    ['none', 'COMMIT', 0, 'KY412'],
    ['none', 'ROLLBACK', 0, 1],
    ['any', 'COMMIT', 0, 2],
    ['any', 'ROLLBACK', 0, 1],
    ['exists', 'COMMIT', 1, 3],
    ['exists', 'ROLLBACK', 1, 2],
    [1, 'COMMIT', 1, 'KY412'],
    [1, 'ROLLBACK', 1, 2],
  ])(
    '%p, met by a second session before the first says %s (stream at %p): %p',
    async (expected, end, at, outcome) => {
      const s = stream();
      if (at > 0) await append(s, 'none');
      const [one, two] = [await app.connect(), await app.connect()];
      try {
        await one.query('BEGIN');
        await raw(one, s, expected);
        const { pid } = (await two.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]!;
        const second = raw(two, s, expected).then(
          (done) => (done.rows[0] as { done: { version: number } }).done.version,
          (error: { code: string }) => error.code,
        );
        await eventually(async () =>
          expect(await count('pg_stat_activity', `pid = ${pid} AND wait_event_type = 'Lock'`)).toBe(1),
        );
        await one.query(end);
        expect(await second).toBe(outcome);
      } finally {
        one.release();
        two.release();
      }
    },
  );

  it('lets exactly one of 50 writers of one version through', async () => {
    const s = stream();
    await append(s, 'none');
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => append(s, 1)));
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toEqual(new VersionConflict(2));
  });
});

// ES-4
describe('a repeated command', () => {
  it('has one effect and 50 identical answers when its 50 copies come at once', async () => {
    const s = stream();
    const copies = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        append(s, 'none', { receipt: receipt(s), summary: `answer of copy ${i}` }),
      ),
    );
    expect(
      new Set(copies.map((copy) => JSON.stringify({ ...withoutPosition(copy), replayed: true }))).size,
    ).toBe(1);
    expect(copies.filter((copy) => !copy.replayed)).toHaveLength(1);
    expect(await count('events', `stream_id = '${s}'`)).toBe(1);
  });

  it('creates one stream when each copy brings a stream id of its own', async () => {
    const key = randomUUID();
    const copies = await Promise.all(
      Array.from({ length: 50 }, () => append(stream(), 'none', { receipt: receipt(key) })),
    );
    expect(new Set(copies.map((copy) => copy.streamId)).size).toBe(1);
    expect((await store.open(stream(), 0, receipt(key))).receipt?.streamId).toBe(copies[0]!.streamId);
  });

  it('is refused when it says something else under the same key', async () => {
    const s = stream();
    await append(s, 'none', { receipt: receipt(s) });
    await expect(append(s, 1, { receipt: receipt(s, 'other') })).rejects.toBeInstanceOf(KeyReused);
    await expect(store.open(s, 0, receipt(s, 'other'))).rejects.toBeInstanceOf(KeyReused);
    expect(
      await append(s, 1, { receipt: { ...receipt(s, 'other'), scope: 'another subject' } }),
    ).toMatchObject({ version: 2 });
  });

  it('may be tried again under its key after a refusal, for a refusal leaves no receipt', async () => {
    const s = stream();
    await expect(append(s, 7, { receipt: receipt(s) })).rejects.toBeInstanceOf(VersionConflict);
    expect(await append(s, 'none', { receipt: receipt(s) })).toMatchObject({ version: 1, replayed: false });
  });

  it('does not write an event id twice, whatever its key', async () => {
    const event = someEvent();
    await append(stream(), 'none', { events: [event] });
    await expect(append(stream(), 'none', { events: [event] })).rejects.toBeInstanceOf(EventKnown);
  });

  it('is remembered for 30 days and no less', async () => {
    const s = stream();
    await append(s, 'none', { receipt: receipt(s) });
    await append(s, 1, { receipt: receipt(`${s}-new`) });
    await query(db.url, `UPDATE receipts SET recorded_at = now() - interval '31 days' WHERE key = $1`, [s]);
    expect((await app.query('SELECT prune_receipts() AS n')).rows).toEqual([{ n: '1' }]);
    expect(await count('receipts', `stream_id = '${s}'`)).toBe(1);
    await expect(app.query(`SELECT prune_receipts('29 days')`)).rejects.toMatchObject({ code: '22023' });
  });
});

describe('authority', () => {
  beforeAll(() =>
    query(
      db.url,
      `CREATE TABLE rights (person text); CREATE CONSTRAINT TRIGGER rights_bump AFTER INSERT OR UPDATE OR DELETE ON rights
       DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION bump_authority(); INSERT INTO rights VALUES ('a'), ('b')`,
    ),
  );

  it('rises once per transaction that changes who may do what, and refuses a decision made before', async () => {
    const s = stream();
    const { authorityEpoch } = await store.open(s);
    expect(authorityEpoch).toBe(2);
    expect(await append(s, 'none', { authorityEpoch })).toMatchObject({ version: 1 });
    await query(db.url, `DELETE FROM rights WHERE person = 'a'`);
    await expect(append(s, 1, { authorityEpoch })).rejects.toBeInstanceOf(StaleAuthority);
    expect(await append(s, 1, { authorityEpoch: authorityEpoch + 1 })).toMatchObject({ version: 2 });
  });

  it('cannot be withdrawn between the check of a command and its commit', async () => {
    const s = stream();
    const { authorityEpoch } = await store.open(s);
    const deciding = await app.connect();
    await deciding.query('BEGIN');
    await deciding.query('SELECT append_events($1)', [
      JSON.stringify({ streamId: s, expected: 'none', events: [someEvent()], authorityEpoch }),
    ]);
    let withdrawn = false;
    const withdrawal = query(db.url, `DELETE FROM rights WHERE person = 'b'`).then(() => (withdrawn = true));
    await eventually(async () =>
      expect(
        await count('pg_stat_activity', `wait_event_type = 'Lock' AND datname = current_database()`),
      ).toBe(1),
    );
    expect(withdrawn).toBe(false);
    await deciding.query('COMMIT');
    deciding.release();
    await withdrawal;
    await expect(append(s, 1, { authorityEpoch })).rejects.toBeInstanceOf(StaleAuthority);
  });
});

describe('work', () => {
  const dueAt = '2027-01-05T16:00:00+09:00';
  const work = (key: string, more = {}) => ({
    key,
    kind: 'command' as const,
    name: 'TickClock',
    payload: { clock: key },
    dueAt,
    ...more,
  });
  const items = (s: string) =>
    query(
      db.url,
      'SELECT item_key, epoch, state, outcome FROM work_items WHERE stream_id = $1 ORDER BY item_key, epoch',
      [s],
    );
  const idOf = async (s: string) =>
    Number((await query(db.url, 'SELECT id FROM work_items WHERE stream_id = $1', [s]))[0]!.id);

  it('is armed with the events; arming a key again raises its epoch and cancels the former', async () => {
    const s = stream();
    await append(s, 'none', { arm: [work(`${s}/a`), work(`${s}/b`)] });
    await append(s, 1, { arm: [work(`${s}/a`)] });
    await append(s, 2, { arm: [work(`${s}/a`, { epoch: 1 })] });
    expect((await items(s)).map((item) => [item.item_key, item.epoch, item.state])).toEqual([
      [`${s}/a`, 0, 'cancelled'],
      [`${s}/a`, 1, 'due'],
      [`${s}/b`, 0, 'due'],
    ]);
  });

  it('is disarmed by key or by prefix, in its own stream only, before new work is armed', async () => {
    const [s, other] = [stream(), stream()];
    await append(s, 'none', { arm: [work('c/1'), work('c/2'), work('d'), work('d2')] });
    await append(other, 'none', { arm: [work('c/3')] });
    await append(s, 1, { disarm: ['c/*', 'd'], arm: [work('c/2')] });
    expect((await items(s)).filter((item) => item.state === 'due').map((item) => item.item_key)).toEqual([
      'c/2',
      'd2',
    ]);
    expect((await items(other))[0]).toMatchObject({ state: 'due' });
  });

  it('is settled with the effect of its command, once', async () => {
    const s = stream();
    await append(s, 'none', { arm: [work(s)] });
    const settle = { id: await idOf(s), fence: 0, outcome: 'ticked' };
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => append(s, 'exists', { settle })));
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(LeaseLost);
    expect((await items(s))[0]).toMatchObject({ state: 'done', outcome: 'ticked' });
    expect((await store.open(s)).version).toBe(2);
  });

  it('whose lease went to another writes nothing', async () => {
    const s = stream();
    await append(s, 'none', { arm: [work(s)] });
    await query(db.url, 'UPDATE work_items SET fence = 1 WHERE stream_id = $1', [s]);
    await expect(append(s, 1, { settle: { id: await idOf(s), fence: 0 } })).rejects.toBeInstanceOf(LeaseLost);
    expect((await store.open(s)).version).toBe(1);
  });

  it('is not armed when the command is refused', async () => {
    const s = stream();
    await expect(append(s, 4, { arm: [work(s)] })).rejects.toBeInstanceOf(VersionConflict);
    expect(await items(s)).toEqual([]);
  });
});

// WF-8
describe('four-eyes in the database', () => {
  const duty = (person: string, duty: string, scope = 'filing') => ({ scope, person, duty });

  it('refuses a second duty of one person in one scope of a case, and writes nothing', async () => {
    const s = stream();
    await append(s, 'none', { duties: [duty('sato', 'drafter')] });
    await expect(append(s, 1, { duties: [duty('sato', 'approver')] })).rejects.toBeInstanceOf(DutyConflict);
    expect((await store.open(s)).version).toBe(1);
    expect(await append(s, 1, { duties: [duty('suzuki', 'approver')] })).toMatchObject({ version: 2 });
  });

  it('allows the same duty again, another scope, and another case', async () => {
    const s = stream();
    await append(s, 'none', { duties: [duty('sato', 'drafter')] });
    await append(s, 1, { duties: [duty('sato', 'drafter'), duty('sato', 'reviewer', 'endorsement')] });
    await append(stream(), 'none', { duties: [duty('sato', 'approver')] });
    expect(await count('duties', `stream_id = '${s}'`)).toBe(2);
  });

  it('holds when both duties are taken at the same moment', async () => {
    const s = stream();
    await append(s, 'none');
    const both = await Promise.allSettled([
      append(s, 'exists', { duties: [duty('sato', 'drafter')] }),
      append(s, 'exists', { duties: [duty('sato', 'approver')] }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
