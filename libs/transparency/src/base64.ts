import { hashSize } from './hash.js';
import { demand } from './unsound.js';

/** Bytes of standard base64 with padding, in its one canonical spelling; anything else is `Unsound`. */
export function fromBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64');
  // Node skips what it does not know; only the spelling it would write itself is taken.
  demand(bytes.toString('base64') === text, 'base64 is not canonical');
  return bytes;
}

/** Standard base64 with padding. */
export const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** One hash in base64. */
export function hashFromBase64(text: string): Buffer {
  const bytes = fromBase64(text);
  demand(bytes.length === hashSize, 'a hash must have 32 bytes');
  return bytes;
}
