import type { Leaf } from './leaf.js';
import { canonical, hashesOf, hashOfAll, partHash, partsOf, saltFor, type Part } from './parts.js';
import { demand } from './unsound.js';

/** Some parts of what a leaf commits to, each with its salt in base64; of the others the hash alone. */
export interface Disclosure {
  open: (Part & { salt: string })[];
  closed: string[];
}

/**
 * Opens the parts of a payload that are in `shown` with the same value, and no other: neither they nor the person can be guessed from it.
 * @param secret the event's own salt and whole payload
 */
export function disclose(secret: { salt: Uint8Array; payload: unknown }, shown: unknown): Disclosure {
  const wanted = new Set(partsOf(shown).map(({ at, value }) => canonical([at, value])));
  const open = partsOf(secret.payload)
    .filter(({ at, value }) => wanted.has(canonical([at, value])))
    .map((part) => ({ ...part, salt: saltFor(secret.salt, part.at) }));
  const opened = new Set(open.map((part) => partHash(part, part.salt)));
  const closed = hashesOf(secret.salt, secret.payload).filter((hash) => !opened.has(hash));
  return {
    open: open.map((part) => ({ ...part, salt: part.salt.toString('base64') })),
    closed: closed.sort(),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isHash = (text: unknown) => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
/** A JSON pointer that can be shown in a line: with another one, a log could show a line that it never recorded. */
const isPointer = (text: string) => /^(?:\/(?:[^/~\p{C}]|~[01])*)*$/u.test(text);
const placesAround = (at: string): string[] => [...at.matchAll(/\//g)].map(({ index }) => at.slice(0, index));

/** Reads a disclosure that came from elsewhere; anything else is `Unsound`. */
export function parseDisclosure(value: unknown): Disclosure {
  demand(
    isRecord(value) && Array.isArray(value['open']) && Array.isArray(value['closed']),
    'this is no disclosure',
  );
  const { open, closed } = value as { open: unknown[]; closed: unknown[] };
  const parts = open.map((one) => {
    demand(isRecord(one) && typeof one['at'] === 'string' && 'value' in one, 'an open part is incomplete');
    demand(isPointer(one['at']), 'the place of an open part is no JSON pointer');
    demand(partsOf(one['value'], one['at'])[0]?.at === one['at'], 'an open part has members of its own');
    demand(/^[\w+/]{43}=$/.test(String(one['salt'])), 'the salt of an open part has not 32 bytes');
    return { at: one['at'], value: one['value'], salt: String(one['salt']) };
  });
  const places = new Set(parts.map(({ at }) => at));
  demand(places.size === parts.length, 'a part is opened twice');
  const isApart = parts.every(({ at }) => !placesAround(at).some((place) => places.has(place)));
  demand(isApart, 'a part is opened inside of another');
  demand(closed.every(isHash), 'a closed part is not a hash');
  return { open: parts, closed: closed as string[] };
}

/** Whether what is opened was recorded by this leaf. */
export const isDisclosedBy = (
  { payloadHash }: Pick<Leaf, 'payloadHash'>,
  { open, closed }: Disclosure,
): boolean =>
  hashOfAll([...closed, ...open.map((part) => partHash(part, Buffer.from(part.salt, 'base64')))]) ===
  payloadHash;
