/** Says that a work item may be due. It carries nothing: the row is the truth. */
export interface Hint {
  id: number;
  epoch: number;
}

/** `fence` tells the runs of one item apart, so that a hint for the next run is not taken for the present one. */
export interface NewHint extends Hint {
  fence: number;
  /** Commands go first: a clock must not wait behind steps, however many there are. */
  kind: 'command' | 'step';
  /** Milliseconds from now. */
  delayMs: number;
}

/** `wiped`: whatever was hinted before is lost. `away`: nothing can be hinted now. */
export type Condition = 'ready' | 'wiped' | 'away';

/** Never rejects: what became of the item is in its row. */
export type HandleHint = (hint: Hint) => Promise<void>;

/** Hands on hints until it is closed. */
export interface Consumer {
  /** Takes no more, and lets those under way finish, for at most `graceMs` milliseconds. */
  close(graceMs: number): Promise<void>;
}

/** Where hints wait. */
export interface Backend {
  readonly name: 'redis' | 'postgres';
  /** Milliseconds that adding a batch may take. */
  readonly budgetMs: number;
  add(hints: readonly NewHint[]): Promise<unknown>;
  /** Hints that wait, are delayed or run. */
  depth(): Promise<number>;
  /** Begins to hand on hints, at most `concurrency` at once. */
  consume(handle: HandleHint, concurrency: number): Consumer;
  /** Never rejects and never takes longer than the budget. */
  probe(): Promise<Condition>;
  close(): Promise<void>;
}

/** Where backends say that their server is away; called at every reconnection, so whoever listens should count or sample. */
export type OnError = (error: Error) => void;
