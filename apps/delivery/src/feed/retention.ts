import type { Pool } from 'pg';
import { Loop } from '../loop.js';

/** Milliseconds between two rounds; a round goes on until nothing is too old. */
const EVERY_MS = 600_000;
/** Deliveries of one subscription that are removed in one transaction at most. */
const BATCH = 1_000;

/** Removes deliveries that are older than so many days, taken or not. Of all processes one does it at a time. */
export const retention = (db: Pool, days: number, onError: (error: Error) => void): Loop => {
  const loop: Loop = new Loop(
    EVERY_MS,
    async () => {
      const { rows } = await db.query<{ removed: number }>(
        'SELECT delivery.prune(clock_timestamp() - make_interval(days => $1), $2) AS removed',
        [days, BATCH],
      );
      if (rows[0]?.removed) loop.poke();
    },
    onError,
  );
  return loop;
};
