/** Up to where everything was passed, of numbers that are passed in any order, each of which was seen before. */
export class Mark {
  /** Seen and not passed, in order. */
  private readonly open: number[] = [];
  private readonly passed = new Set<number>();
  private seen: number;
  private highest: number;

  constructor(from: number) {
    this.seen = from;
    this.highest = from;
  }

  /** Every number seen up to here was passed. Numbers that were never seen, since they no longer exist, do not hold it up. */
  get value(): number {
    const first = this.open[0];
    return first === undefined ? this.seen : first - 1;
  }

  /** How many were passed beyond one that was not. */
  get ahead(): number {
    return this.passed.size;
  }

  /** The highest number that was passed. */
  get furthest(): number {
    return this.highest;
  }

  /** Numbers are seen in rising order. */
  see(n: number): void {
    this.seen = n;
    this.open.push(n);
  }

  pass(n: number): void {
    this.passed.add(n);
    this.highest = Math.max(this.highest, n);
    let closed = 0;
    while (closed < this.open.length && this.passed.delete(this.open[closed]!)) closed += 1;
    if (closed > 0) this.open.splice(0, closed);
  }
}
