import type { Pool } from 'pg';

/** A text that changes with every erasure of words from the record. */
export const erasuresUntilNow = async (db: Pool): Promise<string> => {
  const { rows } = await db.query<{ stamp: string }>({
    name: 'kyogi_dispatch_erasures',
    text: `SELECT count(*) || ' ' || coalesce(sum(extract(epoch FROM applied_at)), 0) AS stamp FROM public.erasures`,
  });
  return rows[0]?.stamp ?? '';
};
