import fc from 'fast-check';
import { SubscriptionFilter } from '#contracts';
import { pool } from '#platform';
import { Client } from 'pg';
import { createDatabase, type TestDatabase } from '../support/database';

interface Told {
  type: string;
  organs: string[];
  pillars: string[];
  dossier: string;
  marking: 1 | 2;
}

const types = ['DossierDrafted', 'DossierFiled', 'RoundOpened', 'PositionSet'] as const;
const organs = ['METI', 'MOF', 'DA', 'HQ'] as const;
const pillars = ['P1', 'P2', 'P3', 'P4'] as const;
const dossiers = [
  '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  '01BX5ZZKBKACTAV9WEVGEMMVRZ',
  '01BX5ZZKBKACTAV9WEVGEMMVS0',
] as const;

const some = <T>(of: readonly T[]) => fc.subarray([...of], { minLength: 1 });
const filters: fc.Arbitrary<SubscriptionFilter> = fc.record(
  {
    types: some(types),
    organs: some(organs),
    pillars: some(pillars),
    dossiers: some(dossiers),
    maxMarking: fc.constantFrom(1 as const, 2 as const),
  },
  { requiredKeys: [] },
);
const toldOnes: fc.Arbitrary<Told> = fc.record({
  type: fc.constantFrom(...types),
  organs: some(organs),
  pillars: fc.subarray([...pillars]),
  dossier: fc.constantFrom(...dossiers),
  marking: fc.constantFrom(1 as const, 2 as const),
});

/** What SubscriptionFilter says, in other words than the database's. */
const letsThrough = (filter: SubscriptionFilter, told: Told): boolean => {
  const meets = <T>(asked: readonly T[] | undefined, given: readonly T[]) =>
    asked === undefined || given.some((one) => asked.includes(one));
  return (
    meets<string>(filter.types, [told.type]) &&
    meets<string>(filter.organs, told.organs) &&
    meets<string>(filter.pillars, told.pillars) &&
    meets<string>(filter.dossiers, [told.dossier]) &&
    told.marking <= (filter.maxMarking ?? 2)
  );
};

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createDatabase();
  client = new Client(database.url);
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

/** The index of the first announcement for which the database says otherwise; undefined when there is none. */
const firstDifference = async (cases: [SubscriptionFilter, Told][], oracle = letsThrough) => {
  const { rows } = await client.query<{ lets: boolean }>(
    `SELECT delivery.lets_through(c -> 0, c #>> '{1,type}', ARRAY(SELECT jsonb_array_elements_text(c #> '{1,organs}')),
       ARRAY(SELECT jsonb_array_elements_text(c #> '{1,pillars}')), c #>> '{1,dossier}', (c #>> '{1,marking}')::smallint) AS lets
     FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS x (c, n) ORDER BY n`,
    [JSON.stringify(cases)],
  );
  return cases.find(([filter, told], i) => rows[i]?.lets !== oracle(filter, told));
};
const cases = fc.array(fc.tuple(filters, toldOnes), { minLength: 40, maxLength: 40 });

