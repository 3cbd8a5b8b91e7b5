import type { Queue, Worker } from 'bullmq';

/** Says that a work item may be due. It carries nothing: the row is the truth. */
export interface Hint {
  id: number;
  epoch: number;
}

/** `wiped`: whatever was hinted before is lost. `away`: nothing can be hinted now. */
export type Condition = 'ready' | 'wiped' | 'away';

/** Never rejects: what became of the item is in its row. */
export type HandleHint = (hint: Hint) => Promise<void>;
export type HintQueue = Pick<Queue<Hint>, 'addBulk' | 'getJobCounts'>;
export type HintWorker = Pick<Worker<Hint>, 'close'>;

/** Where hints wait. */
export interface Backend {
  readonly name: 'redis' | 'postgres';
  readonly queue: HintQueue;
  /** Begins to hand on hints, at most `concurrency` at once. */
  consume(handle: HandleHint, concurrency: number): HintWorker;
  /** Never rejects and never takes longer than the budget. */
  probe(): Promise<Condition>;
  close(): Promise<void>;
}

/** Where backends say that their server is away; called at every reconnection, so whoever listens should count or sample. */
export type OnError = (error: Error) => void;

export const QUEUE = 'hints';
/** Milliseconds that any talk with the queue may take outside of a consumer. */
export const BUDGET_MS = 200;
