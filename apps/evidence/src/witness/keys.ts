import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  formatSignerKey,
  newSignerKey,
  parseSignerKey,
  parseVerifierKeys,
  signatureType,
  type SignerKey,
  type VerifierKey,
} from '#transparency';
import { createFile } from './durable.js';
import { Forgetful, Memory, type Place } from './memory.js';

/** The key of a witness in its folder, made at the first start; a key of another name is `Forgetful`. */
export function signerIn(place: Place, name: string): SignerKey {
  const file = path.join(place.folder, 'key');
  if (!existsSync(file)) {
    Memory.prepare(place);
    createFile(file, `${formatSignerKey(newSignerKey(name, signatureType.cosignature))}\n`);
  }
  const signer = parseSignerKey(readFileSync(file, 'utf8').trim());
  if (signer.verifier.name !== name || signer.verifier.type !== signatureType.cosignature)
    throw new Forgetful(`${file} is not the key of a witness called ${name}`);
  return signer;
}

/**
 * Keys of the logs that are witnessed. A file is read at each start: who puts a key there vouches for it. An address is asked
 * once, and what it answered is kept in `log-keys` and never asked for again: trust on first use.
 */
export async function logKeysFrom(source: string, folder: string): Promise<VerifierKey[]> {
  if (!/^https?:\/\//.test(source)) return parseVerifierKeys(readFileSync(source, 'utf8'));
  const pinned = path.join(folder, 'log-keys');
  if (!existsSync(pinned)) {
    const response = await fetch(source, { redirect: 'error', signal: AbortSignal.timeout(10_000) });
    const text = await response.text();
    if (!response.ok || parseVerifierKeys(text).length === 0) throw new Error(`${source} gives no keys`);
    createFile(pinned, text);
  }
  return parseVerifierKeys(readFileSync(pinned, 'utf8'));
}
