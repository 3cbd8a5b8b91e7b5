import {
  consistencyProof,
  hashesFromTiles,
  sameHash,
  treeRoot,
  verifyConsistency,
  type Checkpoint,
  type Frontier,
} from '#transparency';
import type { Pool } from 'pg';
import type { LogFiles } from '../files/log-files.js';
import { keepHead, keptHead, signedRow, type Head } from './heads.js';
import { insist } from './refused.js';
import type { OnStep } from './steps.js';

/** Whether the tiles in the folder are those of this tree, as far as its root is made of them. */
export async function tilesAreOf(
  files: LogFiles,
  { size, root }: Pick<Checkpoint, 'size' | 'root'>,
): Promise<boolean> {
  try {
    return sameHash(await treeRoot(size, hashesFromTiles(size, files.tile)), root);
  } catch {
    return false;
  }
}

/** Whether the old tree begins the new one, by a proof out of the tiles. */
async function begins(files: LogFiles, old: Head, { size, root }: Checkpoint): Promise<boolean> {
  if (old.size === size) return sameHash(old.root, root);
  const proof = await consistencyProof(old.size, size, hashesFromTiles(size, files.tile));
  return verifyConsistency({ oldSize: old.size, oldRoot: old.root, size, root, proof });
}

async function demandFollows(files: LogFiles, old: Head, now: Checkpoint): Promise<void> {
  const { where, origin, size } = old;
  insist(origin === now.origin, `${where} is of the log ${origin}, and this is ${now.origin}`);
  insist(size <= now.size, `${where} says that ${size} entries were signed, and these are ${now.size}`);
  insist(await begins(files, old, now), `${where} says another root of ${size} entries than these lead to`);
}

/**
 * The permission to sign: compares with what was signed before, in both places, and keeps the new size and root in both before it
 * returns. Throws Refused when the tree does not follow. The lock of the row orders all who would sign.
 */
export async function record(
  pool: Pool,
  files: LogFiles,
  origin: string,
  tree: Frontier,
  onStep: OnStep,
): Promise<void> {
  const now: Checkpoint = { origin, size: tree.size, root: tree.root() };
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const before = [await signedRow(client, true), await keptHead(files)];
    for (const old of before) if (old) await demandFollows(files, old, now);
    await keepHead(files, now);
    onStep('kept');
    // Before the first row there was none to lock: another process may have written it since it was looked for.
    const { rowCount } = await client.query(
      `INSERT INTO evidence.signed AS s (k, origin, size, root, frontier) VALUES (1, $1, $2, $3, $4)
       ON CONFLICT (k) DO UPDATE SET size = $2, root = $3, frontier = $4, at = clock_timestamp()
       WHERE s.origin = $1 AND (s.size < $2 OR s.size = $2 AND s.root = $3)`,
      [origin, now.size, now.root, tree.toString()],
    );
    insist(rowCount === 1, `another process has signed more than these ${now.size} entries`);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
  onStep('recorded');
}
