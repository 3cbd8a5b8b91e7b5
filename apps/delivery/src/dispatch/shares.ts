import type { Pool } from 'pg';
import { LEASE_MS, OPEN } from './leases.js';

/** A sender says that it is there after so long, milliseconds. */
const SAY_MS = 2_000;

/**
 * How many subscriptions one of the processes that send may hold: all of them, shared evenly, rounded up. Says that this one is there,
 * until it was not heard of for as long as a lease is: so what a killed one held and its share are free at about the same time.
 */
export const shareOf = async (db: Pool, sender: string): Promise<number> => {
  const { rows } = await db.query<{ share: number }>({
    name: 'kyogi_dispatch_share',
    text: `WITH said AS (
             INSERT INTO delivery.senders AS s (id, seen_at) VALUES ($1, clock_timestamp())
             ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
             WHERE s.seen_at < excluded.seen_at - make_interval(secs => $3))
           SELECT ceil((SELECT count(*) FROM delivery.subscriptions s WHERE ${OPEN})::float8 / (1 + (
             SELECT count(*) FROM delivery.senders WHERE id <> $1 AND seen_at > clock_timestamp() - make_interval(secs => $2)))) AS share`,
    values: [sender, LEASE_MS / 1_000, SAY_MS / 1_000],
  });
  return rows[0]?.share ?? 0;
};

/** The others need not count with this one any more. Those that never said goodbye are forgotten as well. */
export const leaveShare = async (db: Pool, sender: string): Promise<void> => {
  await db.query(
    `DELETE FROM delivery.senders WHERE id = $1 OR seen_at < clock_timestamp() - interval '1 day'`,
    [sender],
  );
};
