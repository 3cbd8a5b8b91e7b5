import { Signal } from '#event-store';
import type { Pool } from 'pg';

/** Announcements by which a subscription is moved on in one transaction at most. */
const BATCH = 500;
/** Milliseconds between two looks while nobody pokes. */
const POLL_MS = 1_000;

/** Gives every subscription its next deliveries. Any number of processes may run one; each delivery is made once. */
export class FanOut {
  private readonly signal = new Signal();
  private running: Promise<void> | undefined;
  private stopping = false;

  constructor(
    private readonly db: Pool,
    private readonly onError: (error: Error) => void,
  ) {}

  start(): void {
    this.stopping = false;
    this.running ??= this.run();
  }

  /** Finishes the transaction under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.signal.set();
    await this.running;
    this.running = undefined;
  }

  /** Something was announced, or a subscription has changed. */
  poke(): void {
    this.signal.set();
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.stopping;)
      try {
        const moved = await this.step();
        failures = 0;
        if (moved === 0 && !this.stopping) await this.signal.wait(POLL_MS);
      } catch (error) {
        this.onError(error as Error);
        if (!this.stopping) await this.signal.wait(Math.min(5_000, 50 * 2 ** failures++));
      }
  }

  private async step(): Promise<number> {
    const { rowCount } = await this.db.query({
      name: 'kyogi_fan_out',
      text: 'SELECT FROM delivery.fan_out($1)',
      values: [BATCH],
    });
    return rowCount ?? 0;
  }
}
