import {
  emptyRoot,
  logKeysOf,
  openNote,
  parseCheckpoint,
  parseNote,
  parseSubmission,
  sameHash,
  signatureLine,
  Unsound,
  verifyConsistency,
  type Checkpoint,
  type SignerKey,
  type Submission,
  type VerifierKey,
} from '#transparency';
import type { Memory } from './memory.js';

/** What a witness answers. `size` is what it knows; `fork` a checkpoint that the log should not have signed. */
export type Verdict =
  | { status: 200; line: string }
  | { status: 409; size: number; fork?: string }
  | { status: 422; why: string; fork: string }
  | { status: 400 | 403 | 404; why: string };

/** The note with the signatures of the log alone: a stranger can add any other line. Undefined when the log has not signed. */
function asSigned(note: string, keys: readonly VerifierKey[]): string | undefined {
  try {
    openNote(note, keys);
  } catch (error) {
    if (error instanceof Unsound) return undefined;
    throw error;
  }
  const { text, signatures } = parseNote(note);
  const lines = note.slice(text.length + 1, -1).split('\n');
  const isOfLog = (at: number) =>
    keys.some(({ name, id }) => name === signatures[at]?.name && id === signatures[at].id);
  return `${text}\n${lines.filter((_, at) => isOfLog(at)).join('\n')}\n`;
}

const nothing = { size: 0, root: emptyRoot() };

/** Why not to sign; undefined when the checkpoint continues the last one. */
function refusal(
  { old, proof, checkpoint }: Submission,
  now: Checkpoint,
  memory: Memory,
): Verdict | undefined {
  const known = memory.last(now.origin) ?? nothing;
  if (old > now.size) return { status: 400, why: 'the old size is larger than the new one' };
  if (old !== known.size) return { status: 409, size: known.size };
  if (old === now.size && !sameHash(known.root, now.root))
    return { status: 409, size: known.size, fork: checkpoint };
  const claim = { oldSize: old, oldRoot: known.root, size: now.size, root: now.root, proof };
  if (verifyConsistency(claim)) return undefined;
  return { status: 422, why: `this does not continue the ${old} entries I cosigned`, fork: checkpoint };
}

/**
 * Cosigns a checkpoint that continues the last one cosigned, and remembers it first (C2SP tlog-witness). Nothing is awaited
 * between the comparison and the memory, so two submissions never compare with the same past. `seconds` since 1970.
 */
export function addCheckpoint(
  body: string,
  { keys, memory, signer }: { keys: readonly VerifierKey[]; memory: Memory; signer: SignerKey },
  seconds: number,
): Verdict {
  const submission = parseSubmission(body);
  const { text } = parseNote(submission.checkpoint);
  const now = parseCheckpoint(text);
  const logKeys = logKeysOf({ origin: now.origin, keys });
  if (logKeys.length === 0) return { status: 404, why: 'this log is not known here' };
  const checkpoint = asSigned(submission.checkpoint, logKeys);
  if (checkpoint === undefined) return { status: 403, why: 'the log has not signed this' };
  const no = refusal({ ...submission, checkpoint }, now, memory);
  if (no) return no;
  const line = signatureLine(text, signer, seconds);
  memory.keep({ ...now, note: checkpoint + line });
  return { status: 200, line };
}
