import { nodeHash } from './hash.js';
import type { ReadHashes } from './tree.js';
import { rootOfHashes } from './tree.js';

/** Hashes of a tree in memory, for specs: each level is kept. */
export function hashesInMemory(leaves: readonly Buffer[]): ReadHashes {
  const levels: Buffer[][] = [[...leaves]];
  for (let row = levels[0] as Buffer[]; row.length > 1; levels.push(row))
    row = Array.from({ length: Math.floor(row.length / 2) }, (_, at) =>
      nodeHash(row[2 * at] as Buffer, row[2 * at + 1] as Buffer),
    );
  return (nodes) => Promise.resolve(nodes.map(({ level, index }) => levels[level]?.[index] as Buffer));
}

/** The same tree, of its first entries. */
export const rootAt = (leaves: readonly Buffer[], size: number): Buffer =>
  rootOfHashes(leaves.slice(0, size));
