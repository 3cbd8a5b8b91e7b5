import type { Pool } from 'pg';
import type { Hint } from './backend.js';
import { backoffMs, itemFields, type WorkItem } from './work-item.js';

type Lease = Pick<WorkItem, 'id' | 'fence'>;

/** An item that failed so often is not tried again before a person has looked at it. */
export const MAX_ATTEMPTS = 12;

/** Not held: never claimed, or the lease or the pause after a failure is over. */
export const FREE = `(locked_until IS NULL OR locked_until < statement_timestamp())`;

/** Commands of one stream run in the order of their due times: a warning before the deadline, however late both are. */
export const FIRST = `(w.kind = 'step' OR NOT EXISTS (SELECT FROM work_items b WHERE b.stream_id = w.stream_id AND b.kind = 'command'
  AND b.state = 'due' AND (b.due_at, b.id) < (w.due_at, w.id)))`;

/**
 * Takes and settles work items. The rows are the truth. `now` is the instant by which something is due: that of the clock by which it
 * will be decided. Leases and pauses go by the database's clock. Role kyogi_app. No statement has a name: a plan that was kept from when
 * there was little to do would go through all that is due.
 */
export class WorkItems {
  constructor(private readonly pool: Pool) {}

  /** Takes the item for `leaseMs` milliseconds; undefined when it is done, cancelled, not due yet, held, or behind another. */
  async claim({ id, epoch }: Hint, leaseMs: number, now: Date): Promise<WorkItem | undefined> {
    const { rows } = await this.pool.query<{ item: WorkItem }>(
      `UPDATE work_items w SET fence = fence + 1, attempts = attempts + 1, hinted_at = coalesce(hinted_at, clock_timestamp()),
               locked_until = clock_timestamp() + $3 * interval '1 millisecond'
             WHERE id = $1 AND epoch = $2 AND state = 'due' AND due_at <= $4 AND attempts < ${MAX_ATTEMPTS}
               AND ${FREE} AND ${FIRST}
             RETURNING json_build_object(${itemFields('$4')}) AS item`,
      [id, epoch, leaseMs, now],
    );
    return rows[0]?.item;
  }

  /** Due commands of a stream that waited behind the one just settled. */
  async next(streamId: string, now: Date): Promise<Hint | undefined> {
    const { rows } = await this.pool.query<{ id: string; epoch: number }>(
      `SELECT id, epoch FROM work_items WHERE stream_id = $1 AND kind = 'command' AND state = 'due'
               AND due_at <= $2 AND ${FREE} ORDER BY due_at, id LIMIT 1`,
      [streamId, now],
    );
    return rows[0] && { id: Number(rows[0].id), epoch: rows[0].epoch };
  }

  /** @returns false when the lease was lost: then another run settles it */
  finish(lease: Lease, outcome: string): Promise<boolean> {
    return this.settle(
      lease,
      `state = 'done', locked_until = NULL, outcome = $3, done_at = clock_timestamp()`,
      [outcome],
    );
  }

  /** Puts the item off after a failure that may pass; after the last attempt it is dead. */
  async retryLater(lease: Lease & { attempts: number }, error: string): Promise<'later' | 'dead' | 'lost'> {
    if (lease.attempts >= MAX_ATTEMPTS) return (await this.bury(lease, error)) ? 'dead' : 'lost';
    const values = [backoffMs(lease.attempts), error.slice(0, 2_000)];
    return (await this.settle(lease, `${PAUSE}, last_error = $4`, values)) ? 'later' : 'lost';
  }

  /** Puts the item off without counting an attempt. */
  snooze(lease: Lease, ms: number): Promise<boolean> {
    return this.settle(lease, `${PAUSE}, attempts = attempts - 1`, [ms]);
  }

  /** Gives the item up. It stays in the table as dead until a person puts it back. */
  bury(lease: Lease, error: string): Promise<boolean> {
    const set = `state = 'dead', locked_until = NULL, done_at = clock_timestamp(), last_error = $3`;
    return this.settle(lease, set, [error.slice(0, 2_000)]);
  }

  private async settle({ id, fence }: Lease, set: string, values: unknown[]): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `UPDATE work_items SET ${set} WHERE id = $1 AND fence = $2 AND state = 'due'`,
      [id, fence, ...values],
    );
    return rowCount === 1;
  }
}

/** due_at stays, and with it the order of the stream; the next run needs a hint of its own. */
const PAUSE = `locked_until = clock_timestamp() + $3 * interval '1 millisecond', hinted_at = NULL`;
