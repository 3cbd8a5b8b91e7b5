import { Problem, type ReadModelView } from '#contracts';
import type { DataSource, EntityManager } from 'typeorm';
import type { ReadModel } from '../projections/read-model.js';

/** One set of tables of a read model. `subscription` names the schema as well as the subscription that feeds it. */
export interface Generation {
  id: number;
  name: string;
  generation: number;
  version: number;
  state: 'building' | 'live' | 'retired';
  subscription: string;
  /** Milliseconds since it was retired. */
  retiredFor: number | null;
}

type Db = Pick<DataSource | EntityManager, 'query'>;

/** First key of the advisory lock under which a query reads a generation; the second is its id. */
export const READING = 19_482;

export const allGenerations = (db: Db): Promise<Generation[]> =>
  db.query<Generation[]>(
    `SELECT id, name, generation, version, state, subscription,
       (extract(epoch FROM clock_timestamp() - retired_at) * 1000)::float8 AS "retiredFor"
     FROM hq.read_models ORDER BY name, generation`,
  );

/**
 * Makes the next generation of a model, empty, beside the others. Undefined when one is being built already; one that an older release
 * was building is given up, since that release may be gone, or unable to end it.
 */
export async function beginGeneration(db: DataSource, model: ReadModel): Promise<number | undefined> {
  return db.transaction(async (tx) => {
    await tx.query(
      `UPDATE hq.read_models SET state = 'retired', retired_at = clock_timestamp()
       WHERE name = $1 AND state = 'building' AND version < $2`,
      [model.name, model.version],
    );
    const rows = await tx.query<{ generation: number; subscription: string }[]>(
      `WITH begun AS (
         INSERT INTO hq.read_models (name, generation, version, state, subscription)
         SELECT $1, n, $2, 'building', $1 || '_' || n
         FROM (SELECT coalesce(max(generation), 0) + 1 AS n FROM hq.read_models WHERE name = $1) AS next
         ON CONFLICT DO NOTHING RETURNING generation, subscription)
       SELECT * FROM begun`,
      [model.name, model.version],
    );
    if (!rows[0]) return undefined;
    const { generation, subscription: schema } = rows[0];
    await tx.query(`CREATE SCHEMA ${schema}`);
    await tx.query(`GRANT USAGE ON SCHEMA ${schema} TO kyogi_reader, kyogi_verifier`);
    await tx.query(`SET LOCAL search_path = ${schema}`);
    await tx.query(model.tables);
    return generation;
  });
}

/** Seconds after an erasure in which a transaction that began before it may still have read the words. */
const READ_UNTIL = 30;

/**
 * Models of which a generation may hold words that were erased since it was begun. What is being built is given up; what is live answers
 * until its successor is built.
 */
export async function beforeErasure(db: DataSource): Promise<string[]> {
  const old = `EXISTS (SELECT FROM public.erasures e WHERE m.created_at < e.applied_at + interval '${READ_UNTIL} s'
    AND e.applied_at + interval '${READ_UNTIL} s' < clock_timestamp())`;
  await db.query(
    `UPDATE hq.read_models m SET state = 'retired', retired_at = clock_timestamp() WHERE state = 'building' AND ${old}`,
  );
  const rows = await db.query<{ name: string }[]>(
    `SELECT name FROM hq.read_models m WHERE state = 'live' AND ${old}`,
  );
  return rows.map(({ name }) => name);
}

/** Swaps a built generation for the live one, if there is one. Throws, so that nothing is swapped, when it was given up or swapped already. */
export async function makeLive(tx: EntityManager, { id, name, subscription }: Generation): Promise<void> {
  await tx.query(
    `UPDATE hq.read_models SET state = 'retired', retired_at = clock_timestamp() WHERE name = $1 AND state = 'live'`,
    [name],
  );
  const [, swapped] = await tx.query<[unknown, number]>(
    `UPDATE hq.read_models SET state = 'live', live_at = clock_timestamp() WHERE id = $1 AND state = 'building'`,
    [id],
  );
  if (swapped !== 1) throw new Error(`${subscription} is not being built any more`);
}

/** Removes a retired generation, unless a query reads it at this moment. */
export async function dropGeneration(db: DataSource, { id, subscription }: Generation): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [lock] = await tx.query<{ free: boolean }[]>('SELECT pg_try_advisory_xact_lock($1, $2) AS free', [
      READING,
      id,
    ]);
    if (!lock?.free) return false;
    await tx.query(`DROP SCHEMA IF EXISTS ${subscription} CASCADE`);
    await tx.query('DELETE FROM public.subscriptions WHERE name = $1', [subscription]);
    await tx.query('DELETE FROM hq.read_models WHERE id = $1', [id]);
    return true;
  });
}

/** Every generation as the outside sees it. A stopped one says at which event; the error is for the operator. */
export async function describeGenerations(db: Db): Promise<{ head: number; items: ReadModelView[] }> {
  const [found] = await db.query<{ list: { head: number; items: ReadModelView[] } }[]>(
    `SELECT json_build_object('head', h.n, 'items', coalesce((
       SELECT json_agg(json_build_object('name', m.name, 'generation', m.generation, 'version', m.version, 'state', m.state,
         'position', coalesce(s.position, 0), 'lag', h.n - coalesce(s.position, 0),
         'progress', CASE WHEN h.n = 0 THEN 100 ELSE round(100.0 * coalesce(s.position, 0) / h.n, 1) END,
         'stopped', CASE WHEN s.state = 'stopped' THEN
           json_build_object('position', s.failed_position, 'eventId', s.failed_event, 'error', s.error) END)
         ORDER BY m.name, m.generation)
       FROM hq.read_models m LEFT JOIN public.subscriptions s ON s.name = m.subscription), '[]')) AS list
     FROM public.log_head h`,
  );
  if (!found) throw new Problem('unavailable', 'The ledger has no head yet; migrate the database.');
  return found.list;
}
