import { Backlog } from './backlog.js';
import type { Item, TroubledRow } from './item.js';

export interface LifeSettings {
  strict: boolean;
  count: number;
  keys: number;
  /** Uniform in 0 ≤ x < 1. */
  random: () => number;
  /** Known-bad variants. */
  fault?: 'no-head-of-line' | 'settled-by-mark' | 'lost-rows';
}

const WINDOW = 8;
const HOUR = 3_600_000;
const CRASHES = 4;

/** The life of one subscription without network and database: what is sent, when, and what the database would have kept. */
export class BacklogLife {
  /** What was found wrong. */
  readonly faults: string[] = [];
  readonly taken = new Set<number>();
  readonly noticed = new Set<number>();
  sends = 0;
  crashes = 0;
  private backlog: Backlog;
  private rows = new Map<number, TroubledRow>();
  private settled = 0;
  private now = Date.parse('2026-04-01T00:00:00Z');
  private flights: Item[] = [];
  private readonly keyOf: string[];
  private readonly hopeless = new Set<number>();

  constructor(private readonly settings: LifeSettings) {
    const { count, keys, random } = settings;
    this.keyOf = Array.from({ length: count + 1 }, () => `k${Math.floor(random() ** 2 * keys)}`);
    for (let seq = 1; seq <= count; seq += 1) if (random() < 0.03) this.hopeless.add(seq);
    this.backlog = this.begin();
  }

  /** Until everything was taken or told of as a gap. */
  run(): this {
    const { count, random } = this.settings;
    for (let steps = 0; this.taken.size + this.noticed.size < count && steps < 40_000; steps += 1) {
      const dice = random();
      if (dice < 0.15) this.read();
      else if (dice < 0.5) this.send();
      else if (dice < 0.9) this.land();
      else if (dice < 0.985) this.keep();
      // Not for ever: a new beginning would mend what got stuck.
      else if (this.crashes < CRASHES) this.crash();
    }
    for (let seq = 1; seq <= count; seq += 1)
      if (!this.taken.has(seq) && !this.noticed.has(seq)) this.faults.push(`${seq} is missing`);
    return this;
  }

  private begin(): Backlog {
    const open = [...this.rows.values()]
      .filter(({ noticeSent }) => !noticeSent)
      .sort((a, b) => a.seq - b.seq);
    const held = new Map<string, number>();
    for (const row of open) {
      if (row.state === 'parked') continue;
      const isFirst = !held.has(row.key);
      held.set(row.key, (held.get(row.key) ?? 0) + 1);
      const state = isFirst || !this.settings.strict ? 'waiting' : 'behind';
      const nextAttemptAt =
        state === 'waiting' ? (row.nextAttemptAt ?? new Date(this.now).toISOString()) : null;
      this.rows.set(row.seq, { ...row, state, nextAttemptAt });
    }
    const strict = this.settings.strict && this.settings.fault !== 'no-head-of-line';
    const beyond = new Set([...this.rows.keys()].filter((seq) => seq > this.settled));
    return new Backlog({
      strict,
      window: WINDOW,
      settled: this.settled,
      found: { held, lowest: open[0]?.seq, beyond },
    });
  }

  private item(seq: number): Item {
    const row = this.rows.get(seq);
    return { seq, position: seq, key: this.keyOf[seq]!, event: '{}', recordedAt: 0, ...(row && { row }) };
  }

  private read(): void {
    const { after, room } = this.backlog.readOn;
    const until = Math.min(
      this.settings.count,
      after + Math.min(room, 1 + Math.floor(this.settings.random() * 40)),
    );
    const page: Item[] = [];
    for (let seq = after + 1; seq <= until; seq += 1) page.push({ ...this.item(seq), row: undefined });
    this.backlog.offer(page.map(({ row: _row, ...item }) => item));
  }

  private send(): void {
    if (this.backlog.inFlight >= WINDOW) return;
    const item = this.backlog.next();
    if (!item) return;
    this.sends += 1;
    this.flights.push(item);
    this.checkTold();
    if (this.settings.strict) this.checkOrder(item);
  }

  /** The header must never promise what is not so. */
  private checkTold(): void {
    const told = this.settings.fault === 'settled-by-mark' ? this.backlog.settled : this.backlog.told;
    for (let seq = 1; seq <= told; seq += 1)
      if (!this.taken.has(seq) && !this.noticed.has(seq)) this.faults.push(`${seq} <= ${told} is open`);
  }

  /** What is sent the first time must not overtake anything of its key, save for what was given up. */
  private checkOrder({ seq, key }: Item): void {
    if (this.taken.has(seq)) return;
    for (let earlier = 1; earlier < seq; earlier += 1)
      if (this.keyOf[earlier] === key && !this.taken.has(earlier) && !this.isGivenUp(earlier))
        this.faults.push(`${seq} overtakes ${earlier}`);
  }

  private readonly givenUp = new Set<number>();
  private isGivenUp(seq: number): boolean {
    return this.givenUp.has(seq) || this.rows.get(seq)?.state === 'parked';
  }

  private land(): void {
    const { random } = this.settings;
    const [item] = this.flights.splice(Math.floor(random() * this.flights.length), 1);
    if (!item) return;
    const isNotice = item.row?.state === 'parked';
    if (isNotice) this.givenUp.add(item.seq);
    if ((!isNotice && this.hopeless.has(item.seq)) || random() < 0.15) {
      const trying = { now: new Date(this.now), random };
      return this.backlog.failed(
        item,
        { kind: 'failed', error: 'HTTP 500', status: 500 },
        trying,
        random() < 0.1,
      );
    }
    (isNotice ? this.noticed : this.taken).add(item.seq);
    this.backlog.taken(item);
  }

  /** What the process does every 100 ms. */
  private keep(): void {
    const { random } = this.settings;
    this.backlog.spill(new Date(this.now), random() < 0.5);
    const { trouble } = this.backlog;
    this.settled = this.backlog.settled;
    const changes = trouble.takeChanges();
    this.meanwhile();
    if (this.settings.fault !== 'lost-rows' || random() < 0.5)
      for (const [seq, row] of changes)
        if (row) this.rows.set(seq, row);
        else this.rows.delete(seq);
    trouble.written(true);
    this.meanwhile();
    const open = [...this.rows.values()]
      .filter(({ noticeSent }) => !noticeSent)
      .sort((a, b) => a.seq - b.seq);
    const asksLowest = trouble.asksLowest;
    this.meanwhile();
    if (asksLowest) trouble.foundLowest(open[0]?.seq);
    const wanted = [...this.backlog.wants];
    this.meanwhile();
    for (const key of wanted) {
      const behind = open.filter((row) => row.key === key && row.state === 'behind').slice(0, 5);
      this.backlog.follow(
        key,
        behind.map(({ seq }) => this.item(seq)),
      );
    }
    this.now += random() ** 8 * 12 * HOUR;
    const due = open.filter(
      ({ state, nextAttemptAt }) => state !== 'behind' && Date.parse(nextAttemptAt!) <= this.now,
    );
    this.backlog.retry(due.map(({ seq }) => this.item(seq)));
  }

  /** The database takes its time, and requests do not wait for it. */
  private meanwhile(): void {
    while (this.settings.random() < 0.5) {
      this.land();
      this.send();
    }
  }

  /** What is under way may have been taken all the same. */
  private crash(): void {
    this.crashes += 1;
    for (const item of this.flights)
      if (item.row?.state !== 'parked' && !this.hopeless.has(item.seq) && this.settings.random() < 0.5)
        this.taken.add(item.seq);
    this.flights = [];
    this.backlog = this.begin();
  }
}
