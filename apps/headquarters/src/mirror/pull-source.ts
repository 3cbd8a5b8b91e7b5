import type { Source } from './mirror.js';
import type { LedgerPull } from './pull.js';

/** Seconds a request waits for the next event. */
const WAIT_S = 20;

/** Copies by asking a delivery process for what comes next. */
export const pullSource =
  (pull: LedgerPull): Source =>
  async (copying, observer, signal) => {
    let after = (await copying.begin()) - 1;
    while (!signal.aborted) {
      const { head, items } = await pull.page(after, WAIT_S, signal);
      await copying.take(items);
      after = copying.position;
      observer.onLag(Math.max(0, head - after));
    }
  };
