import { Pool } from 'pg';
import { WorkItems, WorkList } from '#messaging';
import { connection } from '#platform';
import { createDatabase, query, type TestDatabase } from '../support/database.js';

const STREAM = 's500';
jest.setTimeout(60_000);

let db: TestDatabase;
let session: Pool;
beforeEach(async () => {
  db = await createDatabase();
  // No statistics may come meanwhile, and one session keeps the plans that it made while the table was empty.
  await query(db.url, 'ALTER TABLE work_items SET (autovacuum_enabled = off)');
  const options = connection(db.url, 'kyogi_app');
  session = new Pool({
    ...options,
    options: `${options.options} -c plan_cache_mode=force_generic_plan`,
    max: 1,
  });
});
afterEach(async () => {
  await session?.end();
  await db?.drop();
});

/** Rows of work_items that were read so far, through which index or without one. */
const rowsRead = async (): Promise<Record<string, number>> => {
  await session.query('SELECT pg_stat_force_next_flush()');
  await session.query('SELECT 1');
  const rows = await query(
    db.url,
    `SELECT indexrelname AS by, idx_tup_read::int AS n FROM pg_stat_user_indexes WHERE relname = 'work_items'
     UNION ALL SELECT 'no index', seq_tup_read::int FROM pg_stat_user_tables WHERE relname = 'work_items'`,
  );
  return Object.fromEntries(rows.map(({ by, n }) => [by, n])) as Record<string, number>;
};

const fill = (count: number) =>
  query(
    db.url,
    `INSERT INTO work_items (item_key, stream_id, kind, name, due_at)
     SELECT 'k' || n, 's' || n / 3, CASE WHEN n % 2 = 0 THEN 'command' ELSE 'step' END, 'TickClock',
       clock_timestamp() - interval '1 hour' FROM generate_series(1, ${count}) n`,
  );

/** Every statement that takes one item, looks for the next and settles it. */
const turn = async (): Promise<void> => {
  const items = new WorkItems(session);
  const list = new WorkList(session);
  const rows = await session.query<{ id: string }>(
    "SELECT id FROM work_items WHERE stream_id = $1 AND state = 'due'",
    [STREAM],
  );
  for (const { id } of [...rows.rows, { id: '0' }]) {
    const item = (await items.claim({ id: Number(id), epoch: 0 }, 1_000, new Date())) ?? {
      id: 0,
      fence: 1,
      attempts: 1,
    };
    await items.snooze(item, 0);
    await items.finish(item, 'done');
    await list.unhint({ id: Number(id), epoch: 0 }, new Date());
    await items.next(STREAM, new Date());
  }
};

describe('a session that began while there was no work', () => {
  it.each([
    ['an empty table', ''],
    ['a table that was found empty', 'VACUUM ANALYZE work_items'],
  ])('takes and settles one of 100,000 due items without reading the others, after %s', async (_, before) => {
    if (before) await query(db.url, before);
    await turn();
    await fill(100_000);
    const atFirst = await rowsRead();
    await turn();
    const read = Object.entries(await rowsRead()).map(([by, n]) => [by, n - (atFirst[by] ?? 0)] as const);
    expect(Object.fromEntries(read.filter(([, n]) => n > 1_000))).toEqual({});
  });

  it('lists what is due first, commands before steps, without reading the rest', async () => {
    const list = new WorkList(session);
    await fill(100_000);
    await query(db.url, 'ANALYZE work_items');
    const atFirst = await rowsRead();
    const due = await list.due(100, new Date());
    expect(new Set(due.map(({ kind }) => kind))).toEqual(new Set(['command']));
    expect((await list.toHint(100, 0, new Date())).every(({ kind }) => kind === 'command')).toBe(true);
    const read = Object.entries(await rowsRead()).map(([by, n]) => [by, n - (atFirst[by] ?? 0)] as const);
    expect(Object.fromEntries(read.filter(([, n]) => n > 5_000))).toEqual({});
  });
});
