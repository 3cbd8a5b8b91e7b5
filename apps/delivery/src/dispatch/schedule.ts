const s = 1_000;
const min = 60 * s;
const h = 60 * min;

/** Standard Webhooks: milliseconds after the first, second, … failure within which it is tried again. */
const steps = [5 * s, 5 * min, 30 * min, 2 * h, 5 * h, 10 * h, 14 * h, 20 * h, 24 * h];

/** Tries of one delivery until it is given up. */
export const maxTries = steps.length + 1;

/** Longest time that a receiver can ask to be left alone, milliseconds. */
const maxRetryAfter = 24 * h;

/**
 * Milliseconds until the next try after so many failures, with full jitter, no earlier than the receiver asked for. After the last step
 * it stays at that one: whoever gives up asks `maxTries` first. `random` is uniform in 0 ≤ x < 1.
 */
export const pauseAfter = (failures: number, random: () => number, retryAfter = 0): number => {
  const step = steps[Math.min(failures, steps.length) - 1] ?? 0;
  return Math.max(Math.round(random() * step), Math.min(retryAfter, maxRetryAfter));
};

const asksForPatience: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** The milliseconds that Retry-After asked for, where the status lets it count. */
export const patienceFor = (status: number, retryAfterMs: number | undefined): number | undefined =>
  asksForPatience.has(status) && retryAfterMs !== undefined
    ? Math.min(retryAfterMs, maxRetryAfter)
    : undefined;
