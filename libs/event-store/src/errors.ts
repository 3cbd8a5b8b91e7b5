import { DatabaseError } from 'pg';

/** The stream is not at the expected version. `current` is where it is (0: it does not exist). */
export class VersionConflict extends Error {
  constructor(readonly current: number) {
    super(`stream is at version ${current}`);
  }
}

/** The key was used before with another fingerprint. */
export class KeyReused extends Error {}

/** Who may do what has changed since the decision was made: decide again. */
export class StaleAuthority extends Error {}

/** The stream was expected to exist. */
export class StreamMissing extends Error {}

/** One person would hold two different duties of one scope (four-eyes). */
export class DutyConflict extends Error {}

/** The work item was cancelled, done, or leased to another: nothing was written. */
export class LeaseLost extends Error {}

/** An event of this id is in the ledger already. */
export class EventKnown extends Error {}

/** What append_events and its tables say, as classes; anything else is passed on as it is. */
export function mapped(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const options = { cause: error };
  switch (error.code) {
    case 'KY401':
      return new StaleAuthority(error.message, options);
    case 'KY403':
      return new DutyConflict(error.message, options);
    case 'KY404':
      return new StreamMissing(error.message, options);
    case 'KY409':
      return new LeaseLost(error.message, options);
    case 'KY412':
      return new VersionConflict(Number(error.detail));
    case 'KY422':
      return new KeyReused(error.message, options);
    case '23505':
      return error.constraint === 'events_event_id_key' ? new EventKnown(error.detail, options) : error;
    default:
      return error;
  }
}
