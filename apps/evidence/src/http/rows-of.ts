import type { Pool } from 'pg';

/** Asks the notary's database. */
export const rowsOf =
  (pool: Pick<Pool, 'query'>) =>
  async (sql: string, values: unknown[]): Promise<unknown> =>
    (await pool.query(sql, values)).rows as unknown;
