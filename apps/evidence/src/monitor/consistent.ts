import {
  consistencyProof,
  hashesFromTiles,
  sameHash,
  verifyConsistency,
  type Checkpoint,
  type ReadTile,
} from '#transparency';
import { Alarming } from './alarm.js';

/** What of a checkpoint a proof is about. */
export type Tree = Pick<Checkpoint, 'size' | 'root'>;

async function proofOf(old: Tree, now: Tree, tiles: ReadTile): Promise<Buffer[] | undefined> {
  try {
    return await consistencyProof(old.size, now.size, hashesFromTiles(now.size, tiles));
  } catch (error) {
    if (error instanceof Alarming) throw error;
    return undefined;
  }
}

/** Whether the old tree begins the new one, by a proof out of the log's tiles; a log that has none has not shown it. */
export async function begins(old: Tree, now: Tree, tiles: ReadTile): Promise<boolean> {
  if (old.size === now.size) return sameHash(old.root, now.root);
  const proof = await proofOf(old, now, tiles);
  return (
    proof !== undefined &&
    verifyConsistency({ oldSize: old.size, oldRoot: old.root, size: now.size, root: now.root, proof })
  );
}
