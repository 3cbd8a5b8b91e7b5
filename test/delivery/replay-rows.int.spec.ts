import { Client } from 'pg';
import { nextReplayed, type Replayed } from '../../apps/delivery/src/dispatch/replay-rows.js';
import { createDatabase, type TestDatabase } from '../support/database';

const PAGE = 50;
const COUNT = 5_000;

let database: TestDatabase;
let db: Client;
/** One subscription with a long past: every fifth delivery of a dossier of its own kind, some in trouble, the last ones on their way. */
beforeAll(async () => {
  database = await createDatabase();
  db = new Client(database.url);
  await db.connect();
  await db.query(`
    INSERT INTO delivery.subscriptions (id, organ, scope, eyes, name, filter, mode, transport, opened_by, opened_at, version)
    SELECT id, 'METI', 'organ', '{METI}', 'x', '{}', 'strict', '{"kind": "webhook"}', 'x', now(), 1 FROM unnest(ARRAY['one', 'other']) id;
    INSERT INTO delivery.cursors (subscription_id, position, delivered, settled)
    SELECT id, ${COUNT}, ${COUNT}, ${COUNT - 7} FROM delivery.subscriptions;
    INSERT INTO delivery.announcements
    SELECT n, gen_random_uuid(), 'D' || n % 5, CASE WHEN n % 1000 = 3 THEN 'DossierLapsed' ELSE 'DossierFiled' END, '{METI}', '{METI}',
      '{}', 1, '{}', now() FROM generate_series(1, ${COUNT}) n;
    INSERT INTO delivery.deliveries SELECT s.id, n, n FROM generate_series(1, ${COUNT}) n, delivery.subscriptions s;
    INSERT INTO delivery.troubled (subscription_id, seq, position, partition_key, state, attempts)
    SELECT 'one', n, n, 'D', CASE WHEN n % 400 = 9 THEN 'parked' ELSE 'waiting' END, 1 FROM generate_series(9, ${COUNT}, 100) n;
    DELETE FROM delivery.deliveries WHERE seq BETWEEN 2000 AND 2600;
    ANALYZE`);
}, 60_000);
afterAll(async () => {
  await db.end();
  await database.drop();
});

const replay: Replayed = { subscriptionId: 'one', from: 1, to: 1_000_000, filter: {}, onlyParked: false };

/** All pages of a replay, as its sender asks for them. */
const pagesOf = async (asked: Replayed): Promise<number[][]> => {
  const pages: number[][] = [];
  for (let { from } = asked; ;) {
    const page = await nextReplayed(db, { ...asked, from }, PAGE);
    if (!page) return pages;
    pages.push(page.deliveries.map(({ seq }) => seq));
    from = page.until + 1;
  }
};

const all = Array.from({ length: COUNT - 7 }, (_, i) => i + 1).filter((n) => n < 2_000 || n > 2_600);
const troubled = (n: number) => n % 100 === 9;

describe('what a replay sends', () => {
  it.each<[string, Partial<Replayed>, (n: number) => boolean]>([
    ['everything that is not on its way', {}, (n) => !troubled(n) || n % 400 === 9],
    [
      'a part',
      { from: 1_990, to: 2_611 },
      (n) => n >= 1_990 && n <= 2_611 && (!troubled(n) || n % 400 === 9),
    ],
    ['a kind that is rare', { filter: { types: ['DossierLapsed'] } }, (n) => n % 1_000 === 3],
    ['what was given up', { onlyParked: true }, (n) => n % 400 === 9],
    ['nothing', { filter: { dossiers: ['none'] } }, () => false],
  ])('is read in pages, each once and in order: %s', async (_, asked, isMeant) => {
    const pages = await pagesOf({ ...replay, ...asked });
    expect(pages.flat()).toEqual(all.filter(isMeant));
    expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(PAGE);
  });

  it('is read without going through all that is to come', async () => {
    const fetched = async () => {
      const { rows } = await db.query<{ n: number }>(
        `SELECT sum(seq_tup_read + idx_tup_fetch)::int AS n FROM pg_stat_xact_user_tables
         WHERE schemaname = 'delivery' AND relname IN ('deliveries', 'announcements')`,
      );
      return rows[0]!.n;
    };
    await db.query('BEGIN');
    const before = await fetched();
    const page = await nextReplayed(db, { ...replay, from: 100 }, PAGE);
    const read = (await fetched()) - before;
    await db.query('ROLLBACK');
    expect(page!.deliveries).toHaveLength(PAGE);
    expect(read).toBeLessThan(1_000);
  });
});
