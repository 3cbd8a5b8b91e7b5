import { setTimeout as delay } from 'node:timers/promises';
import { Problem } from '#contracts';
import type { WorkList } from '#messaging';
import type { Clock } from '#platform';
import type { ReviewWorker } from './worker.js';

/** Milliseconds for one item to be done: then something fails again and again, and a person should look. */
const PATIENCE_MS = 30_000;
/** Milliseconds between two looks at an item that another run holds or that was put off. */
const GLANCE_MS = 20;
/** Items that are run at a time; their consequences are due as well and come after them. */
const HANDFUL = 100;

/**
 * Takes the clock from due time to due time, up to `target`. It stands at each until all that is due is done, what follows from it included,
 * so that a deadline is decided exactly at its own time, however far the jump. Throws a Problem when something cannot be done.
 */
export const walk = async (
  target: Date,
  { clock, list, worker }: { clock: Clock; list: WorkList; worker: ReviewWorker },
): Promise<void> => {
  if (target < clock.now()) clock.standAt(target);
  const patience = { item: -1, until: 0 };
  for (let first = await list.earliest(target); first; first = await list.earliest(target)) {
    if (first.dueAt > clock.now()) clock.standAt(first.dueAt);
    else clock.stand();
    if (patience.item !== first.id) {
      patience.item = first.id;
      patience.until = performance.now() + PATIENCE_MS;
    } else if (performance.now() < patience.until) await delay(GLANCE_MS);
    else
      throw new Problem(
        'unavailable',
        `Work item ${first.id}, due ${clock.iso()}, does not get done; see the log.`,
      );
    for (const hint of await list.due(HANDFUL, clock.now())) await worker.run(hint, 'fallback');
  }
};
