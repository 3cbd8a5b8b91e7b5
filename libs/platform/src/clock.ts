import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '#contracts';
import type { Config } from './config.js';
import { CONFIG } from './tokens.js';

/** What has to be done on the way to another time, at its own time. The clock stands at the end of it wherever it was left. */
type OnTheWay = (target: Date) => Promise<void>;

/**
 * The time at which decisions are made and by which work is due. It is the real one, unless KYOGI_MOVABLE_CLOCK lets it be moved. Leases,
 * tokens, pauses and latencies are always of real time.
 */
@Injectable()
export class Clock {
  private aheadMs = 0;
  private standing: number | undefined;
  private moved = false;
  private onTheWay: OnTheWay = () => Promise.resolve();
  private walking: Promise<unknown> = Promise.resolve();

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'KYOGI_MOVABLE_CLOCK'>) {}

  now(): Date {
    return new Date(this.standing ?? Date.now() + this.aheadMs);
  }

  /** The same as ISO 8601 in UTC, milliseconds included. */
  iso(): string {
    return this.now().toISOString();
  }

  /**
   * Sets the clock, which runs on from there. The first move may lead anywhere, every further one only forward: Problem invalid-content.
   * Throws when the settings do not let it be moved.
   */
  moveTo(instant: Date): void {
    this.requireForward(instant);
    this.aheadMs = instant.getTime() - Date.now();
    this.standing = undefined;
  }

  /** The same, but it stands there until it is moved again. */
  standAt(instant: Date): void {
    this.requireForward(instant);
    this.standing = instant.getTime();
  }

  /** Stops it where it is. */
  stand(): void {
    this.requireMovable();
    this.standing ??= this.now().getTime();
  }

  /** Names what `walkTo` does before it arrives. */
  walksBy(onTheWay: OnTheWay): void {
    this.onTheWay = onTheWay;
  }

  /** Moves the clock past everything that is due on the way; one walk after another. When that fails it runs on from where it came. */
  walkTo(instant: Date): Promise<void> {
    const walk = this.walking.then(async () => {
      this.requireForward(instant, false);
      try {
        await this.onTheWay(instant);
      } catch (error) {
        if (this.standing !== undefined) this.moveTo(this.now());
        throw error;
      }
      this.moveTo(instant);
    });
    this.walking = walk.catch(() => undefined);
    return walk;
  }

  private requireMovable(): void {
    if (!this.config.KYOGI_MOVABLE_CLOCK)
      throw new Error('the clock is real: only with KYOGI_MOVABLE_CLOCK=true can it be moved');
  }

  private requireForward(instant: Date, moves = true): void {
    this.requireMovable();
    const now = this.iso();
    if (this.moved && instant < new Date(now))
      throw new Problem('invalid-content', `The clock is at ${now}; it moves only forward.`, { now });
    this.moved ||= moves;
  }
}
