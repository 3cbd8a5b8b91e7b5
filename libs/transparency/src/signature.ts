import { sign, verify } from 'node:crypto';
import { publicKeyOf, signatureType, type SignerKey, type VerifierKey } from './key.js';

/** Message of a witness: the checkpoint as it was seen at a time (C2SP tlog-cosignature). */
const cosigned = (text: string, seconds: bigint): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

/** Signature of a note's text: 64 bytes, for a cosignature with eight bytes of time (whole seconds since 1970) before them. */
export function signText(text: string, { verifier, secret }: SignerKey, seconds: number): Buffer {
  if (verifier.type === signatureType.ed25519) return sign(null, Buffer.from(text), secret);
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  return Buffer.concat([time, sign(null, cosigned(text, BigInt(seconds)), secret)]);
}

/** Whether the key made this signature of the text. Never throws. */
export function verifyText(text: string, signature: Buffer, { type, publicKey }: VerifierKey): boolean {
  const key = publicKeyOf(publicKey);
  if (type === signatureType.ed25519)
    return signature.length === 64 && verify(null, Buffer.from(text), key, signature);
  if (signature.length !== 72) return false;
  const seconds = signature.readBigUInt64BE();
  return seconds < 2n ** 63n && verify(null, cosigned(text, seconds), key, signature.subarray(8));
}

/** Time of a cosignature, in seconds since 1970; undefined for other types. */
export const timeOf = (signature: Buffer, { type }: VerifierKey): number | undefined =>
  type === signatureType.cosignature ? Number(signature.readBigUInt64BE()) : undefined;
