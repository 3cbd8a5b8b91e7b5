import { hashFromBase64, toBase64 } from './base64.js';
import { fromDecimal } from './decimal.js';
import { demand } from './unsound.js';

/** What a log asks of a witness: to cosign a checkpoint that continues the one of `old` entries (C2SP tlog-witness). */
export interface Submission {
  /** Entries of the last checkpoint the witness cosigned; 0 when it never did. */
  old: number;
  /** That the tree of `old` entries begins the new one; empty for 0 and when nothing was added. */
  proof: Uint8Array[];
  /** The checkpoint, a note that the log has signed. */
  checkpoint: string;
}

const maxHashes = 63;

/** Body of `POST /add-checkpoint`. */
export const formatSubmission = ({ old, proof, checkpoint }: Submission): string =>
  [`old ${old}`, ...proof.map(toBase64), '', checkpoint].join('\n');

/** Reads the body of `POST /add-checkpoint` without believing it. */
export function parseSubmission(body: string): Submission {
  const end = body.indexOf('\n\n');
  demand(end >= 0, 'the submission has no checkpoint');
  const [old = '', ...lines] = body.slice(0, end).split('\n');
  demand(old.startsWith('old '), 'the submission has no old size');
  demand(lines.length <= maxHashes, 'the proof has too many hashes');
  return {
    old: fromDecimal(old.slice(4)),
    proof: lines.map(hashFromBase64),
    checkpoint: body.slice(end + 2),
  };
}
