import { fromBase64, toBase64 } from './base64.js';
import { isKeyName, type SignerKey, type VerifierKey } from './key.js';
import { signText, timeOf, verifyText } from './signature.js';
import { demand } from './unsound.js';

/** One signature line, not yet believed. */
export interface NoteSignature {
  name: string;
  id: string;
  signature: Buffer;
}

/** A note that was taken apart, not yet believed. */
export interface Note {
  text: string;
  signatures: NoteSignature[];
}

/** A signature that was verified. `time` (seconds since 1970) is there for cosignatures. */
export interface Verified {
  key: VerifierKey;
  time?: number | undefined;
}

const maxNote = 1_000_000;
const maxSignatures = 100;
const line = ({ name, id, signature }: NoteSignature): string =>
  `— ${name} ${toBase64(Buffer.concat([Buffer.from(id, 'hex'), signature]))}\n`;

/** Lines of well-formed Unicode, without characters below U+0020 but the newline. */
function isText(text: string): boolean {
  for (let at = 0; at < text.length; at += 1)
    if (text.charCodeAt(at) < 0x20 && text[at] !== '\n') return false;
  return text.endsWith('\n') && !/\p{Surrogate}/u.test(text);
}

function parseLine(text: string): NoteSignature {
  const [dash, name = '', encoded = '', ...more] = text.split(' ');
  demand(dash === '—' && more.length === 0 && isKeyName(name), 'not a signature line');
  const bytes = fromBase64(encoded);
  demand(bytes.length > 4, 'the signature is too short');
  return { name, id: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) };
}

/** Takes a note apart without believing it (C2SP signed-note). */
export function parseNote(note: string): Note {
  demand(note.length <= maxNote && isText(note), 'not the text of a note');
  const end = note.lastIndexOf('\n\n');
  demand(end >= 0, 'the note has no signatures');
  const lines = note.slice(end + 2, -1).split('\n');
  demand(lines.length <= maxSignatures, 'the note has too many signatures');
  return { text: note.slice(0, end + 1), signatures: lines.map(parseLine) };
}

/**
 * Text of a note and which of the keys signed it. Signatures by other keys are ignored; one false signature under a
 * known key, or none by a known key, makes the note `Unsound`.
 */
export function openNote(note: string, keys: readonly VerifierKey[]): { text: string; verified: Verified[] } {
  const { text, signatures } = parseNote(note);
  const verified = new Map<VerifierKey, Verified>();
  for (const { name, id, signature } of signatures) {
    const key = keys.find((known) => known.name === name && known.id === id);
    if (!key || verified.has(key)) continue;
    demand(verifyText(text, signature, key), `the signature of ${name} is false`);
    verified.set(key, { key, time: timeOf(signature, key) });
  }
  demand(verified.size > 0, 'no known key has signed the note');
  return { text, verified: [...verified.values()] };
}

/** One signature line for a note's text. `seconds` since 1970 is written by cosignatures only. */
export function signatureLine(text: string, signer: SignerKey, seconds: number): string {
  const { name, id } = signer.verifier;
  return line({ name, id, signature: signText(text, signer, seconds) });
}

/** A note: the text, which ends with a newline, and a signature by each key. */
export function signNote(text: string, signers: readonly SignerKey[], seconds: number): string {
  if (!isText(text)) throw new RangeError('the text of a note is lines without control characters');
  return `${text}\n${signers.map((signer) => signatureLine(text, signer, seconds)).join('')}`;
}

/** The note with one more signature. Those that are there are kept as they are. */
export function addSignature(note: string, signer: SignerKey, seconds: number): string {
  return note + signatureLine(parseNote(note).text, signer, seconds);
}
