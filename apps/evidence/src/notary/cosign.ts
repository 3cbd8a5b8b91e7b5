import {
  consistencyProof,
  formatSubmission,
  hashesFromTiles,
  openNote,
  parseNote,
  type Checkpoint,
} from '#transparency';
import { setTimeout as delay } from 'node:timers/promises';
import type { LogFiles } from '../files/log-files.js';
import type { WitnessAddress } from './witness-list.js';

const PATIENCE_MS = 5_000;
/** How long those who are slower than the quorum are waited for. */
const GRACE_MS = 300;
const MAX_ANSWER = 20_000;

/** What a witness is asked to cosign. */
export interface Submission extends Checkpoint {
  note: string;
}

/** Asks the witnesses to cosign, each from the size that it knows. */
export class Cosigners {
  private readonly known = new Map<string, number>();
  /** Why a witness has not cosigned when it was asked last, by its name. */
  readonly trouble = new Map<string, string>();

  constructor(
    readonly witnesses: readonly WitnessAddress[],
    readonly quorum: number,
    private readonly files: LogFiles,
  ) {}

  /** Signature lines of all who cosigned in time; the quorum is reached when there are as many. */
  async cosign(submission: Submission): Promise<string[]> {
    const lines: string[] = [];
    let reached: () => void = () => undefined;
    const quorum = new Promise<void>((resolve) => (reached = resolve));
    const asked = this.witnesses.map(async (witness) => {
      const line = await this.ask(witness, submission).catch((error: unknown) => {
        this.trouble.set(witness.key.name, messageOf(error));
        return undefined;
      });
      if (line === undefined) return;
      this.trouble.delete(witness.key.name);
      lines.push(line);
      if (lines.length >= this.quorum) reached();
    });
    await Promise.race([Promise.all(asked), quorum.then(() => delay(GRACE_MS, undefined, { ref: false }))]);
    return [...lines];
  }

  private async ask(witness: WitnessAddress, submission: Submission): Promise<string> {
    const { name } = witness.key;
    const old = Math.min(this.known.get(name) ?? 0, submission.size);
    const first = await this.send(witness, submission, old);
    const answer = typeof first === 'number' ? await this.send(witness, submission, first) : first;
    if (typeof answer === 'number') throw new Error('does not say from where it wants to go on');
    this.known.set(name, submission.size);
    return answer;
  }

  /** Its signature line, or the size from which it wants the proof. */
  private async send(
    { key, url }: WitnessAddress,
    { note, size }: Submission,
    old: number,
  ): Promise<string | number> {
    const proof = await consistencyProof(old, size, hashesFromTiles(size, this.files.tile));
    const answer = await fetch(`${url}/add-checkpoint`, {
      method: 'POST',
      body: formatSubmission({ old, proof, checkpoint: note }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = (await answer.text()).slice(0, MAX_ANSWER);
    if (answer.status === 409) return sizeIn(text, { old, size });
    if (answer.status === 422)
      throw new Error(`may show a fork: of the ${old} entries it knows it says ${text.trim().slice(0, 200)}`);
    if (!answer.ok) throw new Error(`refuses: ${answer.status} ${text.trim().slice(0, 200)}`);
    const own = text.split('\n').find((line) => line.startsWith(`— ${key.name} `));
    if (own === undefined) throw new Error('has not cosigned');
    // Throws unless the signature is that of this checkpoint.
    openNote(`${parseNote(note).text}\n${own}\n`, [key]);
    return `${own}\n`;
  }
}

/** The size that a witness knows, from which it is asked again. */
function sizeIn(text: string, { old, size }: { old: number; size: number }): number {
  const known = /^(0|[1-9]\d{0,15})\n?$/.exec(text)?.[1];
  if (known === undefined) throw new Error('does not say which size it knows');
  if (Number(known) > size) throw new Error(`has seen ${known} entries of this log, and there are ${size}`);
  // Asked from where it stands, it has nothing to refuse but the root.
  if (Number(known) === old)
    throw new Error(`shows a fork: it has cosigned another root of ${known} entries of this log`);
  return Number(known);
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
