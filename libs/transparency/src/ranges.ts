import { nodeHash } from './hash.js';

/** The complete subtree over entries `[index * 2^level, (index + 1) * 2^level)`. */
export interface TreeNode {
  level: number;
  index: number;
}

/** Entries from `from` to before `to`: a subtree of RFC 6962, so `from` is a multiple of the power of two above its width. */
export interface Range {
  from: number;
  to: number;
}

/** Largest power of two below n; n must be at least 2. Doubles, because 32-bit operators end at 2^31. */
export function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The complete subtrees that make up a range, largest first. */
export function cover({ from, to }: Range): TreeNode[] {
  const nodes: TreeNode[] = [];
  let start = from;
  while (start < to) {
    let level = 0;
    while (2 ** (level + 1) <= to - start) level += 1;
    nodes.push({ level, index: start / 2 ** level });
    start += 2 ** level;
  }
  return nodes;
}

/** Root of the hashes of a cover, largest subtree first; at least one. */
export function foldCover(hashes: readonly Uint8Array[]): Buffer {
  return Buffer.from(hashes.reduceRight((right, left) => nodeHash(left, right)));
}
