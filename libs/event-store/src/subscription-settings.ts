import type { DataSource, EntityManager } from 'typeorm';
import type { PoisonEvent } from './checkpoint.js';
import type { LedgerEvent } from './event.js';
import type { Wake } from './wake.js';

export interface SubscriptionSettings {
  /** Key of the checkpoint; of all processes that use it, one works and the others stand by. */
  name: string;
  db: DataSource;
  wake: Wake;
  /** Writes the consequences of one event with `tx` and nothing else. What it throws stops the subscription. */
  handle: (event: LedgerEvent, tx: EntityManager) => Promise<void> | void;
  /** Called once in every transaction before the first event: SET LOCAL search_path, for instance. */
  prepare?: (tx: EntityManager) => Promise<void>;
  /**
   * Called once in every transaction after the last event: writes what `handle` put off. After a fault the same events are handled one
   * to a transaction, until the one at fault stands alone.
   */
  finish?: (tx: EntityManager) => Promise<void>;
  /** Events in one transaction at most (500). */
  batch?: number;
  /** Where a new name begins; a known name goes on where it was. */
  fromPosition?: number;
  onProgress?: (position: number, events: number) => void;
  /** Must be loud: the read model stands still from here on. */
  onStopped?: (poison: PoisonEvent) => void;
  /** The database was away or refused; the subscription tries again by itself. */
  onError?: (error: Error) => void;
}
