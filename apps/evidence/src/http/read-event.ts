import { parseEvent, type LedgerEvent, type Meta } from '#contracts';
import type { LedgerEvent as StoredEvent } from '#event-store';
import type { Pool } from 'pg';

/** Asks the notary's database. */
export const rowsOf =
  (pool: Pick<Pool, 'query'>) =>
  async (sql: string, values: unknown[]): Promise<unknown> =>
    (await pool.query(sql, values)).rows as unknown;

/** An event of a dossier as it is stored, read. Throws on a version that this build does not know. */
export const readEvent = (stored: StoredEvent): LedgerEvent => ({
  ...stored,
  ...parseEvent(stored.type, stored.v, stored.data),
  meta: stored.meta as unknown as Meta,
});
