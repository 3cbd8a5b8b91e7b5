import type { DataSource, EntityManager } from 'typeorm';
import type { LedgerEvent } from './event.js';

/** How far a subscription came, and why it stopped if it did. */
export interface SubscriptionState {
  name: string;
  position: number;
  state: 'running' | 'stopped';
  failedPosition: number | null;
  failedEvent: string | null;
  error: string | null;
  updatedAt: string;
}

/** A subscription cannot handle an event. It waits for a fix and `resume()`; nothing is skipped. */
export class PoisonEvent extends Error {
  constructor(
    readonly event: LedgerEvent,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Another writer moved the checkpoint inside our transaction: everything in it is rolled back. */
export class CheckpointMoved extends Error {}

export interface Checkpoint {
  position: number;
  state: 'running' | 'stopped';
}

/** Makes the checkpoint of a new name; a known name keeps its position. */
export async function createCheckpoint(db: DataSource, name: string, position: number): Promise<void> {
  await db.query('INSERT INTO public.subscriptions (name, position) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    name,
    position,
  ]);
}

/** Locks the checkpoint until the transaction ends; undefined when another process holds it. */
export async function lockCheckpoint(tx: EntityManager, name: string): Promise<Checkpoint | undefined> {
  const rows = await tx.query<{ position: string; state: Checkpoint['state'] }[]>(
    'SELECT position, state FROM public.subscriptions WHERE name = $1 FOR UPDATE SKIP LOCKED',
    [name],
  );
  return rows[0] && { position: Number(rows[0].position), state: rows[0].state };
}

/** Compare-and-set in the transaction of the rows it stands for. */
export async function moveCheckpoint(
  tx: EntityManager,
  name: string,
  from: number,
  to: number,
): Promise<void> {
  const moved = await tx.query<{ name: string }[]>(
    `WITH moved AS (UPDATE public.subscriptions SET position = $3, updated_at = clock_timestamp()
     WHERE name = $1 AND position = $2 AND state = 'running' RETURNING name) SELECT name FROM moved`,
    [name, from, to],
  );
  if (moved.length !== 1) throw new CheckpointMoved(`${name} is not at ${from}`);
}

/** Says at which event the subscription stopped; it does nothing until `resumeCheckpoint`. */
export async function stopCheckpoint(tx: EntityManager, name: string, poison: PoisonEvent): Promise<void> {
  await tx.query(
    `UPDATE public.subscriptions SET state = 'stopped', failed_position = $2, failed_event = $3, error = $4,
     updated_at = clock_timestamp() WHERE name = $1`,
    [name, poison.event.position, poison.event.eventId, poison.message.slice(0, 2_000)],
  );
}

export async function resumeCheckpoint(db: DataSource, name: string): Promise<void> {
  await db.query(
    `UPDATE public.subscriptions SET state = 'running', failed_position = NULL, failed_event = NULL, error = NULL,
     updated_at = clock_timestamp() WHERE name = $1`,
    [name],
  );
}

export async function readCheckpoint(db: DataSource, name: string): Promise<SubscriptionState | undefined> {
  const rows = await db.query<{ state: SubscriptionState }[]>(
    `SELECT json_build_object('name', name, 'position', position, 'state', state, 'failedPosition', failed_position,
     'failedEvent', failed_event, 'error', error, 'updatedAt', updated_at) AS state FROM public.subscriptions WHERE name = $1`,
    [name],
  );
  return rows[0]?.state;
}