describe('a filter', () => {
  it('lets through in the database what it says', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (all) => {
        for (const [filter] of all) expect(SubscriptionFilter.parse(filter)).toEqual(filter);
        expect(await firstDifference(all)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, (filter: SubscriptionFilter, told: Told) => boolean]>([
    [
      'whose fields may each hold',
      (filter, told) => Object.keys(filter).length === 0 || letsThroughAny(filter, told),
    ],
    [
      'that asks for all pillars',
      (filter, told) =>
        letsThrough(filter, told) && (filter.pillars ?? []).every((one) => told.pillars.includes(one)),
    ],
    [
      'whose marking is exact',
      (filter, told) => letsThrough(filter, told) && (filter.maxMarking ?? told.marking) === told.marking,
    ],
  ])('%s would be found out by this', async (_what, oracle) => {
    const found = await fc.check(
      fc.asyncProperty(cases, async (all) => (await firstDifference(all, oracle)) === undefined),
      { numRuns: 60 },
    );
    expect(found.failed).toBe(true);
  });
});

const letsThroughAny = (filter: SubscriptionFilter, told: Told): boolean =>
  Object.entries(filter).some(([key, value]) => letsThrough({ [key]: value }, told));

describe('the fan-out', () => {
  const announce = (from: number, count: number) =>
    client.query(
      `INSERT INTO delivery.announcements
       SELECT n, gen_random_uuid(), 'D' || n % 50, 'DossierFiled', ARRAY['*'], ARRAY['METI'], ARRAY['P' || 1 + n % 4], 1, '{}', now()
       FROM generate_series($1::int, $2::int) AS n`,
      [from, from + count - 1],
    );
  const subscribe = (id: string, at: number, filter: object = {}) =>
    client.query(
      `WITH s AS (INSERT INTO delivery.subscriptions (id, organ, scope, eyes, name, filter, mode, transport, opened_by, opened_at, version)
         VALUES ($1, 'METI', 'government', '{*}', $1, $3, 'strict', '{"kind":"pull"}', 'p', now(), 1) RETURNING id)
       INSERT INTO delivery.cursors (subscription_id, position) SELECT id, $2 FROM s`,
      [id, at, filter],
    );
  const plans = async (work: () => Promise<unknown>): Promise<string[]> => {
    const notices: string[] = [];
    const hear = ({ message }: { message?: string | undefined }) => notices.push(message ?? '');
    client.on('notice', hear);
    await client.query(`LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on;
      SET auto_explain.log_analyze = on; SET client_min_messages = log`);
    await work();
    await client.query('SET client_min_messages = notice; SET auto_explain.log_min_duration = -1');
    client.off('notice', hear);
    return notices.filter((plan) => plan.includes('announcements'));
  };
  const fanOut = () => client.query('SELECT * FROM delivery.fan_out(500)');

  it('looks announcements up by their positions, with twenty at the head and one far behind', async () => {
    await announce(1, 100_000);
    for (let i = 0; i < 20; i++) await subscribe(`head ${i}`, 100_000, { pillars: ['P1', 'P2'] });
    await subscribe('behind', 0);
    await client.query('ANALYZE');
    await announce(100_001, 500);
    for (let i = 0; i < 8; i++) {
      const found = await plans(fanOut);
      expect(found.length).toBeGreaterThan(0);
      for (const plan of found) expect(plan).not.toMatch(/Seq Scan on (announcements|deliveries)/);
    }
    const { rows } = await client.query<{ id: string; position: string; delivered: string }>(
      'SELECT subscription_id AS id, position, delivered FROM delivery.cursors ORDER BY 1',
    );
    expect(rows[0]).toEqual({ id: 'behind', position: '4000', delivered: '4000' });
    expect(rows.slice(1).map(({ position, delivered }) => [position, delivered])).toEqual(
      Array(20).fill(['100500', '250']),
    );
  }, 60_000);

  it('asks with the filter of the moment, of each announcement once, however many run it', async () => {
    await subscribe('changing', 100_000, { pillars: ['P1'] });
    await fanOut();
    await client.query(
      `UPDATE delivery.subscriptions SET filter = '{"pillars":["P2","P3"]}' WHERE id = 'changing'`,
    );
    await announce(100_501, 400);
    const many = pool(database.url, 'kyogi_deliverer', { size: 4 });
    await Promise.all([1, 2, 3, 4].map(() => many.query('SELECT * FROM delivery.fan_out(100)')));
    for (let moved = 1; moved > 0;)
      moved = (await many.query('SELECT FROM delivery.fan_out(500)')).rowCount ?? 0;
    await many.end();
    const { rows } = await client.query<{ seq: string; pillar: string; after: boolean }>(
      `SELECT d.seq, a.pillars[1] AS pillar, d.position > 100500 AS after FROM delivery.deliveries d JOIN delivery.announcements a USING (position)
       WHERE d.subscription_id = 'changing' ORDER BY d.seq`,
    );
    expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_, i) => i + 1));
    const count = (pillar: string, after: boolean) =>
      rows.filter((row) => row.pillar === pillar && row.after === after).length;
    expect(pillars.map((pillar) => [count(pillar, false), count(pillar, true)])).toEqual([
      [125, 0],
      [0, 100],
      [0, 100],
      [0, 0],
    ]);
  }, 60_000);
});
