/** A row of delivery.troubled, times in ISO 8601. */
export interface TroubledRow {
  seq: number;
  position: number;
  key: string;
  state: 'waiting' | 'behind' | 'parked';
  attempts: number;
  firstTriedAt: string | null;
  nextAttemptAt: string | null;
  lastStatus: number | null;
  lastError: string | null;
  reason: string | null;
  noticeAttempts: number;
  noticeSent: boolean;
}

/** What of an announcement is needed to send it. */
export interface Announced {
  position: number;
  /** The dossier. */
  key: string;
  /** The CloudEvent as announced, JSON. */
  event: string;
  /** When the ledger recorded it, milliseconds since 1970. */
  recordedAt: number;
}

/** One delivery on its way. One whose row is parked is sent as the notice that stands in for it. */
export interface Item extends Announced {
  seq: number;
  /** Absent: it was not tried before. */
  row?: TroubledRow;
  /** Its key is busy with it, and goes on when it is through. */
  hasKey?: boolean;
  /** It is not sent for the first time. */
  isRetry?: boolean;
  /** A replay was faster. */
  isOver?: boolean;
}

/** What came of one try. */
export type Outcome =
  | { kind: 'taken' }
  | { kind: 'gone' }
  | { kind: 'failed'; status?: number; error: string; retryAfterMs?: number };

export type Failure = Extract<Outcome, { kind: 'failed' }>;
