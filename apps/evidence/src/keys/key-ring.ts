import {
  formatSignerKey,
  formatVerifierKey,
  newSignerKey,
  parseSignerKey,
  signatureType,
  Unsound,
  type SignerKey,
  type VerifierKey,
} from '#transparency';
import { readFile } from 'node:fs/promises';
import { isAbsence, writeDurably } from '../files/durable.js';
import type { LogFiles } from '../files/log-files.js';
import { insist, Refused } from '../notary/refused.js';

/** File of the log with every vkey there ever was, of the log and of its witnesses. */
export const keysFile = 'keys';

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** Keys in a file of skeys, one a line, all of the log; lines that begin with `#` are left out. Throws Refused. */
function keysIn(file: string, text: string, origin: string): SignerKey[] {
  const lines = text.split('\n').map((line) => line.trim());
  try {
    const keys = lines.filter((line) => line !== '' && !line.startsWith('#')).map(parseSignerKey);
    const stranger = keys.find(
      ({ verifier }) => verifier.name !== origin || verifier.type !== signatureType.ed25519,
    );
    if (stranger)
      throw new Refused(`${file} has a key of ${stranger.verifier.name}; this is the log ${origin}`);
    insist(keys.length > 0, `${file} has no key`);
    return keys;
  } catch (error) {
    if (error instanceof Unsound) throw new Refused(`${file} cannot be read: ${error.message}`);
    throw error;
  }
}

/**
 * The keys that sign. A new log (`isNew`) makes its first one, readable by its owner only; a key that was lost later is never replaced
 * by itself, since nobody would believe the new one.
 */
export async function signersIn(file: string, origin: string, isNew: boolean): Promise<SignerKey[]> {
  const text = await textOf(file);
  if (text !== undefined) return keysIn(file, text, origin);
  insist(isNew, `the key file ${file} is gone, and this log was signed before`);
  const key = newSignerKey(origin, signatureType.ed25519);
  await writeDurably(file, Buffer.from(`${formatSignerKey(key)}\n`), 0o600);
  return [key];
}

/** Adds what is missing to the published list. No line ever leaves it. */
export async function publishKeys(files: LogFiles, keys: readonly VerifierKey[]): Promise<void> {
  const before = (await files.read(keysFile))?.toString() ?? '';
  const known = new Set(before.split('\n'));
  const added = keys.map(formatVerifierKey).filter((vkey) => !known.has(vkey));
  if (added.length > 0) await files.write(keysFile, before + added.map((vkey) => `${vkey}\n`).join(''));
}
