import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';

/**
 * Waits until a subscription, wherever it runs, has come to a position: read-your-writes across processes.
 * @param timeoutMs milliseconds
 * @returns false when it has not: it lags, is stopped, or does not exist
 */
export async function waitFor(
  pool: Pool,
  name: string,
  position: number,
  timeoutMs: number,
): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  for (let pause = 5; ; pause = Math.min(50, pause * 1.5)) {
    const { rows } = await pool.query<{ reached: boolean }>({
      name: 'kyogi_reached',
      text: 'SELECT position >= $2 AS reached FROM public.subscriptions WHERE name = $1',
      values: [name, position],
    });
    if (rows[0]?.reached) return true;
    const left = end - performance.now();
    if (left <= 0) return false;
    await delay(Math.min(pause, left));
  }
}
