import type { Failure, Item, TroubledRow } from './item.js';
import { maxTries, pauseAfter } from './schedule.js';

/** What the time of the next try depends on. */
export interface Trying {
  now: Date;
  /** Uniform in 0 ≤ x < 1. */
  random: () => number;
}

const untried = ({ seq, position, key }: Item): TroubledRow => ({
  ...{ seq, position, key, state: 'behind', attempts: 0, firstTriedAt: null, nextAttemptAt: null },
  ...{ lastStatus: null, lastError: null, reason: null, noticeAttempts: 0, noticeSent: false },
});

const later = ({ now, random }: Trying, failures: number, retryAfterMs?: number): string =>
  new Date(now.getTime() + pauseAfter(failures, random, retryAfterMs)).toISOString();

const said = ({ status, error }: Failure) => ({ lastStatus: status ?? null, lastError: error });

/** One that waits for an earlier one of its dossier. */
export const behindRow = (item: Item): TroubledRow => untried(item);

/** One that is under way while many that come after it were taken: whoever takes over sends it again at once. */
export const overtakenRow = (item: Item, now: Date): TroubledRow => ({
  ...untried(item),
  ...{ state: 'waiting', firstTriedAt: now.toISOString(), nextAttemptAt: now.toISOString() },
});

/** It was not taken: it is tried again or, after the last try, given up. */
export const afterFailure = (item: Item, failure: Failure, trying: Trying): TroubledRow => {
  const before = item.row ?? untried(item);
  const attempts = before.attempts + 1;
  const tried = {
    ...{ ...before, ...said(failure), attempts },
    firstTriedAt: before.firstTriedAt ?? trying.now.toISOString(),
  };
  if (attempts >= maxTries)
    return { ...tried, state: 'parked', reason: failure.error, nextAttemptAt: trying.now.toISOString() };
  return { ...tried, state: 'waiting', nextAttemptAt: later(trying, attempts, failure.retryAfterMs) };
};

/** Its notice was not taken: it is tried again, for ever. */
export const afterNoticeFailure = (row: TroubledRow, failure: Failure, trying: Trying): TroubledRow => {
  const noticeAttempts = row.noticeAttempts + 1;
  const nextAttemptAt = later(trying, noticeAttempts, failure.retryAfterMs);
  return { ...row, ...said(failure), noticeAttempts, nextAttemptAt };
};
