import type { Pool } from 'pg';
import { KeyReused, mapped } from './errors.js';
import { EVENT_FIELDS, type NewEvent, type RecordedEvent } from './event.js';

/** none: the stream must not exist yet; exists: any version; any: even that; a number: exactly this version. */
export type ExpectedVersion = 'none' | 'exists' | 'any' | number;

/** What makes a command the same command: the key within its scope, and the fingerprint of what it says. */
export interface ReceiptKey {
  scope: string;
  key: string;
  fingerprint: string;
}

/** Work to become due in the transaction of the command. `dueAt`: ISO 8601 with offset. Without `epoch`: the next one of the key. */
export interface ArmedWork {
  key: string;
  epoch?: number;
  kind: 'command' | 'step';
  name: string;
  payload: object;
  dueAt: string;
}

export interface Duty {
  scope: string;
  person: string;
  duty: string;
}

export interface Append {
  streamId: string;
  expected: ExpectedVersion;
  /** May be empty, unless the stream is new. */
  events: NewEvent[];
  meta?: object;
  receipt?: ReceiptKey | null;
  /** The epoch under which the decision was made; not checked when absent. */
  authorityEpoch?: number | null;
  /** The work item this command came from: done in the same transaction, or nothing is written (LeaseLost). */
  settle?: { id: number; fence: number; outcome?: string } | null;
  arm?: ArmedWork[];
  /** Keys, or prefixes ending in `*`, of due work of this stream. Cancelled before `arm`. */
  disarm?: string[];
  duties?: Duty[];
  /** Kept with the receipt and given back with it, unread. */
  summary?: string | null;
}

export interface Appended {
  streamId: string;
  version: number;
  /** Ids of the first and last event; null when the command had none. */
  firstId: number | null;
  lastId: number | null;
  /** Of the last event, when the append could number it at once; else a sequencer will, or has. */
  position?: number | null;
  /** True: this is the answer of an earlier call with the same receipt, and nothing was written now. */
  replayed: boolean;
  summary: string | null;
}

export interface Opened {
  /** The answer given to this key before, if any. Its stream may be another one (a creation that is repeated). */
  receipt: Appended | null;
  /** Events after `afterVersion`, in order of version. */
  events: RecordedEvent[];
  /** 0: the stream does not exist. */
  version: number;
  /** Epoch of who may do what, read in the same snapshot as the events. */
  authorityEpoch: number;
}

const OPEN = {
  name: 'kyogi_open',
  text: `SELECT json_build_object(
    'version', coalesce((SELECT version FROM streams WHERE stream_id = $1), 0),
    'authorityEpoch', (SELECT epoch FROM authority WHERE k = 1),
    'events', coalesce((SELECT json_agg(json_build_object(${EVENT_FIELDS}) ORDER BY e.version)
                        FROM events e WHERE e.stream_id = $1 AND e.version > $2), '[]'),
    'fingerprint', r.fingerprint,
    'receipt', CASE WHEN r.key IS NOT NULL THEN
      json_build_object('streamId', r.stream_id, 'version', r.version, 'firstId', r.first_id, 'lastId', r.last_id,
                        'replayed', true, 'summary', r.summary) END) AS opened
    FROM (SELECT) AS one LEFT JOIN receipts r ON r.scope = $3 AND r.key = $4`,
};

/** The ledger of one database: read a stream, append to it. Role kyogi_app; on a client, within its transaction. */
export class EventStore {
  constructor(private readonly pool: Pick<Pool, 'query'>) {}

  /**
   * The stream after a version, and the receipt of the command if there is one, in one round trip and one snapshot.
   * @throws KeyReused when the receipt has another fingerprint
   */
  async open(streamId: string, afterVersion = 0, receipt?: ReceiptKey | null): Promise<Opened> {
    const values = [streamId, afterVersion, receipt?.scope ?? null, receipt?.key ?? null];
    const { rows } = await this.pool.query<{ opened: Opened & { fingerprint: string | null } }>({
      ...OPEN,
      values,
    });
    const { fingerprint, ...opened } = rows[0]!.opened;
    if (receipt && fingerprint !== null && fingerprint !== receipt.fingerprint) {
      throw new KeyReused('key was used with another content');
    }
    return opened;
  }

  /**
   * Writes events and what belongs to them in one transaction and one round trip (migrations/0003_append.sql).
   * @throws VersionConflict, StreamMissing, KeyReused, StaleAuthority, DutyConflict, LeaseLost, EventKnown: nothing was written
   */
  async append(append: Append): Promise<Appended> {
    try {
      const { rows } = await this.pool.query<{ appended: Appended }>({
        name: 'kyogi_append',
        text: 'SELECT append_events($1) AS appended',
        values: [JSON.stringify(append)],
      });
      return rows[0]!.appended;
    } catch (error) {
      throw mapped(error);
    }
  }
}
