/** What can stand in a line: `seq` grows within a key. */
export interface Standing {
  seq: number;
  key: string;
}

interface Line<Item> {
  items: Item[];
  /** Under way, or barred. */
  busy: number;
  /** Whether it stands in the round. */
  isOffered: boolean;
}

/**
 * What is to be sent, in one line per key, of each no more at a time than `perKey`: with one, nothing is sent before what came earlier
 * under its key was done with. Keys take turns.
 */
export class Lines<Item extends Standing> {
  private readonly lines = new Map<string, Line<Item>>();
  private readonly round: string[] = [];
  private count = 0;

  constructor(private readonly perKey: number) {}

  get size(): number {
    return this.count;
  }

  /** Whether every key that waits is busy. */
  get isStuck(): boolean {
    return this.round.length === 0;
  }

  add(item: Item): void {
    const line = this.line(item.key);
    line.items.push(item);
    this.count += 1;
    this.offer(item.key, line);
  }

  /** The next one to send; its key is busy until `done`. */
  next(): Item | undefined {
    const key = this.round.shift();
    if (key === undefined) return undefined;
    const line = this.line(key);
    line.isOffered = false;
    const item = line.items.shift()!;
    this.count -= 1;
    line.busy += 1;
    this.offer(key, line);
    return item;
  }

  /** What `next` gave is done with. */
  done(key: string): void {
    const line = this.line(key);
    line.busy -= 1;
    if (line.busy === 0 && line.items.length === 0) this.lines.delete(key);
    else this.offer(key, line);
  }

  /** What `next` gave is to be sent once more, before what comes after it; other keys have their turn first. */
  putBack(item: Item): void {
    this.line(item.key).items.unshift(item);
    this.count += 1;
    this.done(item.key);
  }

  /** Sends nothing of a key until `done`. */
  bar(key: string): void {
    const line = this.line(key);
    line.busy += 1;
  }

  /** Takes out what waits for its key to be done with, up to a number, in order. */
  takeWaiting(until: number): Item[] {
    const taken: Item[] = [];
    for (const line of this.lines.values()) {
      if (line.busy < this.perKey) continue;
      const more = line.items.findIndex(({ seq }) => seq > until);
      taken.push(...line.items.splice(0, more === -1 ? line.items.length : more));
    }
    this.count -= taken.length;
    return taken.sort((a, b) => a.seq - b.seq);
  }

  private line(key: string): Line<Item> {
    const known = this.lines.get(key);
    if (known) return known;
    const made = { items: [], busy: 0, isOffered: false };
    this.lines.set(key, made);
    return made;
  }

  private offer(key: string, line: Line<Item>): void {
    if (line.isOffered || line.items.length === 0 || line.busy >= this.perKey) return;
    line.isOffered = true;
    this.round.push(key);
  }
}
