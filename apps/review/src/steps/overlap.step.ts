import type { Pool } from 'pg';
import { waitFor } from '#event-store';
import { FILINGS } from '../filings/filings.subscription.js';
import { rowsWithin } from '../filings/rows.js';
import { similarTo } from '../filings/similar.js';
import type { Step } from './step.js';
import { versionNoOf } from './version-no.js';

/** Filings that are not in the index after so long will not come before somebody mends its subscription. */
const PATIENCE_MS = 10 * 60_000;

/** Milliseconds for the comparison: well within the lease of the item. What takes longer is tried again, later and later. */
const BUDGET_MS = 5_000;

/** Milliseconds until the next look: half the time that it has waited, so that filings behind an index that stands still cost little. */
export const pauseAfter = (waitedMs: number): number => Math.min(60_000, Math.max(200, waitedMs / 2));

const positionOf = async (pool: Pool, dossierId: string, versionNo: number): Promise<number | undefined> => {
  const { rows } = await pool.query<{ position: string }>(
    `SELECT l.position FROM events e JOIN event_log l ON l.event_id = e.id
     WHERE e.stream_id = $1 AND e.type = 'DossierFiled' AND (e.data ->> 'versionNo')::int = $2
     ORDER BY e.version DESC LIMIT 1`,
    [dossierId, versionNo],
  );
  return rows[0] && Number(rows[0].position);
};

/**
 * Looks for similar filings of other ministries. It answers once the index has come to this filing, so that all that were filed before
 * it are seen. What it finds names filings that their ministries may not have circulated.
 */
export const overlap: Step = async (item, { pool }) => {
  const versionNo = versionNoOf(item);
  const position = await positionOf(pool, item.streamId, versionNo);
  // One look and no waiting: whoever waits here holds one of the few places in which deadlines run as well.
  const isIndexed = position !== undefined && (await waitFor(pool, FILINGS, position, 0));
  if (!isIndexed && item.lateMs < PATIENCE_MS) return { snooze: pauseAfter(item.lateMs) };
  if (!isIndexed) throw new Error(`the subscription ${FILINGS} has not come to this filing`);
  const similar = await similarTo(rowsWithin(pool, BUDGET_MS), item.streamId, versionNo);
  return { command: 'RecordOverlaps', data: { versionNo, similar } };
};
