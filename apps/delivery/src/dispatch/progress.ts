import type { Pool } from 'pg';
import type { TroubledRow } from './item.js';
import { LEASE_MS } from './leases.js';
import type { RowChange } from './trouble.js';

/** How far a holder has come with one subscription. */
export interface Progress {
  id: string;
  fence: number;
  settled: number;
  failingSince: Date | null;
  /** Lets go of it. */
  ends: boolean;
  changes: ReadonlyMap<number, RowChange>;
}

const COLUMNS = `subscription_id, seq, position, partition_key, state, attempts, first_tried_at, next_attempt_at, last_status, last_error,
  reason, notice_attempts, notice_sent`;

/**
 * One statement for all subscriptions of a process, so that the mark and the rows that it went past are written together, and nothing
 * at all by a holder whose lease another took. The cursors are locked in the order in which delivery.fan_out locks them.
 */
const WRITE = `
  WITH asked AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS x(id text, fence int, settled bigint, failing_since timestamptz, ends boolean)
  ), mine AS (
    SELECT c.subscription_id AS id FROM delivery.cursors c JOIN asked a ON a.id = c.subscription_id AND a.fence = c.fence
    ORDER BY c.subscription_id FOR UPDATE OF c
  ), moved AS (
    UPDATE delivery.cursors c SET settled = greatest(c.settled, a.settled), failing_since = a.failing_since,
      leased_until = CASE WHEN a.ends THEN NULL ELSE clock_timestamp() + make_interval(secs => $4) END
    FROM asked a JOIN mine m ON m.id = a.id WHERE c.subscription_id = a.id
    RETURNING c.subscription_id AS id
  ), put AS (
    INSERT INTO delivery.troubled (${COLUMNS})
    SELECT ${COLUMNS} FROM jsonb_populate_recordset(NULL::delivery.troubled, $2::jsonb) t
    WHERE t.subscription_id IN (SELECT id FROM moved)
      -- What the retention has removed meanwhile is nobody's trouble any more.
      AND EXISTS (SELECT FROM delivery.deliveries d WHERE d.subscription_id = t.subscription_id AND d.seq = t.seq)
    ON CONFLICT (subscription_id, seq) DO UPDATE SET (state, attempts, first_tried_at, next_attempt_at, last_status, last_error,
      reason, notice_attempts, notice_sent) = (excluded.state, excluded.attempts, excluded.first_tried_at, excluded.next_attempt_at,
      excluded.last_status, excluded.last_error, excluded.reason, excluded.notice_attempts, excluded.notice_sent)
  ), gone AS (
    DELETE FROM delivery.troubled t USING jsonb_to_recordset($3::jsonb) AS x(id text, seq bigint), moved m
    WHERE m.id = x.id AND t.subscription_id = x.id AND t.seq = x.seq
  )
  SELECT id FROM moved`;

const rowOf = (id: string, row: TroubledRow) => ({
  ...{ subscription_id: id, seq: row.seq, position: row.position, partition_key: row.key, state: row.state },
  ...{ attempts: row.attempts, first_tried_at: row.firstTriedAt, next_attempt_at: row.nextAttemptAt },
  ...{ last_status: row.lastStatus, last_error: row.lastError, reason: row.reason },
  ...{ notice_attempts: row.noticeAttempts, notice_sent: row.noticeSent },
});

/** Writes what came of the sending and keeps the leases. Returns the subscriptions that are still held, or were until now. */
export const writeProgress = async (db: Pool, all: readonly Progress[]): Promise<Set<string>> => {
  const put: object[] = [];
  const gone: object[] = [];
  for (const { id, changes } of all)
    for (const [seq, row] of changes)
      if (row) put.push(rowOf(id, row));
      else gone.push({ id, seq });
  const asked = all.map(({ id, fence, settled, failingSince, ends }) => ({
    ...{ id, fence, settled, failing_since: failingSince, ends },
  }));
  const { rows } = await db.query<{ id: string }>({
    name: 'kyogi_dispatch_write',
    text: WRITE,
    values: [JSON.stringify(asked), JSON.stringify(put), JSON.stringify(gone), LEASE_MS / 1_000],
  });
  return new Set(rows.map(({ id }) => id));
};
