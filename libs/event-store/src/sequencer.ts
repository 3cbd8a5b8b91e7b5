import type { Pool } from 'pg';
import { Positions } from './positions.js';
import type { Wake } from './wake.js';

export interface SequencerSettings {
  /** Role kyogi_sequencer or kyogi_app. */
  pool: Pool;
  /** Tells of positions that other processes gave; without it they are found by polling. */
  wake?: Wake;
  /** Events numbered in one transaction at most. */
  limit?: number;
  /** Milliseconds between two looks while nobody pokes. */
  pollMs?: number;
  onNumbered?: (count: number, ms: number) => void;
  onError?: (error: Error) => void;
}

/** Gives committed events their positions. Any number of processes may run one; each event is numbered once. */
export class Sequencer {
  private readonly positions: Positions;
  private running: Promise<void> | undefined;
  private poked = false;
  private stopping = true;
  private failures = 0;
  private timer: NodeJS.Timeout | undefined;
  private deaf: (() => void) | undefined;

  constructor(private readonly settings: SequencerSettings) {
    this.positions = new Positions(settings.pool);
  }

  start(): void {
    this.stopping = false;
    this.deaf = this.settings.wake?.on(() => this.heard());
    this.poke();
  }

  /** Finishes the step under way. Waiters are answered undefined. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    this.deaf?.();
    await this.running;
    this.positions.close();
  }

  /** Something was committed: number it now. While a step runs, one more is queued, however often this is called. */
  poke(): void {
    this.poked = true;
    if (this.running || this.stopping) return;
    clearTimeout(this.timer);
    this.running = this.run().finally(() => {
      this.running = undefined;
      if (this.stopping) return;
      if (this.poked) return this.poke();
      this.timer = setTimeout(() => this.poke(), this.pause());
    });
  }

  /**
   * The position of a committed event, whoever numbers it.
   * @returns undefined when it has none within the time (milliseconds): it will get one, but later
   */
  async positionOf(id: number, timeoutMs: number): Promise<number | undefined> {
    const position = this.positions.wait(id, timeoutMs);
    this.poke();
    return position;
  }

  /** While a run is under way it looks for itself; most of what is heard then is its own numbering. */
  private heard(): void {
    if (!this.running) void this.positions.lookUp().catch(() => undefined);
  }

  /** A fault costs time, never order: wait longer, up to 2 s, and begin again. */
  private pause(): number {
    return this.failures === 0 ? (this.settings.pollMs ?? 250) : Math.min(2_000, 50 * 2 ** this.failures);
  }

  private async run(): Promise<void> {
    try {
      let numbered: number;
      do {
        this.poked = false;
        const waiting = this.positions.waiting();
        numbered = await this.step();
        // Who waited before the step and has no answer now was numbered by another process.
        if (waiting.some((id) => this.positions.isWaiting(id))) await this.positions.lookUp();
      } while ((numbered > 0 || this.poked) && !this.stopping);
      this.failures = 0;
    } catch (error) {
      this.failures = Math.min(this.failures + 1, 10);
      this.poked = false;
      this.settings.onError?.(error as Error);
    }
  }

  private async step(): Promise<number> {
    const began = performance.now();
    const { rows } = await this.settings.pool.query<{ id: string; position: string }>({
      name: 'kyogi_sequence',
      text: 'SELECT id, position FROM sequence_events($1)',
      values: [this.settings.limit ?? 1_000],
    });
    for (const row of rows) this.positions.found(Number(row.id), Number(row.position));
    if (rows.length > 0) this.settings.onNumbered?.(rows.length, performance.now() - began);
    return rows.length;
  }
}
