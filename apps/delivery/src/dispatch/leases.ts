import type { Pool } from 'pg';
import type { FoundTrouble } from './trouble.js';

/** Milliseconds for which a process holds a subscription unless it says again that it does. */
export const LEASE_MS = 8_000;

/** A subscription by webhook as it is now. */
export interface WebhookSubscription {
  id: string;
  version: number;
  strict: boolean;
  url: string;
}

export interface Lease extends WebhookSubscription {
  /** Of this holder alone. */
  fence: number;
  settled: number;
  failingSince: Date | null;
}

/** What is to be sent for, of delivery.subscriptions as `s`. */
export const OPEN = `s.state = 'ACTIVE' AND s.transport ->> 'kind' = 'webhook'`;
const FIELDS = `s.id, s.version, s.mode = 'strict' AS strict, s.transport ->> 'url' AS url`;

/** Takes hold of subscriptions that nobody sends for, at most `limit`. */
export const claim = async (db: Pool, limit: number): Promise<Lease[]> => {
  const { rows } = await db.query<Lease>({
    name: 'kyogi_dispatch_claim',
    text: `WITH free AS (
             SELECT c.subscription_id FROM delivery.cursors c JOIN delivery.subscriptions s ON s.id = c.subscription_id
             WHERE ${OPEN} AND (c.leased_until IS NULL OR c.leased_until < clock_timestamp())
             ORDER BY c.leased_until NULLS FIRST LIMIT $1 FOR UPDATE OF c SKIP LOCKED)
           UPDATE delivery.cursors c SET fence = c.fence + 1, leased_until = clock_timestamp() + make_interval(secs => $2)
           FROM free f JOIN delivery.subscriptions s ON s.id = f.subscription_id WHERE c.subscription_id = f.subscription_id
           RETURNING ${FIELDS}, c.fence, c.settled::float8 AS settled, c.failing_since AS "failingSince"`,
    values: [limit, LEASE_MS / 1_000],
  });
  return rows;
};

/** Of the subscriptions held, those that are still to be sent for, as they are now. */
export const refreshed = async (db: Pool, ids: string[]): Promise<WebhookSubscription[]> => {
  const { rows } = await db.query<WebhookSubscription>({
    name: 'kyogi_dispatch_refresh',
    text: `SELECT ${FIELDS} FROM delivery.subscriptions s WHERE s.id = ANY($1) AND ${OPEN}`,
    values: [ids],
  });
  return rows;
};

/**
 * What stands in delivery.troubled when a holder begins. The former one may have been killed between two deliveries of a dossier: in mode
 * strict the first open one of each dossier is tried, and the others are behind it; in mode parallel none is behind.
 */
const SETTLE = {
  strict: `UPDATE delivery.troubled t SET state = x.state, next_attempt_at = x.at FROM (
      SELECT seq, CASE WHEN first THEN 'waiting' ELSE 'behind' END AS state,
        CASE WHEN first THEN coalesce(next_attempt_at, $2) END AS at
      FROM (SELECT seq, next_attempt_at, row_number() OVER (PARTITION BY partition_key ORDER BY seq) = 1 AS first
            FROM delivery.troubled WHERE subscription_id = $1 AND state <> 'parked') y) x
    WHERE t.subscription_id = $1 AND t.seq = x.seq AND t.state <> x.state`,
  parallel: `UPDATE delivery.troubled SET state = 'waiting', next_attempt_at = coalesce(next_attempt_at, $2)
    WHERE subscription_id = $1 AND state = 'behind'`,
};

/** The troubled deliveries of a subscription, put in order for a new holder. `now`: of the clock of due work. */
export const findTrouble = async (
  db: Pool,
  { id, strict, settled }: Pick<Lease, 'id' | 'strict' | 'settled'>,
  now: Date,
): Promise<FoundTrouble> => {
  await db.query(SETTLE[strict ? 'strict' : 'parallel'], [id, now]);
  const { rows: held } = await db.query<{ key: string; n: number }>(
    `SELECT partition_key AS key, count(*)::int AS n FROM delivery.troubled
     WHERE subscription_id = $1 AND state <> 'parked' GROUP BY partition_key`,
    [id],
  );
  const { rows } = await db.query<{ lowest: number | null }>(
    'SELECT min(seq)::float8 AS lowest FROM delivery.troubled WHERE subscription_id = $1 AND NOT notice_sent',
    [id],
  );
  const { rows: beyond } = await db.query<{ seq: number }>(
    'SELECT seq::float8 AS seq FROM delivery.troubled WHERE subscription_id = $1 AND seq > $2',
    [id, settled],
  );
  return {
    held: new Map(held.map(({ key, n }) => [key, n])),
    lowest: rows[0]?.lowest ?? undefined,
    beyond: new Set(beyond.map(({ seq }) => seq)),
  };
};
