import type { Pool } from 'pg';

/** The id of the database. */
export const instanceOf = async (pool: Pool): Promise<string> => {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM instance');
  if (!rows[0]) throw new Error('the database has no instance id: run the migrations');
  return rows[0].id;
};
