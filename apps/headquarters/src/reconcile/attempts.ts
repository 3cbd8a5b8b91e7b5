import type { EntityManager } from 'typeorm';

type Db = Pick<EntityManager, 'query'>;

/** One try of a reconciliation: a row of hq.reconciliations and how often it was begun. */
export interface Attempt {
  id: string;
  attempts: number;
}

/** Whether the reconciliation of a night ('YYYY-MM-DD') has ended. */
export const isDone = async (db: Db, night: string): Promise<boolean> => {
  const rows = await db.query<unknown[]>(
    'SELECT FROM hq.reconciliations WHERE night = $1 AND ended_at IS NOT NULL',
    [night],
  );
  return rows.length > 0;
};

/** Begins one that a person asked for, or that of a night, anew if need be. @returns undefined when that night has ended */
export const begin = async (
  db: Db,
  asked: { person: string } | { night: string },
): Promise<Attempt | undefined> => {
  const rows = await db.query<Attempt[]>(
    `WITH begun AS (
       INSERT INTO hq.reconciliations AS r (asked_by, night) VALUES ($1, $2)
       ON CONFLICT (night) DO UPDATE SET begun_at = clock_timestamp(), attempts = r.attempts + 1 WHERE r.ended_at IS NULL
       RETURNING id, attempts)
     SELECT id, attempts FROM begun`,
    'person' in asked ? [asked.person, null] : [null, asked.night],
  );
  return rows[0];
};

/** Ends it, in the transaction that writes down what it found. Throws when it was begun anew meanwhile. */
export const end = async (
  tx: Db,
  { id, attempts }: Attempt,
  { position, differences }: { position: number; differences: number },
): Promise<void> => {
  const rows = await tx.query<unknown[]>(
    `WITH ended AS (
       UPDATE hq.reconciliations SET ended_at = clock_timestamp(), position = $3, differences = $4
       WHERE id = $1 AND attempts = $2 AND ended_at IS NULL RETURNING id)
     SELECT id FROM ended`,
    [id, attempts, position, differences],
  );
  if (rows.length === 0) throw new Error('another process has taken it over');
};
