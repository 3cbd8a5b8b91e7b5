import { sha256 } from './hash.js';
import { canonical, hashesOf, hashOfAll, saltFor } from './parts.js';
import { demand } from './unsound.js';

/** An entry of the log: says that something was recorded, and of what and whom only salted hashes. */
export interface Leaf {
  v: 1;
  /** Dense position in the ledger, from 1; its index in the log is one less. */
  position: number;
  eventId: string;
  type: string;
  stream: string;
  streamVersion: number;
  /** When it was recorded, ISO 8601. */
  time: string;
  actorHash: string;
  payloadHash: string;
}

/** What a leaf commits to, part by part (parts.ts), and what is erased with its salt. */
export interface Secret {
  /** At least 16 random bytes of this event alone: without it, a small payload could be guessed. */
  salt: Uint8Array;
  payload: unknown;
  person: string;
}

const payloadHash = ({ salt, payload }: Pick<Secret, 'salt' | 'payload'>): string =>
  hashOfAll(hashesOf(salt, payload));
const actorHash = ({ salt, person }: Pick<Secret, 'salt' | 'person'>): string =>
  sha256(saltFor(salt, 'person'), person).toString('hex');

/** The leaf of an event. */
export function leafOf(event: Omit<Leaf, 'v' | 'actorHash' | 'payloadHash'>, secret: Secret): Leaf {
  const { position, eventId, type, stream, streamVersion, time } = event;
  const hashes = { actorHash: actorHash(secret), payloadHash: payloadHash(secret) };
  return { v: 1, position, eventId, type, stream, streamVersion, time, ...hashes };
}

/** Bytes of the entry in the log. */
export const leafBytes = (leaf: Leaf): Buffer => Buffer.from(canonical(leaf));

const isNumber = (n: unknown) => Number.isSafeInteger(n) && Number(n) > 0;
const isHash = (text: unknown) => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
const isString = (text: unknown) => typeof text === 'string' && text !== '' && !/\p{Surrogate}/u.test(text);
const fields: Record<keyof Leaf, (value: unknown) => boolean> = {
  v: (v) => v === 1,
  position: isNumber,
  eventId: isString,
  type: isString,
  stream: isString,
  streamVersion: isNumber,
  time: isString,
  actorHash: isHash,
  payloadHash: isHash,
};

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads an entry: the nine fields, in canonical JSON; anything else is `Unsound`. */
export function parseLeaf(bytes: Uint8Array): Leaf {
  const text = Buffer.from(bytes).toString();
  const value = jsonOf(text);
  demand(typeof value === 'object' && value !== null, 'the entry is not an object');
  const names = Object.keys(value);
  const known = Object.entries(fields).every(([name, holds]) =>
    holds((value as Record<string, unknown>)[name]),
  );
  demand(known && names.length === Object.keys(fields).length, 'the entry has not the fields of a leaf');
  const leaf = value as Leaf;
  demand(leafBytes(leaf).equals(bytes), 'the entry is not canonical JSON');
  return leaf;
}

/** Whether payload and salt are those of the leaf; the person is checked where one is given. */
export function isOfLeaf(
  leaf: Leaf,
  { salt, payload, person }: Omit<Secret, 'person'> & { person?: string },
): boolean {
  if (salt.length < 16) return false;
  const payloadHolds = payloadHash({ salt, payload }) === leaf.payloadHash;
  return payloadHolds && (person === undefined || actorHash({ salt, person }) === leaf.actorHash);
}
