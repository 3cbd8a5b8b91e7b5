import type { Pool } from 'pg';
import { ITEM_FIELDS, backoffMs, type WorkItem } from './work-item.js';

type Lease = Pick<WorkItem, 'id' | 'fence'>;

/** An item that failed so often is not tried again before a person has looked at it. */
export const MAX_ATTEMPTS = 12;

/** Not running: never claimed, or its lease is over. */
export const FREE = `(locked_until IS NULL OR locked_until < clock_timestamp())`;

/** Takes and settles work items. The rows are the truth, and the database's clock says what is due. Role kyogi_app. */
export class WorkItems {
  constructor(private readonly pool: Pool) {}

  /** Takes the item for `leaseMs` milliseconds; undefined when it is done, cancelled, not due yet, or running. */
  async claim(id: number, epoch: number, leaseMs: number): Promise<WorkItem | undefined> {
    const { rows } = await this.pool.query<{ item: WorkItem }>({
      name: 'kyogi_claim',
      text: `UPDATE work_items SET fence = fence + 1, attempts = attempts + 1,
               locked_until = clock_timestamp() + $3 * interval '1 millisecond'
             WHERE id = $1 AND epoch = $2 AND state = 'due' AND due_at <= clock_timestamp() AND attempts < ${MAX_ATTEMPTS} AND ${FREE}
             RETURNING json_build_object(${ITEM_FIELDS}) AS item`,
      values: [id, epoch, leaseMs],
    });
    return rows[0]?.item;
  }

  /** @returns false when the lease was lost: then another run settles it */
  finish(lease: Lease, outcome: string): Promise<boolean> {
    return this.settle(lease, `state = 'done', outcome = $3, done_at = clock_timestamp()`, [outcome]);
  }

  /** Puts the item off after a failure that may pass; after the last attempt it is dead. */
  async retryLater(lease: Lease & { attempts: number }, error: string): Promise<'later' | 'dead' | 'lost'> {
    if (lease.attempts >= MAX_ATTEMPTS) return (await this.bury(lease, error)) ? 'dead' : 'lost';
    const set = `due_at = clock_timestamp() + $3 * interval '1 millisecond', hinted_at = NULL, last_error = $4`;
    const values = [backoffMs(lease.attempts), error.slice(0, 2_000)];
    return (await this.settle(lease, set, values)) ? 'later' : 'lost';
  }

  /** Puts the item off without counting an attempt. */
  snooze(lease: Lease, ms: number): Promise<boolean> {
    const set = `due_at = clock_timestamp() + $3 * interval '1 millisecond', hinted_at = NULL, attempts = attempts - 1`;
    return this.settle(lease, set, [ms]);
  }

  /** Gives the item up. It stays in the table as dead until a person puts it back. */
  bury(lease: Lease, error: string): Promise<boolean> {
    return this.settle(lease, `state = 'dead', done_at = clock_timestamp(), last_error = $3`, [
      error.slice(0, 2_000),
    ]);
  }

  private async settle({ id, fence }: Lease, set: string, values: unknown[]): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `UPDATE work_items SET locked_until = NULL, ${set} WHERE id = $1 AND fence = $2 AND state = 'due'`,
      [id, fence, ...values],
    );
    return rowCount === 1;
  }
}
