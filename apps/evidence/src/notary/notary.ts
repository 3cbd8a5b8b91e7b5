import { readLog } from '#event-store';
import {
  auditLog,
  formatCheckpoint,
  Frontier,
  leafHash,
  signNote,
  type Checkpoint,
  type Fault,
  type ReadTile,
  type SignerKey,
} from '#transparency';
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { LogFiles } from '../files/log-files.js';
import { publishKeys, signersIn } from '../keys/key-ring.js';
import type { Cosigners } from './cosign.js';
import { foldLeaves } from './fold.js';
import { growFiles } from './grow-files.js';
import { pastOf, standsForAll } from './heads.js';
import { addLeaves } from './leaf-rows.js';
import { publish } from './publish.js';
import { record, tilesAreOf } from './record.js';
import { insist, Refused } from './refused.js';
import type { OnStep } from './steps.js';

const BATCH = 1_000;
/** Milliseconds after which a checkpoint that is still the newest is cosigned again, so that nobody takes a quiet log for a halted one. */
const FRESH_MS = 30_000;

export interface NotarySettings {
  /** Role kyogi_notary. */
  pool: Pool;
  files: LogFiles;
  origin: string;
  keyFile: string;
  cosigners: Cosigners;
  /** Throws when another process may be at work by now. */
  confirm?: () => Promise<void>;
  onStep?: OnStep;
  /** Milliseconds between two publications of the same checkpoint (30 000); only where there are witnesses. */
  freshMs?: number;
  /** A file that was found damaged; all files are written anew. */
  onDamage?: (fault: Fault) => void;
}

export type Outcome = 'nothing' | 'published' | 'unwitnessed';

/** Integrates, files, signs and publishes. Everything is read from what is durable, so each step may be the last of a process. */
export class Notary {
  private tree = Frontier.empty();
  private signers: SignerKey[] = [];
  /** Up to where files are known to be written. */
  private filed = 0;
  private published = 0;
  /** When it was published last, `performance.now()`; undefined: not by this process. */
  private publishedAt: number | undefined;
  private damaged = false;
  private readonly onStep: OnStep;

  constructor(private readonly settings: NotarySettings) {
    this.onStep = settings.onStep ?? (() => undefined);
  }

  /** Where things stand; compared with all that was signed before. Throws Refused. Before the first round, and after any error. */
  async open(): Promise<void> {
    const { pool, files, origin, keyFile, cosigners } = this.settings;
    const { row, kept, published, heads } = await pastOf(pool, files, origin);
    // Files are written anew only out of leaves that were all held against what was signed.
    const sound = kept !== undefined && !this.damaged && (await tilesAreOf(files, kept));
    const short = row && sound && (await standsForAll(pool, row, heads));
    const base = short ? row.frontier : Frontier.empty();
    const ahead = heads.filter(({ size }) => size >= base.size);
    this.tree = await foldLeaves(pool, base, ahead);
    this.signers = await signersIn(keyFile, origin, heads.length === 0);
    const witnesses = cosigners.witnesses.map(({ key }) => key);
    await publishKeys(files, [...this.signers.map(({ verifier }) => verifier), ...witnesses]);
    this.filed = sound ? kept.size : 0;
    this.published = published?.size ?? 0;
    this.damaged = false;
    if (sound) this.inspect(kept);
  }

  /** One round: all that is numbered by now is integrated, and published under one checkpoint. */
  async round(): Promise<Outcome> {
    const { pool, files } = this.settings;
    if (this.damaged) await this.open();
    await this.integrate();
    const { size } = this.tree;
    const isNew = size !== this.published || size !== this.filed;
    if (size === 0 || (!isNew && this.isFresh())) return 'nothing';
    await growFiles(pool, files, this.filed, size);
    this.filed = size;
    this.onStep('filed');
    await this.permission();
    return this.sign();
  }

  /** Whether the published checkpoint need not be cosigned again. */
  private isFresh(): boolean {
    const { cosigners, freshMs = FRESH_MS } = this.settings;
    if (cosigners.witnesses.length === 0) return true;
    return this.publishedAt !== undefined && performance.now() - this.publishedAt < freshMs;
  }

  private async integrate(): Promise<void> {
    const { pool } = this.settings;
    const { rows } = await pool.query<{ n: string }>('SELECT n FROM log_head WHERE k = 1');
    const head = Number(rows[0]?.n ?? 0);
    insist(head >= this.tree.size, `the ledger has ${head} events, and ${this.tree.size} were integrated`);
    if (head === this.tree.size) return;
    const read = async (sql: string, values: unknown[]) => (await pool.query(sql, values)).rows as unknown;
    while (this.tree.size < head) {
      const events = await readLog(read, this.tree.size, BATCH, head);
      insist(
        events.length > 0 && events.every(({ position }, at) => position === this.tree.size + at + 1),
        `the ledger has a gap after position ${this.tree.size}`,
      );
      for (const entry of await addLeaves(pool, events)) this.tree.append(leafHash(entry));
    }
    this.onStep('integrated');
  }

  /** Files that do not lead to the root are written anew once, from leaves that were checked; what still differs is refused. */
  private async permission(): Promise<void> {
    const { pool, files, origin } = this.settings;
    const now = { size: this.tree.size, root: this.tree.root() };
    try {
      if (!(await tilesAreOf(files, now)))
        throw new Refused('the tiles do not lead to the root of the leaves');
      await record(pool, files, origin, this.tree, this.onStep);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.damaged = true;
      await this.open();
      await growFiles(pool, files, 0, this.tree.size);
      this.filed = this.tree.size;
      insist(await tilesAreOf(files, { size: this.tree.size, root: this.tree.root() }), error.message);
      await record(pool, files, origin, this.tree, this.onStep);
    }
  }

  private async sign(): Promise<Outcome> {
    const { pool, files, origin, cosigners, confirm } = this.settings;
    const checkpoint: Checkpoint = { origin, size: this.tree.size, root: this.tree.root() };
    const own = signNote(formatCheckpoint(checkpoint), this.signers, Math.floor(Date.now() / 1_000));
    const lines = await cosigners.cosign({ ...checkpoint, note: own });
    this.onStep('signed');
    if (lines.length < cosigners.quorum) return 'unwitnessed';
    await confirm?.();
    const note = own + lines.join('');
    await publish({
      pool,
      files,
      after: this.published,
      checkpoint: { ...checkpoint, note },
      onStep: this.onStep,
    });
    this.published = checkpoint.size;
    this.publishedAt = performance.now();
    return 'published';
  }

  /** Reads all files once, beside the rounds and slowly, so that they do not wait. */
  private inspect(kept: Checkpoint): void {
    const { files, onDamage } = this.settings;
    const unhurried: ReadTile = (tile) => delay(2, undefined, { ref: false }).then(() => files.tile(tile));
    void auditLog([kept], unhurried)
      .then((fault) => {
        if (!fault) return;
        this.damaged = true;
        onDamage?.(fault);
      })
      .catch(() => undefined);
  }
}
