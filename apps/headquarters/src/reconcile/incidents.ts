import type { Incident } from '#contracts';
import type { EntityManager } from 'typeorm';
import type { Difference } from './compare.js';

const FIELDS = `json_build_object('id', id, 'kind', kind, 'day', day, 'organ', organ, 'expected', expected, 'found', found,
  'foundAt', found_at, 'seenAt', seen_at, 'closedAt', closed_at)`;

type Db = Pick<EntityManager, 'query'>;

/** Incidents, open ones first, the newest before the older, at most 500. */
export const listIncidents = async (db: Db): Promise<Incident[]> => {
  const rows = await db.query<{ incident: Incident }[]>(
    `SELECT ${FIELDS} AS incident FROM hq.incidents ORDER BY closed_at IS NOT NULL, seen_at DESC, id DESC LIMIT 500`,
  );
  return rows.map(({ incident }) => incident);
};

/** How many are open. */
export const countOpen = async (db: Db): Promise<number> => {
  const [row] = await db.query<{ n: number }[]>(
    'SELECT count(*)::int AS n FROM hq.incidents WHERE closed_at IS NULL',
  );
  return row?.n ?? 0;
};

/**
 * Writes down what the comparisons of these kinds found: opens an incident, or says that it was seen again, and closes those that are no
 * more. @returns the incidents that are open now
 */
export const recordDifferences = async (
  db: Db,
  kinds: readonly Incident['kind'][],
  differences: readonly Difference[],
): Promise<Incident[]> => {
  const found = JSON.stringify(differences);
  await db.query(
    `INSERT INTO hq.incidents AS i (kind, day, organ, expected, found)
     SELECT kind, day, organ, expected, found
     FROM jsonb_to_recordset($1) AS x (kind text, day date, organ text, expected jsonb, found jsonb)
     ON CONFLICT (kind, day, organ) WHERE closed_at IS NULL
     DO UPDATE SET (expected, found, seen_at) = (excluded.expected, excluded.found, clock_timestamp())`,
    [found],
  );
  await db.query(
    `UPDATE hq.incidents i SET closed_at = clock_timestamp() WHERE closed_at IS NULL AND kind = ANY ($2) AND NOT EXISTS (
       SELECT FROM jsonb_to_recordset($1) AS x (kind text, day date, organ text)
       WHERE (x.kind, x.day, x.organ) = (i.kind, i.day, i.organ))`,
    [found, kinds],
  );
  return (await listIncidents(db)).filter(({ closedAt }) => closedAt === null);
};
