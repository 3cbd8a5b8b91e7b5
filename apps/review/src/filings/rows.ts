import type { Pool } from 'pg';

/** Whatever runs SQL and gives rows: a TypeORM manager, or a pg pool by `rowsOf`. */
export type Rows = (sql: string, values: unknown[]) => Promise<unknown[]>;

export const rowsOf =
  (pool: Pool): Rows =>
  async (sql, values) =>
    (await pool.query<Record<string, unknown>>(sql, values)).rows;
