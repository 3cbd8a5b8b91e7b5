/** Lets through so many requests a minute, evenly, with what came together in a second, or in so many, at once. Times are milliseconds of one clock. */
export class Bucket {
  private tokens: number;
  private at: number;

  /** @param perMinute null: any number */
  constructor(
    private readonly perMinute: number | null,
    now: number,
    private readonly burstSeconds = 1,
  ) {
    this.tokens = this.size;
    this.at = now;
  }

  /** Takes one and answers 0, or takes none and answers the milliseconds until there is one. */
  take(now: number): number {
    if (this.perMinute === null) return 0;
    const gained = (Math.max(0, now - this.at) * this.perMinute) / 60_000;
    this.tokens = Math.min(this.size, this.tokens + gained);
    this.at = Math.max(this.at, now);
    if (this.tokens < 1) return Math.ceil(((1 - this.tokens) * 60_000) / this.perMinute);
    this.tokens -= 1;
    return 0;
  }

  private get size(): number {
    return Math.max(1, ((this.perMinute ?? 0) * this.burstSeconds) / 60);
  }
}
