import type { Item, Outcome } from './item.js';
import type { Lease } from './leases.js';
import type { Receiver } from './send.js';
import type { FoundTrouble } from './trouble.js';

/** What a courier is given. */
export interface CourierSettings {
  lease: Lease;
  /** When the lease was asked for: monotonic clock, milliseconds. */
  leasedAt: number;
  found: FoundTrouble;
  window: number;
  /** How many may be under way at this moment, whatever the window. */
  share: () => number;
  /** Hours without a single success after which it is given up. */
  failingHours: number;
  /** The time of due work. */
  now: () => Date;
  /** Uniform in 0 ≤ x < 1. */
  random: () => number;
  send: (receiver: Receiver, item: Item, more: { settled: number; replayed?: boolean }) => Promise<Outcome>;
  /** The receiver wants no more of it, or has failed for too long: resolves when that is a fact, or could not be made one. */
  onOver: (by: 'gone' | 'failing', reason: string) => Promise<void>;
  /** It can go on as soon as what it knows was written. */
  onWant: () => void;
  onError: (error: Error) => void;
}
