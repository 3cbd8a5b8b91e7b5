import { Signal } from '#event-store';
import type { Wakeups } from './wakeups.js';

/** One who waits for what is new of a subscription. Made before the first look, so that nothing comes in between unnoticed. */
export class Listener {
  private readonly signal = new Signal();
  private readonly deaf: () => void;
  private readonly set = () => this.signal.set();

  /** @param gone aborted when the one who waits has left */
  constructor(
    private readonly wakeups: Wakeups,
    subscriptionId: string,
    private readonly gone: AbortSignal,
  ) {
    this.deaf = wakeups.on(subscriptionId, this.set);
    gone.addEventListener('abort', this.set);
  }

  /** Whether nobody waits any more: the client has left, or the process ends. */
  get isOver(): boolean {
    return this.gone.aborted || this.wakeups.isOver;
  }

  /** Until something may be new, waiting is over, or the time is (milliseconds). */
  async wait(timeoutMs: number): Promise<void> {
    if (!this.isOver) await this.signal.wait(timeoutMs);
  }

  close(): void {
    this.deaf();
    this.gone.removeEventListener('abort', this.set);
  }
}
