import { dataSource, pool, type DatabaseRole } from '#platform';
import type { Pool } from 'pg';
import { createDatabase, query, type TestDatabase } from '../support/database';
import { someEvent } from './events';
import { EXEMPT_FROM_RLS, UNREAD } from './rls-exemptions';

let db: TestDatabase;
const pools = new Map<DatabaseRole, Pool>();
const as = (role: DatabaseRole) => {
  const made = pools.get(role) ?? pool(db.url, role, { size: 1 });
  pools.set(role, made);
  return made;
};
const append = `SELECT append_events('${JSON.stringify({ streamId: 's', expected: 'any', events: [someEvent()] })}')`;

beforeAll(async () => {
  db = await createDatabase();
  await as('kyogi_app').query(append);
  await as('kyogi_sequencer').query('SELECT * FROM sequence_events(10)');
});
afterAll(async () => {
  for (const made of pools.values()) await made.end();
  await db.drop();
});

const ROLES: DatabaseRole[] = [
  'kyogi_app',
  'kyogi_sequencer',
  'kyogi_projector',
  'kyogi_reader',
  'kyogi_verifier',
  'kyogi_deliverer',
  'kyogi_notary',
];
const TAMPERING = [
  `UPDATE events SET data = '{}'`,
  'DELETE FROM events',
  'TRUNCATE events CASCADE',
  `INSERT INTO events (event_id, stream_id, version, type, v, data, meta) VALUES (gen_random_uuid(), 'x', 1, 'T', 1, '{}', '{}')`,
  'UPDATE event_log SET position = position + 1',
  'DELETE FROM event_log',
  'UPDATE log_head SET n = 0',
  'DELETE FROM unsequenced',
  'UPDATE streams SET version = 9',
  'UPDATE receipts SET summary = NULL',
  'DELETE FROM receipts',
  'DELETE FROM duties',
  `INSERT INTO duties VALUES ('s', 'filing', 'p', 'd')`,
  'UPDATE authority SET epoch = 1',
  'ALTER TABLE events DISABLE TRIGGER ALL',
  'DROP TABLE unsequenced',
  'CREATE FUNCTION public.now() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
];

describe.each(ROLES)('%s', (role) => {
  it.each(TAMPERING)('may not: %s', async (sql) => {
    await expect(as(role).query(sql)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the ledger', () => {
  it.each(ROLES.filter((role) => role !== 'kyogi_app'))('takes no event from %s', async (role) => {
    await expect(as(role).query(append)).rejects.toMatchObject({ code: '42501' });
  });

  it('lets nobody call the parts of append_events by themselves', async () => {
    await expect(as('kyogi_app').query(`SELECT take_versions('s', 'any', 5)`)).rejects.toMatchObject({
      code: '42501',
    });
    await expect(as('kyogi_app').query(`SELECT take_duties('s', '[]')`)).rejects.toMatchObject({
      code: '42501',
    });
  });

  it.each([
    'UPDATE events SET v = 2',
    'DELETE FROM events',
    'TRUNCATE events CASCADE',
    'UPDATE event_log SET position = 7',
    'DELETE FROM event_log',
    'DELETE FROM duties',
  ])('refuses its owner and the superuser too: %s', async (sql) => {
    await expect(as('kyogi_owner').query(sql)).rejects.toMatchObject({ code: 'KY405' });
    await expect(query(db.url, sql)).rejects.toMatchObject({ code: 'KY405' });
  });

  it('is not shadowed by a temporary table of the caller', async () => {
    await expect(
      as('kyogi_app').query('CREATE TEMP TABLE streams (stream_id text, version int)'),
    ).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('is readable by the verifier whole, and changeable in nothing', async () => {
    const { rows } = await query(
      db.url,
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      AND relowner = 'kyogi_owner'::regrole AND has_table_privilege('kyogi_verifier', oid, 'INSERT, UPDATE, DELETE, TRUNCATE')`,
    ).then((found) => ({ rows: found }));
    expect(rows).toEqual([]);
    expect(
      (
        await as('kyogi_verifier').query(
          'SELECT position, data FROM event_log l JOIN events e ON e.id = l.event_id',
        )
      ).rowCount,
    ).toBe(1);
  });

  it('is reached by TypeORM under the role as well', async () => {
    const source = await dataSource(db.url, 'kyogi_reader', { size: 1 }).initialize();
    try {
      expect(await source.query('SELECT current_user::text AS role')).toEqual([{ role: 'kyogi_reader' }]);
      await expect(source.query('SELECT * FROM events')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await source.destroy();
    }
  });
});

// SE-2. Schemas that are made at run time are looked at by the specs of the program that makes them.
describe('row-level security', () => {
  it('is forced on every table, or the exemption is written down with its reason', async () => {
    const open = await query(
      db.url,
      `SELECT format('%s.%s', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'
       AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1`,
    );
    const names = open.map((row) => String(row.name));
    expect(names.filter((name) => !(name in EXEMPT_FROM_RLS))).toEqual([]);
    expect(Object.keys(EXEMPT_FROM_RLS).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('is not needed where the exemption says that nobody reads, because nobody can', async () => {
    const unread = Object.keys(EXEMPT_FROM_RLS).filter((name) => EXEMPT_FROM_RLS[name]!.includes(UNREAD));
    const readable = await query(
      db.url,
      `SELECT name FROM unnest($1::text[]) AS name WHERE has_any_column_privilege('kyogi_reader', name, 'SELECT')`,
      [unread],
    );
    expect(unread.length).toBeGreaterThan(5);
    expect(readable).toEqual([]);
  });

  it('is not by-passed by a view with the rights of its owner', async () => {
    const views = await query(
      db.url,
      `SELECT format('%s.%s', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'v' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
       AND NOT coalesce(c.reloptions::text[] && ARRAY['security_invoker=true', 'security_invoker=on'], false)
       UNION ALL SELECT format('%s.%s', schemaname, matviewname) FROM pg_matviews`,
    );
    expect(views).toEqual([]);
  });
});
