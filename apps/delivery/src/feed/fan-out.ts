import type { Pool } from 'pg';
import { Loop } from '../loop.js';

/** Announcements by which a subscription is moved on in one transaction at most. */
const BATCH = 500;
/** Milliseconds between two looks while nobody pokes. */
const POLL_MS = 1_000;

/** Gives every subscription its next deliveries. Any number of processes may run one; each delivery is made once. */
export const fanOut = (db: Pool, onError: (error: Error) => void): Loop => {
  const loop: Loop = new Loop(
    POLL_MS,
    async () => {
      const { rowCount } = await db.query({
        name: 'kyogi_fan_out',
        text: 'SELECT FROM delivery.fan_out($1)',
        values: [BATCH],
      });
      if (rowCount) loop.poke();
    },
    onError,
  );
  return loop;
};
