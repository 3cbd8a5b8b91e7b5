import { emptyRoot, leafHash } from './hash.js';
import { isCount } from './decimal.js';
import { cover, foldCover, splitOf, type Range, type TreeNode } from './ranges.js';

/** Gives the hashes of complete subtrees, in the order asked. */
export type ReadHashes = (nodes: readonly TreeNode[]) => Promise<Buffer[]>;

/** Hashes of ranges, with one read for all of them. */
async function hashesOf(ranges: readonly Range[], read: ReadHashes): Promise<Buffer[]> {
  const covers = ranges.map(cover);
  const hashes = await read(covers.flat());
  let at = 0;
  return covers.map((nodes) => foldCover(hashes.slice(at, (at += nodes.length))));
}

/** Root of the tree of the first `size` entries. */
export async function treeRoot(size: number, read: ReadHashes): Promise<Buffer> {
  if (size === 0) return emptyRoot();
  const [root] = await hashesOf([{ from: 0, to: size }], read);
  return root as Buffer;
}

/** Root of entries held in memory. */
export function rootOfEntries(entries: readonly Uint8Array[]): Buffer {
  return rootOfHashes(entries.map(leafHash));
}

/** Root over hashes held in memory, as leaves of a tree: also the hash of a full tile. */
export function rootOfHashes(hashes: readonly Uint8Array[]): Buffer {
  if (hashes.length === 0) return emptyRoot();
  if (hashes.length === 1) return Buffer.from(hashes[0] as Uint8Array);
  const k = splitOf(hashes.length);
  return foldCover([rootOfHashes(hashes.slice(0, k)), rootOfHashes(hashes.slice(k))]);
}

/** Siblings of the way from the root of `range` down to an entry (RFC 6962, 2.1.1), lowest first. */
function siblings(index: number, { from, to }: Range): Range[] {
  if (to - from === 1) return [];
  const middle = from + splitOf(to - from);
  const [left, right] = [
    { from, to: middle },
    { from: middle, to },
  ];
  return index < middle ? [...siblings(index, left), right] : [...siblings(index, right), left];
}

/** Proof that the entry at `index` is in the tree of `size` entries. */
export async function inclusionProof(index: number, size: number, read: ReadHashes): Promise<Buffer[]> {
  if (!isCount(index) || !isCount(size) || index >= size)
    throw new RangeError(`no entry ${index} in ${size}`);
  return hashesOf(siblings(index, { from: 0, to: size }), read);
}

/** RFC 6962, 2.1.2: `known` says that the verifier has the hash of this subtree, being the old root. */
function steps(old: number, { from, to }: Range, known: boolean): Range[] {
  if (old === to) return known ? [] : [{ from, to }];
  const middle = from + splitOf(to - from);
  const [left, right] = [
    { from, to: middle },
    { from: middle, to },
  ];
  return old <= middle ? [...steps(old, left, known), right] : [...steps(old, right, false), left];
}

/** Proof that the tree of `old` entries is the beginning of the tree of `size` entries; empty for 0 and for `old === size`. */
export async function consistencyProof(old: number, size: number, read: ReadHashes): Promise<Buffer[]> {
  if (!isCount(old) || !isCount(size) || old > size)
    throw new RangeError(`${old} entries do not begin ${size}`);
  return old === 0 ? [] : hashesOf(steps(old, { from: 0, to: size }, true), read);
}
