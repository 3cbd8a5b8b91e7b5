import type { Hints, WorkList } from '#messaging';
import type { Clock } from '#platform';

/** Only work due within the hour is in the queue: deadlines months away live in PostgreSQL alone, and no hint is precious. */
const HORIZON_MS = 60 * 60_000;
/** With more than this in the queue, timers wait outside until they are due: its memory is bounded. */
const MOST_QUEUED = 20_000;
const BATCH = 1_000;

/** Tells the queue of work that it was not told of. */
export class Relay {
  constructor(
    private readonly list: WorkList,
    private readonly hints: Hints,
    private readonly clock: Clock,
  ) {}

  /** @returns false when the queue could not be told of everything */
  async run(): Promise<boolean> {
    for (;;) {
      const depth = await this.hints.depth();
      if (depth === undefined) return false;
      const horizon = depth < MOST_QUEUED ? HORIZON_MS : 0;
      const wanted = await this.list.toHint(BATCH, horizon, this.clock.now());
      const added = await this.hints.add(wanted);
      await this.list.markHinted(added);
      if (added.length < wanted.length) return false;
      if (wanted.length < BATCH) return true;
    }
  }
}
