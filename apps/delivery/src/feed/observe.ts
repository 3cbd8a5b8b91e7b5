import type { Subscription } from '#event-store';
import type { Health, Metrics } from '#platform';
import type { Pool } from 'pg';
import type { Wakeups } from './wakeups.js';

interface Observed {
  db: Pool;
  announcer: Subscription;
  wakeups: Wakeups;
  health: Health;
  metrics: Metrics;
}

const HEAD = 'SELECT n::float8 AS head FROM log_head WHERE k = 1';
// Of announcements: what is beside dossiers is none, and no cursor goes past it.
const SLOWEST = `SELECT coalesce(max((SELECT max(position) FROM delivery.announcements) - c.position), 0)::float8 AS behind
  FROM delivery.cursors c JOIN delivery.subscriptions s ON s.id = c.subscription_id WHERE s.state = 'ACTIVE'`;

/** Health and numbers of the feed. A stopped announcer degrades the process: what was announced can still be had. */
export function observe({ db, announcer, wakeups, health, metrics }: Observed): void {
  health.needs('database', async () => void (await db.query('SELECT 1')));
  health.uses('announcer', async () => {
    const state = await announcer.state();
    if (state?.state !== 'stopped') return { ok: true };
    return { ok: false, note: `is stopped at position ${state.failedPosition}` };
  });

  const stopped = metrics.gauge('kyogi_feed_stopped', '1: the announcer stands still at a poison event.', []);
  metrics.gauge('kyogi_feed_waiting', 'Long polls and streams of this process.', [], (gauge) =>
    gauge.set(wakeups.waiting),
  );
  metrics.gauge('kyogi_feed_lag', 'Events of the ledger that are not announced yet.', [], async (lag) => {
    const [{ rows }, state] = await Promise.all([db.query<{ head: number }>(HEAD), announcer.state()]);
    lag.set((rows[0]?.head ?? 0) - (state?.position ?? 0));
    stopped.set(state?.state === 'stopped' ? 1 : 0);
  });
  metrics.gauge(
    'kyogi_feed_fan_out_lag',
    'Events that the slowest active subscription was not yet asked about.',
    [],
    async (lag) => {
      const { rows } = await db.query<{ behind: number }>(SLOWEST);
      lag.set(rows[0]?.behind ?? 0);
    },
  );
}
