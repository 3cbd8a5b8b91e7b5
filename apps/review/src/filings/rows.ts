import type { Pool } from 'pg';

/** Whatever runs SQL and gives rows: a TypeORM manager, or a pg pool by `rowsOf`. */
export type Rows = (sql: string, values: unknown[]) => Promise<unknown[]>;

export const rowsOf =
  (pool: Pool): Rows =>
  async (sql, values) =>
    (await pool.query<Record<string, unknown>>(sql, values)).rows;

/** As `rowsOf`, for reading; a statement that takes more than `ms` milliseconds is broken off, and rejects. */
export const rowsWithin =
  (pool: Pool, ms: number): Rows =>
  async (sql, values) => {
    const client = await pool.connect();
    try {
      await client.query(`BEGIN READ ONLY; SET LOCAL statement_timeout = ${ms}`);
      const { rows } = await client.query<Record<string, unknown>>(sql, values);
      await client.query('COMMIT');
      client.release();
      return rows;
    } catch (error) {
      client.release(true);
      throw error;
    }
  };
