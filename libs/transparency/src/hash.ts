import { createHash } from 'node:crypto';

/** Bytes of one hash: SHA-256. */
export const hashSize = 32;

/** SHA-256 of the parts, one after the other. */
export function sha256(...parts: (Uint8Array | string)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

/** Hash of an entry (RFC 6962, 2.1). */
export const leafHash = (entry: Uint8Array): Buffer => sha256(leafPrefix, entry);

/** Hash of an inner node (RFC 6962, 2.1). */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(nodePrefix, left, right);

/** Root of the tree without entries. */
export const emptyRoot = (): Buffer => sha256();

/** Whether two hashes are the same. Nothing here is secret, so time does not matter. */
export const sameHash = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
