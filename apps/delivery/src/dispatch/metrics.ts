import type { Metrics } from '#platform';
import type { Pool } from 'pg';
import type { Item, Outcome } from './item.js';

/** Seconds; from a delivery at once to one that waited a while. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 60];

const TROUBLED = `SELECT t.state, count(*)::float8 AS n,
    extract(epoch FROM clock_timestamp() - (SELECT recorded_at FROM delivery.announcements a WHERE a.position = min(t.position)))::float8 AS age
  FROM delivery.troubled t GROUP BY t.state`;
const UNSENT = `SELECT extract(epoch FROM clock_timestamp() - min(a.recorded_at))::float8 AS age
  FROM delivery.cursors c JOIN delivery.subscriptions s ON s.id = c.subscription_id
  JOIN delivery.deliveries d ON d.subscription_id = c.subscription_id AND d.seq = c.settled + 1
  JOIN delivery.announcements a ON a.position = d.position
  WHERE s.state = 'ACTIVE' AND s.transport ->> 'kind' = 'webhook'`;

const STATES = ['waiting', 'behind', 'parked'] as const;

interface Found {
  state: (typeof STATES)[number];
  n: number;
  age: number | null;
}

/** Numbers of the sending. What is asked of the database is of all processes together. */
export class DispatchMetrics {
  private readonly sent;
  private readonly seconds;
  private flying = 0;

  constructor(metrics: Metrics, db: Pool, held: () => number) {
    this.sent = metrics.counter('kyogi_webhook_sends_total', 'Tries by outcome.', ['outcome', 'kind']);
    this.seconds = metrics.histogram(
      ...([
        'kyogi_webhook_first_byte_seconds',
        'From the commit of an event to its first try, seconds.',
      ] as const),
      [],
      BUCKETS,
    );
    metrics.gauge('kyogi_webhook_in_flight', 'Requests under way.', [], (gauge) => gauge.set(this.flying));
    metrics.gauge('kyogi_webhook_held', 'Subscriptions that this process sends for.', [], (gauge) =>
      gauge.set(held()),
    );
    const age = metrics.gauge(
      'kyogi_webhook_oldest_seconds',
      'Age of the oldest event that was not taken, by what becomes of it; 0: there is none.',
      ['state'],
      async (gauge) => {
        const { rows } = await db.query<{ age: number | null }>(UNSENT);
        gauge.set({ state: 'unsent' }, rows[0]?.age ?? 0);
      },
    );
    metrics.gauge(
      'kyogi_webhook_troubled',
      'Deliveries that were not taken yet, by state.',
      ['state'],
      async (gauge) => {
        const { rows } = await db.query<Found>(TROUBLED);
        for (const state of STATES) {
          const found = rows.find((row) => row.state === state);
          gauge.set({ state }, found?.n ?? 0);
          age.set({ state }, found?.age ?? 0);
        }
      },
    );
  }

  /** Counts a try. */
  async counted(item: Item, replayed: boolean, send: () => Promise<Outcome>): Promise<Outcome> {
    if (!replayed && !item.row) this.seconds.observe(Math.max(0, Date.now() - item.recordedAt) / 1_000);
    this.flying += 1;
    try {
      const outcome = await send();
      const kind = replayed ? 'replay' : item.row?.state === 'parked' ? 'notice' : 'live';
      this.sent.inc({ outcome: outcome.kind, kind });
      return outcome;
    } finally {
      this.flying -= 1;
    }
  }
}
