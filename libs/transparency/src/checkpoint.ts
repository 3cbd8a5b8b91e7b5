import { hashFromBase64, toBase64 } from './base64.js';
import { fromDecimal } from './decimal.js';
import { emptyRoot, sameHash } from './hash.js';
import { openNote } from './note.js';
import type { Trust } from './trust.js';
import { cosigners, logKeysOf } from './trust.js';
import { demand } from './unsound.js';

/** What a log says of itself: so many entries under this root. */
export interface Checkpoint {
  origin: string;
  size: number;
  root: Buffer;
}

/** A checkpoint that may be believed, and which witnesses have seen it, each with the seconds since 1970 of its statement. */
export interface Believed extends Checkpoint {
  witnesses: { name: string; time: number }[];
}

/** Body of the note of a checkpoint (C2SP tlog-checkpoint). */
export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`;

/** Reads the body of a checkpoint. Extension lines are allowed, and of no meaning here. */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  demand(lines.length >= 4 && lines.pop() === '' && !lines.includes(''), 'a checkpoint has three lines');
  const [origin = '', size = '', root = ''] = lines;
  const checkpoint = { origin, size: fromDecimal(size), root: hashFromBase64(root) };
  demand(checkpoint.size > 0 || sameHash(checkpoint.root, emptyRoot()), 'the empty tree has another root');
  return checkpoint;
}

/** The checkpoint in a note, when the log has signed it and enough witnesses have; else `Unsound`. */
export function openCheckpoint(note: string, trust: Trust): Believed {
  const { text, verified } = openNote(note, trust.keys);
  const checkpoint = parseCheckpoint(text);
  demand(checkpoint.origin === trust.origin, `this is the log ${checkpoint.origin}`);
  const signers = verified.map(({ key }) => key);
  demand(
    logKeysOf(trust).some((key) => signers.includes(key)),
    'the log has not signed the checkpoint',
  );
  const witnesses = cosigners(verified);
  demand(
    witnesses.length >= trust.witnesses,
    `${witnesses.length} witnesses have signed where ${trust.witnesses} must`,
  );
  return { ...checkpoint, witnesses };
}
