import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { fromBase64, toBase64 } from './base64.js';
import { sha256 } from './hash.js';
import { demand } from './unsound.js';

/** Signature types of C2SP signed-note that are understood here; another one is a line here and in `signature.ts`. */
export const signatureType = { ed25519: 1, cosignature: 4 } as const;
export type SignatureType = (typeof signatureType)[keyof typeof signatureType];

/** Who may have signed: what a vkey line says. */
export interface VerifierKey {
  name: string;
  /** First four bytes of SHA-256(name, newline, type, key), lower-case hex. */
  id: string;
  type: SignatureType;
  publicKey: Buffer;
}

/** A key that signs, with the vkey that verifies. */
export interface SignerKey {
  verifier: VerifierKey;
  secret: KeyObject;
}

const spki = Buffer.from('302a300506032b6570032100', 'hex');
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const newline = '\n';

/** Key object of 32 raw bytes of an Ed25519 public key. */
export const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([spki, raw]), format: 'der', type: 'spki' });

/** Whether a key name is allowed: not empty, no Unicode space, no plus, no control character. */
export const isKeyName = (name: string): boolean =>
  name !== '' && !/[\p{White_Space}\p{Cc}\p{Surrogate}+]/u.test(name);

const idOf = (name: string, type: number, publicKey: Uint8Array): string =>
  sha256(name, newline, Uint8Array.of(type), publicKey).subarray(0, 4).toString('hex');

function verifierOf(name: string, type: SignatureType, publicKey: Buffer): VerifierKey {
  return { name, id: idOf(name, type, publicKey), type, publicKey };
}

/** Type and 32 bytes after it, of the last part of a vkey or skey. */
function material(text: string): { type: SignatureType; raw: Buffer } {
  const bytes = fromBase64(text);
  const type = Object.values(signatureType).find((known) => known === bytes[0]);
  demand(type !== undefined && bytes.length === 33, 'the type of the key is not known');
  return { type, raw: bytes.subarray(1) };
}

/** Reads a vkey: `name+id+base64(type, public key)`. */
export function parseVerifierKey(vkey: string): VerifierKey {
  const parts = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(vkey);
  demand(parts !== null, 'not a vkey');
  const [, name = '', id, key = ''] = parts;
  demand(isKeyName(name), 'not the name of a key');
  const { type, raw } = material(key);
  demand(idOf(name, type, raw) === id, 'the id of the key is not its own');
  return verifierOf(name, type, raw);
}

/** The vkey line of a key. */
export const formatVerifierKey = ({ name, id, type, publicKey }: VerifierKey): string =>
  `${name}+${id}+${toBase64(Buffer.concat([Uint8Array.of(type), publicKey]))}`;

function signerOf(name: string, type: SignatureType, secret: KeyObject): SignerKey {
  const raw = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(spki.length);
  return { verifier: verifierOf(name, type, raw), secret };
}

/** Reads an skey: `PRIVATE+KEY+name+id+base64(type, seed)`. */
export function parseSignerKey(skey: string): SignerKey {
  const parts = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(skey);
  demand(parts !== null, 'not an skey');
  const [, name = '', id, key = ''] = parts;
  demand(isKeyName(name), 'not the name of a key');
  const { type, raw } = material(key);
  const seed = createPrivateKey({ key: Buffer.concat([pkcs8, raw]), format: 'der', type: 'pkcs8' });
  const signer = signerOf(name, type, seed);
  demand(signer.verifier.id === id, 'the id of the key is not its own');
  return signer;
}

/** The skey line of a key: secret. */
export function formatSignerKey({ verifier: { name, id, type }, secret }: SignerKey): string {
  const seed = secret.export({ format: 'der', type: 'pkcs8' }).subarray(pkcs8.length);
  return `PRIVATE+KEY+${name}+${id}+${toBase64(Buffer.concat([Uint8Array.of(type), seed]))}`;
}

/** A new key under a name. */
export function newSignerKey(name: string, type: SignatureType): SignerKey {
  demand(isKeyName(name), 'not the name of a key');
  return signerOf(name, type, generateKeyPairSync('ed25519').privateKey);
}
