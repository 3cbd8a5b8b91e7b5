import type { Failure } from './item.js';

/** Failures in a row after which the receiver counts as down. */
const TRIES = 10;
/** Milliseconds until the first probe of a receiver that is down, and at most between two. */
const FIRST = 250;
const LONGEST = 60_000;
/** Something taken so long ago was taken a moment ago, milliseconds. */
const MOMENT = 2_000;

interface Clocks {
  /** Of due work. */
  now: () => Date;
  /** Uniform in 0 ≤ x < 1. */
  random: () => number;
}

/** How a receiver is doing. While it is down, one thing at a time is tried, more and more rarely. */
export class ReceiverHealth {
  private failures = 0;
  private pause = FIRST;
  private probeAt = 0;
  private quietUntil = 0;
  private takenAt = -Infinity;

  /** @param since since when nothing was taken, while something was tried */
  constructor(
    private since: Date | null,
    private readonly clocks: Clocks,
  ) {}

  get failingSince(): Date | null {
    return this.since;
  }

  get isDown(): boolean {
    return this.failures >= TRIES;
  }

  /** Whether it asked to be left alone. */
  get isQuiet(): boolean {
    return performance.now() < this.quietUntil;
  }

  /** Whether it is time to see if it is back. */
  get mayProbe(): boolean {
    return performance.now() >= this.probeAt;
  }

  /** Whether something was taken a moment ago. */
  get isFlowing(): boolean {
    return performance.now() - this.takenAt < MOMENT;
  }

  /** Returns whether it was thought to be down. */
  taken(): boolean {
    const wasDown = this.isDown;
    this.failures = 0;
    this.pause = FIRST;
    this.since = null;
    this.takenAt = performance.now();
    return wasDown;
  }

  /** Returns for how long nothing has been taken, milliseconds. */
  failed({ status, retryAfterMs }: Failure): number {
    const now = this.clocks.now();
    this.since ??= now;
    this.failures += 1;
    if (this.isDown) {
      this.probeAt = performance.now() + this.pause * (0.5 + this.clocks.random() / 2);
      this.pause = Math.min(this.pause * 2, LONGEST);
    }
    if (status === 429 && retryAfterMs !== undefined)
      this.quietUntil = Math.max(this.quietUntil, performance.now() + retryAfterMs);
    return now.getTime() - this.since.getTime();
  }
}
