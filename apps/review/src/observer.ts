import type { WorkItem } from '#messaging';

/** What came of one run. `lost`: another run of the item settled it. */
export type Outcome = 'done' | 'moot' | 'snoozed' | 'later' | 'dead' | 'lost';

/** Who is told what the review process does: metrics and log. None of it may throw. */
export interface ReviewObserver {
  onRun(item: WorkItem, outcome: Outcome, by: 'hint' | 'fallback'): void;
  /** Items that took the process down at every attempt. */
  onExhausted(ids: number[]): void;
  /** The queue lost its memory; so many items are hinted again. */
  onWiped(items: number): void;
  /** Whether hints can be told; called when that changes. */
  onQueue(isReachable: boolean): void;
  onError(error: Error): void;
}
