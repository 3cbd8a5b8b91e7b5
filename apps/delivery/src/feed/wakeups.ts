import type { Wake } from '#event-store';
import type { Pool } from 'pg';

/** Milliseconds between two looks while somebody waits: a notice may be lost. */
const POLL_MS = 2_000;

const LOOK = {
  name: 'kyogi_wakeups',
  text: `SELECT s.id, c.delivered || ' ' || s.version AS stamp FROM delivery.subscriptions s
         JOIN delivery.cursors c ON c.subscription_id = s.id WHERE s.id = ANY($1)`,
};

type Hearer = () => void;

/** Tells those who wait in this process that a subscription has new deliveries, or was changed: one look at the database for them all. */
export class Wakeups {
  private readonly hearers = new Map<string, Set<Hearer>>();
  private readonly stamps = new Map<string, string>();
  private looking: Promise<void> | undefined;
  private again = false;
  private timer: NodeJS.Timeout | undefined;
  private deaf: Hearer | undefined;
  private stopped = false;

  constructor(
    private readonly db: Pool,
    private readonly wake: Wake,
  ) {}

  start(): void {
    this.deaf = this.wake.on(() => this.look());
    this.timer = setInterval(() => this.look(), POLL_MS);
  }

  /** Wakes everybody, for the last time. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.deaf?.();
    clearInterval(this.timer);
    for (const of of this.hearers.values()) for (const hearer of of) hearer();
    await this.looking;
  }

  /** Whether nobody should wait any more: the process ends. */
  get isOver(): boolean {
    return this.stopped;
  }

  /** How many wait in this process. */
  get waiting(): number {
    return [...this.hearers.values()].reduce((sum, own) => sum + own.size, 0);
  }

  /** Calls `hearer` whenever the subscription may have something new, until the function it returns is called. */
  on(subscriptionId: string, hearer: Hearer): Hearer {
    const own = this.hearers.get(subscriptionId) ?? new Set();
    this.hearers.set(subscriptionId, own.add(hearer));
    return () => {
      own.delete(hearer);
      if (own.size > 0 || this.hearers.get(subscriptionId) !== own) return;
      this.hearers.delete(subscriptionId);
      this.stamps.delete(subscriptionId);
    };
  }

  private look(): void {
    if (this.hearers.size === 0 || this.stopped) return;
    if (this.looking) return void (this.again = true);
    this.looking = this.tell()
      .catch(() => undefined)
      .finally(() => {
        this.looking = undefined;
        if (!this.again) return;
        this.again = false;
        this.look();
      });
  }

  private async tell(): Promise<void> {
    const { rows } = await this.db.query<{ id: string; stamp: string }>({
      ...LOOK,
      values: [[...this.hearers.keys()]],
    });
    for (const { id, stamp } of rows) {
      const own = this.hearers.get(id);
      if (!own || this.stamps.get(id) === stamp) continue;
      this.stamps.set(id, stamp);
      for (const hearer of own) hearer();
    }
  }
}
