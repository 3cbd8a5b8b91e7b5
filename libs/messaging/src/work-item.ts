/** A work item under lease. Until the lease ends nobody else has this `fence`. */
export interface WorkItem {
  id: number;
  key: string;
  epoch: number;
  streamId: string;
  kind: 'command' | 'step';
  name: string;
  payload: Record<string, unknown>;
  /** ISO 8601, UTC. */
  dueAt: string;
  createdAt: string;
  /** This run included; a snooze does not count. */
  attempts: number;
  fence: number;
  /** Milliseconds between the due time and this run, by the clock that says what is due. */
  lateMs: number;
}

/** Work as it stands. */
export interface WorkCounts {
  /** Due in the future. */
  armed: number;
  due: number;
  /** Running, or waiting for another try. */
  held: number;
  dead: number;
  /** How long the oldest due item waits; 0 when none does. */
  oldestMs: number;
}

/** As JSON; `now` is the placeholder of the instant at which it is claimed. */
export const itemFields = (
  now: string,
): string => `'id', id, 'key', item_key, 'epoch', epoch, 'streamId', stream_id, 'kind', kind, 'name', name,
  'payload', payload, 'dueAt', to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'createdAt', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'attempts', attempts, 'fence', fence,
  'lateMs', greatest(0, round(extract(epoch FROM ${now}::timestamptz - due_at) * 1000))`;

/** Milliseconds until the next attempt: doubles from 2 s to 10 min, spread by half so that failures do not come back together. */
export const backoffMs = (attempts: number, random = Math.random()): number =>
  Math.round(Math.min(600_000, 1_000 * 2 ** attempts) * (0.5 + random / 2));
