import { isCount } from './decimal.js';
import { emptyRoot, hashSize, nodeHash, sameHash } from './hash.js';

const isOdd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2);

/** One level up, past the levels at which the node is a left one without a right one. */
function past(fn: number, sn: number): [number, number] {
  while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
  return [half(fn), half(sn)];
}

const areHashes = (hashes: readonly Uint8Array[]): boolean => hashes.every((h) => h.length === hashSize);

/** What is claimed of one entry. */
export interface Inclusion {
  index: number;
  size: number;
  root: Uint8Array;
  leaf: Uint8Array;
  proof: readonly Uint8Array[];
}

/**
 * Whether the leaf hash is at `index` in the tree (RFC 9162, 2.1.3.2). Never throws. A root alone does not fix the size:
 * take both from one signed checkpoint.
 */
export function verifyInclusion({ index, size, root, leaf, proof }: Inclusion): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  if (!areHashes([root, leaf, ...proof])) return false;
  let [fn, sn] = [index, size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(sibling, hash);
      [fn, sn] = past(fn, sn);
    } else {
      hash = nodeHash(hash, sibling);
      [fn, sn] = [half(fn), half(sn)];
    }
  }
  return sn === 0 && sameHash(hash, root);
}

/** What is claimed of two trees. */
export interface Consistency {
  oldSize: number;
  oldRoot: Uint8Array;
  size: number;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}

/** Whether the old tree is the beginning of the new one (RFC 9162, 2.1.4.2; the empty tree begins every tree). Never throws. */
export function verifyConsistency(claim: Consistency): boolean {
  const { oldSize, oldRoot, size, root, proof } = claim;
  if (!isCount(oldSize) || !isCount(size) || oldSize > size) return false;
  if (!areHashes([oldRoot, root, ...proof])) return false;
  if (size === 0 && !sameHash(root, emptyRoot())) return false;
  if (oldSize === 0) return proof.length === 0 && sameHash(oldRoot, emptyRoot());
  if (oldSize === size) return proof.length === 0 && sameHash(oldRoot, root);
  return walk(claim);
}

function walk({ oldSize, oldRoot, size, root, proof }: Consistency): boolean {
  // An old tree that is one complete subtree is its own first step.
  const path = 2 ** Math.round(Math.log2(oldSize)) === oldSize ? [oldRoot, ...proof] : proof;
  const [first, ...rest] = path;
  if (proof.length === 0 || !first) return false;
  let [fn, sn] = [oldSize - 1, size - 1];
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  let [fr, sr] = [first, first];
  for (const c of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      [fr, sr] = [nodeHash(c, fr), nodeHash(c, sr)];
      [fn, sn] = past(fn, sn);
    } else {
      sr = nodeHash(sr, c);
      [fn, sn] = [half(fn), half(sn)];
    }
  }
  return sn === 0 && sameHash(fr, oldRoot) && sameHash(sr, root);
}
