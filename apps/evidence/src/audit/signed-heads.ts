import { sameHash, type Checkpoint, type Fault } from '#transparency';
import type { Pool } from 'pg';

interface Head {
  origin: string | null;
  size: string;
  root: Buffer;
}

const HEADS = `SELECT origin, size, root FROM evidence.signed
  UNION ALL SELECT NULL, size, root FROM evidence.checkpoints ORDER BY size`;

const wrong = (index: number, to: number, what: string): { known: Checkpoint[]; fault: Fault } => ({
  ...{ known: [], fault: { index, to, what } },
});

/**
 * What the database says was signed, as far as the published checkpoint reaches: it must be of the same tree, which narrows down where a
 * fault lies. The database, which is asked after the checkpoint, cannot know less than is published.
 */
export async function signedHeads(
  pool: Pool,
  published: Checkpoint,
): Promise<{ known: Checkpoint[]; fault?: Fault }> {
  const { rows } = await pool.query<Head>(HEADS);
  const last = rows.find(({ origin }) => origin !== null);
  const { size, origin } = published;
  if (!last) return wrong(0, size, 'the database does not say what was signed');
  if (last.origin !== origin) return wrong(0, size, `the database signs for the log ${last.origin}`);
  if (Number(last.size) < size)
    return wrong(Number(last.size), size, `the database says that ${last.size} entries were signed`);
  const heads = rows.map((row) => ({ origin, size: Number(row.size), root: row.root }));
  const reached = [...heads, published].filter((head) => head.size <= size);
  const roots = new Map(reached.map(({ size: of, root }) => [of, root]));
  const twice = reached.find((head) => !sameHash(roots.get(head.size)!, head.root));
  if (twice)
    return wrong(0, twice.size, `another root of ${twice.size} entries was signed, the database says`);
  return { known: reached };
}
