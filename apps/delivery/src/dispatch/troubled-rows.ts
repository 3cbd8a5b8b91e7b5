import type { Pool } from 'pg';
import type { TroubledRow } from './item.js';

export interface OwnedRow extends TroubledRow {
  subscriptionId: string;
}

const ISO = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Fields of a TroubledRow, from the table as `t`. */
export const ROW = `t.subscription_id AS "subscriptionId", t.seq::float8 AS seq, t.position::float8 AS position, t.partition_key AS key, t.state,
  t.attempts, ${ISO('t.first_tried_at')} AS "firstTriedAt", ${ISO('t.next_attempt_at')} AS "nextAttemptAt", t.last_status AS "lastStatus",
  t.last_error AS "lastError", t.reason, t.notice_attempts AS "noticeAttempts", t.notice_sent AS "noticeSent"`;

/** What is to be tried again by now, of each of these subscriptions the oldest `limit`. */
export const dueRows = async (db: Pool, ids: string[], now: Date, limit: number): Promise<OwnedRow[]> => {
  const { rows } = await db.query<OwnedRow>({
    name: 'kyogi_dispatch_due',
    text: `SELECT ${ROW} FROM unnest($1::text[]) AS u(id) CROSS JOIN LATERAL (
             SELECT * FROM delivery.troubled x WHERE x.subscription_id = u.id AND x.state <> 'behind' AND NOT x.notice_sent
               AND x.next_attempt_at <= $2 ORDER BY x.next_attempt_at, x.seq LIMIT $3) t`,
    values: [ids, now, limit],
  });
  return rows;
};

/** What is behind in these dossiers (pairs of subscription and key), of each the first `limit`, in order. */
export const rowsBehind = async (
  db: Pool,
  wanted: [string, string][],
  limit: number,
): Promise<OwnedRow[]> => {
  const { rows } = await db.query<OwnedRow>({
    name: 'kyogi_dispatch_behind',
    text: `SELECT ${ROW} FROM unnest($1::text[], $2::text[]) AS u(id, key) CROSS JOIN LATERAL (
             SELECT * FROM delivery.troubled x WHERE x.subscription_id = u.id AND x.partition_key = u.key AND NOT x.notice_sent
               AND x.state = 'behind' ORDER BY x.seq LIMIT $3) t`,
    values: [wanted.map(([id]) => id), wanted.map(([, key]) => key), limit],
  });
  return rows;
};

/** The lowest number of each subscription that was neither taken nor told of as a gap. */
export const lowestOpen = async (db: Pool, ids: string[]): Promise<Map<string, number>> => {
  const { rows } = await db.query<{ id: string; seq: number }>({
    name: 'kyogi_dispatch_lowest',
    text: `SELECT u.id, t.seq::float8 AS seq FROM unnest($1::text[]) AS u(id) CROSS JOIN LATERAL (
             SELECT seq FROM delivery.troubled x WHERE x.subscription_id = u.id AND NOT x.notice_sent ORDER BY x.seq LIMIT 1) t`,
    values: [ids],
  });
  return new Map(rows.map(({ id, seq }) => [id, seq]));
};

/** The receiver is back: what failed while it was away is tried now, unless it had asked for patience. */
export const hasten = async (db: Pool, ids: string[], now: Date): Promise<void> => {
  await db.query(
    `UPDATE delivery.troubled SET next_attempt_at = $2
     WHERE subscription_id = ANY($1) AND state <> 'behind' AND NOT notice_sent AND next_attempt_at > $2
       AND coalesce(last_status, 0) NOT IN (429, 502, 503, 504)`,
    [ids, now],
  );
};

/** Troubled rows of a subscription after a number, in order, at most `limit`. */
export const troubledAfter = async (
  db: Pool,
  subscriptionId: string,
  after: number,
  limit: number,
): Promise<OwnedRow[]> => {
  const { rows } = await db.query<OwnedRow>(
    `SELECT ${ROW} FROM delivery.troubled t WHERE t.subscription_id = $1 AND t.seq > $2 ORDER BY t.seq LIMIT $3`,
    [subscriptionId, after, limit],
  );
  return rows;
};
