import { setTimeout as delay } from 'node:timers/promises';

/** Repeats an assertion until it holds; fails with its last error after `timeoutMs` (milliseconds). */
export async function eventually<T>(
  assertion: () => Promise<T> | T,
  timeoutMs = 10_000,
  everyMs = 20,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > end) throw error;
      await delay(everyMs);
    }
  }
}
