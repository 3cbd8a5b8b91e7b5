import canonicalize from 'canonicalize';
import { createHash, createHmac } from 'node:crypto';
import { hashSize, sha256 } from './hash.js';

/** RFC 8785 canonical JSON. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new RangeError('this is not a JSON value');
  return text;
}

/** A piece of a payload: where it is (JSON pointer, RFC 6901) and what it is. */
export interface Part {
  at: string;
  value: unknown;
}

const step = (name: string): string => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The parts of a payload: whatever in it is not an object with members. */
export function partsOf(value: unknown, at = ''): Part[] {
  const members =
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  if (members.length === 0) return [{ at, value }];
  return members.flatMap(([name, inner]) => (inner === undefined ? [] : partsOf(inner, at + step(name))));
}

/** A salt for one purpose, from which neither the salt of the event nor one for another purpose can be had. */
export function saltFor(salt: Uint8Array, purpose: string): Buffer {
  if (salt.length < 16) throw new RangeError('a salt has at least 16 bytes');
  return createHmac('sha256', salt).update(purpose).digest();
}

/** Hash of a part under its own salt, hexadecimal. */
export const partHash = ({ at, value }: Part, salt: Uint8Array): string =>
  sha256(salt, canonical([at, value])).toString('hex');

/** Hashes come in such numbers, so that their count does not tell whether a member is there: most events have fewer, all told. */
const ROUND = 64;

/** Hashes of all parts of a payload, and as many of nothing as fill the round. */
export function hashesOf(salt: Uint8Array, payload: unknown): string[] {
  const hashes = partsOf(payload).map((part) => partHash(part, saltFor(salt, part.at)));
  const missing = (ROUND - (hashes.length % ROUND)) % ROUND;
  const nothing = createHash('shake256', { outputLength: Math.max(1, missing) * hashSize })
    .update(saltFor(salt, 'nothing'))
    .digest('hex');
  const fill = Array.from({ length: missing }, (_, i) =>
    nothing.slice(2 * hashSize * i, 2 * hashSize * (i + 1)),
  );
  return [...hashes, ...fill];
}

/** The one hash of them all, hexadecimal, whatever their order. Their JSON is canonical as it is. */
export const hashOfAll = (hashes: readonly string[]): string =>
  sha256(JSON.stringify([...hashes].sort())).toString('hex');
