import { parseVerifierKey, signatureType, type VerifierKey } from './key.js';
import type { Verified } from './note.js';
import { demand } from './unsound.js';

/** All that a verifier is configured with. */
export interface Trust {
  /** Name of the log; its keys are the Ed25519 keys of this name. */
  origin: string;
  /** Keys of the log and of its witnesses, past ones too: a checkpoint of a key that was retired stays verifiable. */
  keys: VerifierKey[];
  /** How many different witnesses must have signed. */
  witnesses: number;
}

/** Keys of the log in a list. */
export const logKeysOf = ({
  origin,
  keys,
}: {
  origin: string;
  keys: readonly VerifierKey[];
}): VerifierKey[] => keys.filter((key) => key.type === signatureType.ed25519 && key.name === origin);

/** Witnesses among verified signatures, by name: two keys of one witness are one witness, the later time counts. */
export function cosigners(verified: readonly Verified[]): { name: string; time: number }[] {
  const latest = new Map<string, number>();
  for (const { key, time } of verified)
    if (time !== undefined) latest.set(key.name, Math.max(time, latest.get(key.name) ?? 0));
  return [...latest].map(([name, time]) => ({ name, time }));
}

/**
 * Reads a list of vkeys: one a line, empty lines and lines that begin with `#` are left out. A key that is there twice
 * (under two names it would count as two witnesses) is `Unsound`.
 */
export function parseVerifierKeys(vkeys: string): VerifierKey[] {
  const lines = vkeys.split('\n').map((line) => line.trim());
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#')).map(parseVerifierKey);
  const raw = keys.map(({ publicKey }) => publicKey.toString('hex'));
  demand(new Set(raw).size === raw.length, 'a key is in the list twice');
  return keys;
}

/** Reads a list of vkeys; one without a key of the log, or with fewer witnesses than are demanded, is `Unsound`. */
export function parseTrust(origin: string, vkeys: string, witnesses: number): Trust {
  const keys = parseVerifierKeys(vkeys);
  demand(logKeysOf({ origin, keys }).length > 0, `no key of the log ${origin} is in the list`);
  const names = new Set(
    keys.filter(({ type }) => type === signatureType.cosignature).map(({ name }) => name),
  );
  demand(Number.isInteger(witnesses) && witnesses >= 0, 'the number of witnesses is not one');
  demand(witnesses <= names.size, `the list has ${names.size} witnesses and ${witnesses} must sign`);
  return { origin, keys, witnesses };
}
