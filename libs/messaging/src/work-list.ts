import type { Pool } from 'pg';
import type { Hint, NewHint } from './backend.js';
import { FIRST, FREE, MAX_ATTEMPTS } from './work-items.js';
import type { WorkCounts } from './work-item.js';

/**
 * What is to be done, as lists for whoever hints it. `now` is the instant by which something is due; leases, pauses and hints go by the
 * time of the statement: an index needs it stable. Role kyogi_app.
 */
export class WorkList {
  constructor(private readonly pool: Pool) {}

  /** Items due now or within `horizonMs` that no queue was told of: commands before steps, and the earliest first, as in all these lists. */
  toHint(limit: number, horizonMs: number, now: Date): Promise<NewHint[]> {
    const soon = `$3 * interval '1 millisecond'`;
    return this.hints(
      `hinted_at IS NULL AND due_at <= ${NOW} + ${soon} AND (locked_until IS NULL OR locked_until <= statement_timestamp() + ${soon})`,
      [limit, now, horizonMs],
    );
  }

  /** Items whose hint was told, and for `graceMs` after it and their due time nobody ran them. */
  unheard(limit: number, graceMs: number, now: Date): Promise<NewHint[]> {
    const grace = `$3 * interval '1 millisecond'`;
    const before = `statement_timestamp() - ${grace}`;
    return this.hints(
      `due_at < ${NOW} - ${grace} AND hinted_at < ${before} AND (locked_until IS NULL OR locked_until < ${before})`,
      [limit, now, graceMs],
    );
  }

  /** Items that are due, not held, and not behind another of their stream. */
  due(limit: number, now: Date): Promise<NewHint[]> {
    return this.hints(`due_at <= ${NOW} AND ${FREE} AND ${FIRST}`, [limit, now]);
  }

  /** The first of the items due by then that is not done, held or not; its time is rounded up to milliseconds. */
  async earliest(by: Date): Promise<{ id: number; dueAt: Date } | undefined> {
    const of = (kind: NewHint['kind']) =>
      `(SELECT id, due_at FROM work_items WHERE state = 'due' AND kind = '${kind}' AND due_at <= $1 ORDER BY due_at, id LIMIT 1)`;
    const { rows } = await this.pool.query<{ id: string; due_at: Date }>(
      `SELECT id, date_trunc('milliseconds', due_at + interval '999 microseconds') AS due_at
       FROM (${of('command')} UNION ALL ${of('step')}) AS w ORDER BY w.due_at, id LIMIT 1`,
      [by],
    );
    return rows[0] && { id: Number(rows[0].id), dueAt: rows[0].due_at };
  }

  /** Only where the run that was hinted has not begun meanwhile. */
  async markHinted(hints: readonly NewHint[]): Promise<void> {
    if (hints.length === 0) return;
    await this.pool.query(
      `UPDATE work_items w SET hinted_at = clock_timestamp() FROM unnest($1::bigint[], $2::int[]) AS h (id, fence)
       WHERE w.id = h.id AND w.fence = h.fence AND w.state = 'due'`,
      [hints.map((hint) => hint.id), hints.map((hint) => hint.fence)],
    );
  }

  /** A hint came before its time (clocks differ): the item is to be hinted again. */
  async unhint({ id, epoch }: Hint, now: Date): Promise<void> {
    await this.pool.query(
      `UPDATE work_items SET hinted_at = NULL WHERE id = $1 AND epoch = $2 AND state = 'due' AND due_at > $3`,
      [id, epoch, now],
    );
  }

  /** The queue was wiped: everything is to be hinted again. @returns how many items that is */
  async forgetHints(): Promise<number> {
    const { rowCount } = await this.pool.query(
      `UPDATE work_items SET hinted_at = NULL WHERE state = 'due' AND hinted_at IS NOT NULL`,
    );
    return rowCount ?? 0;
  }

  /** Items that took their process down at every attempt. @returns their ids, dead from now on */
  async buryExhausted(now: Date): Promise<number[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `UPDATE work_items SET state = 'dead', done_at = clock_timestamp(), last_error = coalesce(last_error, 'never came back')
       WHERE state = 'due' AND kind IN ('command', 'step') AND due_at <= $1 AND attempts >= ${MAX_ATTEMPTS} AND ${FREE} RETURNING id`,
      [now],
    );
    return rows.map((row) => Number(row.id));
  }

  async counts(now: Date): Promise<WorkCounts> {
    const { rows } = await this.pool.query<{ counts: WorkCounts }>(
      `SELECT json_build_object(
         'armed', count(*) FILTER (WHERE state = 'due' AND due_at > $1),
         'due', count(*) FILTER (WHERE state = 'due' AND due_at <= $1 AND ${FREE}),
         'held', count(*) FILTER (WHERE state = 'due' AND NOT ${FREE}),
         'dead', count(*) FILTER (WHERE state = 'dead'),
         'oldestMs', coalesce(max(extract(epoch FROM $1::timestamptz - due_at) * 1000)
                     FILTER (WHERE state = 'due' AND due_at <= $1 AND ${FREE}), 0)) AS counts
       FROM work_items WHERE state IN ('due', 'dead')`,
      [now],
    );
    return rows[0]!.counts;
  }

  /** `values`: limit, now, what else there is. Kind by kind, each in the order of an index, so that no backlog of one has to be read through for the other. */
  private async hints(where: string, values: unknown[]): Promise<NewHint[]> {
    const of = (kind: NewHint['kind']) =>
      `(SELECT * FROM work_items w WHERE state = 'due' AND kind = '${kind}' AND ${where} ORDER BY due_at, id LIMIT $1)`;
    const { rows } = await this.pool.query<{ hint: NewHint }>(
      `SELECT json_build_object('id', id, 'epoch', epoch, 'fence', fence, 'kind', kind,
         'delayMs', greatest(0, ceil(extract(epoch FROM greatest(due_at - ${NOW}, locked_until - statement_timestamp())) * 1000))) AS hint
       FROM (${of('command')} UNION ALL ${of('step')}) AS w ORDER BY kind, due_at, id LIMIT $1`,
      values,
    );
    return rows.map((row) => row.hint);
  }
}

const NOW = '$2::timestamptz';
