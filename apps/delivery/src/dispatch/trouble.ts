import type { TroubledRow } from './item.js';

/** A row to be written; null: to be removed. */
export type RowChange = TroubledRow | null;

export interface FoundTrouble {
  /** Rows waiting or behind, by key. */
  held: Map<string, number>;
  /** Lowest number that was neither taken nor told of as a gap. */
  lowest: number | undefined;
  /** Numbers beyond the mark that have a row, open or not. */
  beyond: ReadonlySet<number>;
}

/** What its holder knows of the troubled deliveries of one subscription, without keeping them all in memory. */
export class Trouble {
  private changes = new Map<number, RowChange>();
  private writing = new Map<number, RowChange>();
  private readonly held: Map<string, number>;
  private lowestKnown: number;
  private isStale = false;

  constructor({ held, lowest }: Pick<FoundTrouble, 'held' | 'lowest'>) {
    this.held = new Map(held);
    this.lowestKnown = lowest ?? Infinity;
  }

  /** No number below it is open; it may itself have been settled a moment ago. Infinity: none is open. */
  get lowest(): number {
    return this.lowestKnown;
  }

  /** Whether `lowest` should be asked of the database. */
  get asksLowest(): boolean {
    return this.isStale;
  }

  get heldKeys(): string[] {
    return [...this.held.keys()];
  }

  get hasChanges(): boolean {
    return this.changes.size > 0;
  }

  /** Whether later deliveries of a key have to wait for one of these. */
  holds(key: string): boolean {
    return this.held.has(key);
  }

  /** Whether what the database says of a number is out of date. */
  isChanging(seq: number): boolean {
    return this.changes.has(seq) || this.writing.has(seq);
  }

  /** One more is waiting or behind. */
  open(row: TroubledRow): void {
    this.held.set(row.key, (this.held.get(row.key) ?? 0) + 1);
    this.lowestKnown = Math.min(this.lowestKnown, row.seq);
    this.changes.set(row.seq, row);
  }

  /** It failed again. */
  again(row: TroubledRow): void {
    this.changes.set(row.seq, row);
  }

  /** It was given up: it holds nothing any more, but is open until its notice was taken. */
  park(row: TroubledRow): void {
    this.letGo(row.key);
    this.changes.set(row.seq, row);
  }

  /** It was taken, by whichever way. */
  close(row: TroubledRow): void {
    if (row.state !== 'parked') this.letGo(row.key);
    this.settle(row.seq, null);
  }

  /** Its notice was taken. */
  closeGap(row: TroubledRow): void {
    this.settle(row.seq, { ...row, noticeSent: true, nextAttemptAt: null });
  }

  /** What is to be written now. `written` says how it went. */
  takeChanges(): ReadonlyMap<number, RowChange> {
    this.writing = this.changes;
    this.changes = new Map();
    return this.writing;
  }

  written(isDone: boolean): void {
    if (!isDone) this.changes = new Map([...this.writing, ...this.changes]);
    this.writing = new Map();
  }

  /** The lowest open number as the database had it after the last `written`. */
  foundLowest(seq: number | undefined): void {
    const added = [...this.changes].flatMap(([at, row]) => (isOpen(row) ? [at] : []));
    this.lowestKnown = Math.min(seq ?? Infinity, ...added);
    const change = this.changes.get(this.lowestKnown);
    this.isStale = change !== undefined && !isOpen(change);
  }

  private settle(seq: number, change: RowChange): void {
    this.changes.set(seq, change);
    this.isStale ||= seq === this.lowestKnown;
  }

  private letGo(key: string): void {
    const left = (this.held.get(key) ?? 1) - 1;
    if (left > 0) this.held.set(key, left);
    else this.held.delete(key);
  }
}

const isOpen = (row: RowChange): boolean => row !== null && !row.noticeSent;
