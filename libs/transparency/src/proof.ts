import { fromBase64, hashFromBase64, toBase64 } from './base64.js';
import { openCheckpoint, type Believed } from './checkpoint.js';
import { fromDecimal } from './decimal.js';
import { leafHash } from './hash.js';
import type { Trust } from './trust.js';
import { demand } from './unsound.js';
import { verifyInclusion } from './verify.js';

/** A proof to keep and to check offline (C2SP tlog-proof). */
export interface Proof {
  index: number;
  hashes: Uint8Array[];
  /** The signed note, as the log gave it. */
  checkpoint: string;
  /** What the writer adds, unsigned: believe nothing of it that the entry does not confirm. */
  extra?: Uint8Array | undefined;
}

const header = 'c2sp.org/tlog-proof@v1';
const maxProof = 1_100_000;
const maxHashes = 63;

/** Text of a `.tlog-proof` file. */
export function formatProof({ index, hashes, checkpoint, extra }: Proof): string {
  const lines = [
    header,
    ...(extra ? [`extra ${toBase64(extra)}`] : []),
    `index ${index}`,
    ...hashes.map(toBase64),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Reads a proof without believing it. */
export function parseProof(text: string): Proof {
  demand(text.length <= maxProof, 'the proof is too long');
  const end = text.indexOf('\n\n');
  demand(end >= 0, 'the proof has no checkpoint');
  const [first, ...lines] = text.slice(0, end).split('\n');
  demand(first === header, 'not a proof of a known kind');
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()?.slice(6) ?? '') : undefined;
  const index = lines.shift() ?? '';
  demand(index.startsWith('index '), 'the proof has no index');
  demand(lines.length <= maxHashes, 'the proof has too many hashes');
  return {
    index: fromDecimal(index.slice(6)),
    hashes: lines.map(hashFromBase64),
    checkpoint: text.slice(end + 2),
    extra,
  };
}

/** What a proof proves: the entry is in the log at this index, under this checkpoint. */
export interface Proven {
  index: number;
  checkpoint: Believed;
  extra?: Uint8Array | undefined;
}

/** Checks a proof for an entry; one that does not hold is `Unsound`. */
export function verifyProof(text: string, entry: Uint8Array, trust: Trust): Proven {
  const { index, hashes, checkpoint: note, extra } = parseProof(text);
  const checkpoint = openCheckpoint(note, trust);
  const { size, root } = checkpoint;
  const holds = verifyInclusion({ index, size, root, leaf: leafHash(entry), proof: hashes });
  demand(holds, `the entry is not at index ${index} of this log`);
  return { index, checkpoint, extra };
}
