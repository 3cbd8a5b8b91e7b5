import type { Failure, Item, TroubledRow } from './item.js';
import { Lines } from './lines.js';
import { Mark } from './mark.js';
import { afterFailure, afterNoticeFailure, behindRow, overtakenRow, type Trying } from './rows-of-trouble.js';
import { Trouble, type FoundTrouble } from './trouble.js';

export interface BacklogSettings {
  strict: boolean;
  /** Deliveries under way at once, at most. */
  window: number;
  /** Every delivery up to this number was passed. */
  settled: number;
  found: FoundTrouble;
}

/** Deliveries read ahead, in windows. */
const AHEAD = 16;
/** So many may be taken beyond one that was not, in windows: after a crash they are sent again. */
const BEYOND = 6;

/** What one subscription has yet to be sent, and in which order it may be. Knows no time, no network and no database. */
export class Backlog {
  readonly trouble: Trouble;
  /** Keys whose next rows are to be read, once what was changed is written. */
  readonly wants = new Set<string>();
  private readonly lines: Lines<Item>;
  private readonly mark: Mark;
  private readonly ready: Item[] = [];
  private readonly chains = new Map<string, Item[]>();
  private readonly flying = new Map<number, Item>();
  private retrying = 0;
  private last: number;

  constructor(private readonly settings: BacklogSettings) {
    const { strict, window, settled, found } = settings;
    this.trouble = new Trouble(found);
    this.lines = new Lines(strict ? 1 : Math.max(1, Math.floor(window / 4)));
    this.mark = new Mark(settled);
    this.last = settled;
    if (strict) for (const key of this.trouble.heldKeys) this.lines.bar(key);
  }

  /** Every delivery up to here was taken or stands in delivery.troubled, with the changes of now. */
  get settled(): number {
    return this.mark.value;
  }

  /** Every delivery up to here was taken, or told of as a gap. */
  get told(): number {
    return Math.min(this.mark.value, this.trouble.lowest - 1);
  }

  get inFlight(): number {
    return this.flying.size;
  }

  /** Number after which is to be read on, and how many there is room for. */
  get readOn(): { after: number; room: number } {
    return { after: this.last, room: Math.max(0, AHEAD * this.settings.window - this.lines.size) };
  }

  /** Deliveries read, in order. */
  offer(items: readonly Item[]): void {
    for (const item of items) {
      this.last = item.seq;
      this.mark.see(item.seq);
      // The former holder wrote its row before the mark came past it.
      if (this.settings.found.beyond.has(item.seq)) this.mark.pass(item.seq);
      else this.lines.add(item);
    }
  }

  /** Troubled ones whose time has come, oldest first. */
  retry(items: readonly Item[]): void {
    for (const item of items)
      if (!this.isAtWork(item.seq))
        this.ready.push({ ...item, ...(item.row?.state !== 'parked' && { hasKey: this.settings.strict }) });
  }

  /** The next ones of a key that is wanted, in order. */
  follow(key: string, items: readonly Item[]): void {
    // The database may not know yet what became of some of them.
    const fresh = items.filter(({ seq }) => !this.isAtWork(seq));
    const [head, ...rest] = fresh.map((item) => ({ ...item, hasKey: true }));
    if (!head || !this.wants.delete(key)) return;
    this.ready.push(head);
    this.chains.set(key, rest);
  }

  /** The next one to send; what failed before has a quarter of the window, and what is new leaves of it. */
  next(): Item | undefined {
    const mayRetry = this.retrying < Math.max(1, this.settings.window / 4);
    return (mayRetry ? this.nextDue() : undefined) ?? this.nextNew() ?? this.nextDue();
  }

  nextDue(): Item | undefined {
    const item = this.ready.shift();
    if (!item) return undefined;
    item.isRetry = true;
    this.retrying += 1;
    this.flying.set(item.seq, item);
    return item;
  }

  nextNew(): Item | undefined {
    const item = this.lines.next();
    if (!item) return undefined;
    const flying = { ...item, hasKey: true };
    this.flying.set(item.seq, flying);
    return flying;
  }

  taken(item: Item): void {
    this.landed(item);
    const { row } = item;
    if (!row) this.mark.pass(item.seq);
    else if (row.state !== 'parked') this.trouble.close(row);
    else if (!item.isOver) this.trouble.closeGap(row);
    this.through(item);
  }

  /** @param isDown the receiver seems to be: then what is new stays new. */
  failed(item: Item, failure: Failure, trying: Trying, isDown: boolean): void {
    this.landed(item);
    const { row } = item;
    if (item.isOver) this.through(item);
    else if (row?.state === 'parked') {
      this.trouble.again(afterNoticeFailure(row, failure, trying));
      this.through(item);
    } else if (!row && isDown) this.lines.putBack(item);
    else this.wait(item, afterFailure(item, failure, trying));
  }

  /** A replay was taken of one that was parked. */
  unpark(row: TroubledRow): void {
    this.trouble.close(row);
    for (const item of [...this.ready, ...this.flying.values()]) if (item.seq === row.seq) item.isOver = true;
  }

  /**
   * When too many were taken beyond one that was not, or what waits for its key leaves no room: writes down those that wait, so that
   * the mark can go past them. @param isFlowing something was taken a moment ago
   */
  spill(now: Date, isFlowing: boolean): void {
    if (this.mark.ahead >= BEYOND * this.settings.window) this.writeDown(this.mark.furthest, now);
    else if (isFlowing && this.readOn.room === 0 && this.lines.isStuck) this.writeDown(Infinity, now);
  }

  private wait(item: Item, row: TroubledRow): void {
    const { strict } = this.settings;
    this.chains.delete(item.key);
    if (!item.row) {
      this.mark.pass(item.seq);
      this.trouble.open(row);
    } else if (row.state === 'parked') this.trouble.park(row);
    else this.trouble.again(row);
    // Its notice comes before what was behind it.
    if (row.state === 'parked') this.ready.push({ ...item, row });
    else if (!strict) this.through(item);
  }

  private landed(item: Item): void {
    this.flying.delete(item.seq);
    if (item.isRetry) this.retrying -= 1;
  }

  /** Its key goes on. */
  private through({ key, hasKey }: Item): void {
    if (!hasKey) return;
    const next = this.chains.get(key)?.shift();
    if (next) return void this.ready.push(next);
    this.chains.delete(key);
    if (this.settings.strict && this.trouble.holds(key)) this.wants.add(key);
    else this.lines.done(key);
  }

  private isAtWork(seq: number): boolean {
    return (
      this.flying.has(seq) || this.trouble.isChanging(seq) || this.ready.some((item) => item.seq === seq)
    );
  }

  private writeDown(until: number, now: Date): void {
    for (const item of this.flying.values()) {
      if (item.row || item.seq >= until) continue;
      item.row = overtakenRow(item, now);
      this.passWith(item.row);
    }
    for (const item of this.lines.takeWaiting(until))
      this.passWith(this.settings.strict ? behindRow(item) : overtakenRow(item, now));
  }

  private passWith(row: TroubledRow): void {
    this.mark.pass(row.seq);
    this.trouble.open(row);
  }
}
