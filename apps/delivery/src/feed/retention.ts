import { Signal } from '#event-store';
import type { Pool } from 'pg';

/** Milliseconds between two rounds; a round goes on until nothing is too old. */
const EVERY_MS = 600_000;
/** Milliseconds after a fault. */
const AGAIN_MS = 5_000;
/** Deliveries of one subscription that are removed in one transaction at most. */
const BATCH = 1_000;

/** Removes deliveries that are older than the retention, taken or not. Of all processes one does it at a time. */
export class Retention {
  private readonly signal = new Signal();
  private running: Promise<void> | undefined;
  private stopping = false;

  constructor(
    private readonly db: Pool,
    private readonly days: number,
    private readonly onError: (error: Error) => void,
  ) {}

  start(): void {
    this.stopping = false;
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.signal.set();
    await this.running;
    this.running = undefined;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const pause = await this.prune().catch((error: Error) => {
        this.onError(error);
        return AGAIN_MS;
      });
      if (pause > 0 && !this.stopping) await this.signal.wait(pause);
    }
  }

  /** @returns milliseconds until the next step */
  private async prune(): Promise<number> {
    const { rows } = await this.db.query<{ removed: number }>(
      'SELECT delivery.prune(clock_timestamp() - make_interval(days => $1), $2) AS removed',
      [this.days, BATCH],
    );
    return rows[0]?.removed ? 0 : EVERY_MS;
  }
}
