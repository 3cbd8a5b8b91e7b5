import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import { WorkList, type Hint, type Hints } from '#messaging';
import type { Clock, Leader } from '#platform';
import type { ReviewObserver } from './observer.js';
import { Relay } from './relay.js';
import type { ReviewWorker } from './worker.js';

export interface ReconcilerSettings {
  pool: Pool;
  clock: Clock;
  hints: Hints;
  leader: Leader;
  worker: ReviewWorker;
  observer: ReviewObserver;
  /** Milliseconds between two looks. */
  everyMs: number;
  /** Milliseconds after which a hint that nobody followed counts as lost. */
  graceMs?: number;
  /** Items that the fallback runs at once. */
  concurrency?: number;
}

const PRUNE_MS = 3_600_000;
/** Items that are run here at a time without a queue; in between, the most urgent are looked for anew. */
const HANDFUL = 100;
/** A burst of wake-ups is one. */
const CALM_MS = 20;

/** Makes sure that whatever is due gets done, hinted or not, queue or no queue. One process at a time does it. */
export class Reconciler {
  private readonly list: WorkList;
  private readonly relay: Relay;
  private running: Promise<void> | undefined;
  private stopped = false;
  private woken = false;
  private release: () => void = () => undefined;
  private isReachable = true;
  private fullAt = 0;
  private prunedAt = Date.now();

  constructor(private readonly settings: ReconcilerSettings) {
    this.list = new WorkList(settings.pool);
    this.relay = new Relay(this.list, settings.hints, settings.clock);
  }

  start(): void {
    this.stopped = false;
    this.running ??= this.loop();
  }

  /** Something was committed. */
  wake(): void {
    this.woken = true;
    this.release();
  }

  /** Finishes the round under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.release();
    await this.running;
    this.running = undefined;
    await this.settings.leader.release();
  }

  /** One round. `full` looks for lost hints as well. */
  async round(full: boolean): Promise<void> {
    const { leader } = this.settings;
    if (!(full ? await leader.hold() : leader.leads)) return;
    const isTold = await this.tell();
    if (isTold !== this.isReachable) this.settings.observer.onQueue(isTold);
    this.isReachable = isTold;
    if (!isTold) await this.runDue();
    if (!full) return;
    if (isTold) await this.unheard();
    const exhausted = await this.list.buryExhausted(this.settings.clock.now());
    if (exhausted.length > 0) this.settings.observer.onExhausted(exhausted);
    await this.prune();
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      const full = Date.now() - this.fullAt >= this.settings.everyMs;
      if (full) this.fullAt = Date.now();
      this.woken = false;
      await this.round(full).catch((error: unknown) => this.settings.observer.onError(error as Error));
      await delay(CALM_MS);
      await this.rest();
    }
  }

  private rest(): Promise<void> {
    const left = this.fullAt + this.settings.everyMs - Date.now();
    if (this.woken || this.stopped || left <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, left);
      this.release = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async tell(): Promise<boolean> {
    const condition = await this.settings.hints.probe();
    if (condition === 'away') return false;
    // A queue without its sentinel is new, unless something had been told.
    const forgotten = condition === 'wiped' ? await this.list.forgetHints() : 0;
    if (forgotten > 0) this.settings.observer.onWiped(forgotten);
    return this.relay.run();
  }

  /** Hints that were lost, or wait behind a long queue: told again, and the oldest run here. */
  private async unheard(): Promise<void> {
    const { clock, graceMs = 10_000 } = this.settings;
    const unheard = await this.list.unheard(200, graceMs, clock.now());
    await this.list.markHinted(await this.settings.hints.add(unheard));
    await this.runHere(unheard.slice(0, 50));
  }

  /** The queue is away. */
  private async runDue(): Promise<void> {
    const due = await this.list.due(HANDFUL, this.settings.clock.now());
    await this.runHere(due);
    if (due.length === HANDFUL) this.wake();
  }

  private async runHere(hints: readonly Hint[]): Promise<void> {
    const queue = [...hints];
    const lane = async () => {
      for (let hint = queue.shift(); hint && !this.stopped; hint = queue.shift())
        await this.settings.worker.run(hint, 'fallback');
    };
    await Promise.all(Array.from({ length: this.settings.concurrency ?? 8 }, lane));
  }

  private async prune(): Promise<void> {
    if (Date.now() - this.prunedAt < PRUNE_MS) return;
    this.prunedAt = Date.now();
    await this.settings.pool.query('SELECT prune_receipts()');
  }
}
