import { KyogiProblem } from './problem.js';

const LONGEST_MS = 30_000;

/** Waits, or ends at once when the signal comes. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });

/** Milliseconds before the next try after so many failures: doubled each time, full jitter, or as the answer says. */
export const backoff = (failures: number, error: unknown): number =>
  error instanceof KyogiProblem && error.retryAfterMs !== undefined
    ? error.retryAfterMs
    : Math.random() * Math.min(LONGEST_MS, 250 * 2 ** failures);
