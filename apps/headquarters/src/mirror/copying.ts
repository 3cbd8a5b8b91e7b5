import type { OmittedEvent, WholeEvent } from '#contracts';
import type { LedgerPull } from './pull.js';
import type { MirrorWriter } from './writer.js';

/** What a mirror tells of itself. */
export interface MirrorObserver {
  /** Events of the original that are not here yet, as far as is known. */
  onLag(events: number): void;
  /** Positions are missing between here and what came. */
  onGap(from: number, to: number): void;
  /** So many events were fetched by pull because the broker did not bring them. */
  onBackfilled(events: number): void;
  onError(error: Error): void;
}

/** Positions are missing, and there is nobody to ask for them. */
export class GapUnfilled extends Error {}

/** Copies in order: whatever the source brings, what is written is always the next position. */
export class Copying {
  private head = 0;

  constructor(
    private readonly writer: MirrorWriter,
    private readonly observer: MirrorObserver,
    private readonly pull: LedgerPull | undefined,
  ) {}

  get position(): number {
    return this.head;
  }

  /** Where to begin, with the last event that is here: it comes again and is compared. */
  async begin(): Promise<number> {
    this.head = await this.writer.head();
    return Math.max(1, this.head);
  }

  /** Writes what came, in order of position; fills gaps, and what was left out, by pull. Throws GapUnfilled, and what the writer throws. */
  async take(events: readonly (WholeEvent | OmittedEvent)[]): Promise<void> {
    const run: WholeEvent[] = [];
    for (const event of events) {
      const follows = run.length === 0 || event.position === run.at(-1)!.position + 1;
      if (!follows || 'omitted' in event) await this.takeRun(run.splice(0));
      if ('omitted' in event) await this.bridge(event.position);
      else run.push(event);
    }
    await this.takeRun(run);
  }

  /** Copies by pull what there is up to a position, or to the end. @returns how many events came */
  async fill(until = Infinity): Promise<number> {
    if (!this.pull) return 0;
    let filled = 0;
    while (this.head < until) {
      const { head, items } = await this.pull.page(this.head, 0);
      if (items.length === 0) {
        if (until !== Infinity) throw new GapUnfilled(`the ledger's feed has nothing behind ${this.head}`);
        break;
      }
      this.head = await this.writer.write(items);
      this.observer.onLag(Math.max(0, head - this.head));
      filled += items.length;
    }
    if (filled > 0) this.observer.onBackfilled(filled);
    return filled;
  }

  private async takeRun(run: readonly WholeEvent[]): Promise<void> {
    if (run.length === 0) return;
    await this.bridge(run[0]!.position - 1);
    this.head = await this.writer.write(run);
  }

  /** Fetches what the source does not bring, up to a position. */
  private async bridge(until: number): Promise<void> {
    if (until <= this.head) return;
    this.observer.onGap(this.head + 1, until);
    if (!this.pull)
      throw new GapUnfilled(`${this.head + 1} to ${until} are missing and LEDGER_PULL_URL is not set`);
    await this.fill(until);
  }
}
