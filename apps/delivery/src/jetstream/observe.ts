import type { Health, Metrics } from '#platform';
import type { Publisher } from './publisher.js';

interface Observed {
  health: Health;
  metrics: Metrics;
  publisher: Publisher;
  /** Events the ledger has and the stream has not; undefined in a process that does not publish. */
  lag: () => Promise<number | undefined>;
}

/** Health and numbers of the publisher. Without NATS the process is only degraded: pull, SSE and webhooks go on. */
export const observe = ({ health, metrics, publisher, lag }: Observed) => {
  health.uses('nats', async () => {
    if (publisher.ails) return Promise.resolve({ ok: false, note: 'publishes nothing; see the log' });
    return Promise.resolve({ ok: true, note: publisher.works ? 'publishes' : 'stands by' });
  });
  metrics.gauge(
    'kyogi_jetstream_lag',
    'Events that are not in the stream of the ledger yet.',
    [],
    async (gauge) => {
      const events = await lag();
      if (events === undefined) gauge.reset();
      else gauge.set(events);
    },
  );
  return {
    published: metrics.counter('kyogi_jetstream_published_total', 'Messages that JetStream acknowledged.'),
    omitted: metrics.counter(
      'kyogi_jetstream_omitted_total',
      'Messages that were too large, in whose place a notice was published.',
    ),
    failures: metrics.counter('kyogi_jetstream_failures_total', 'Connections that ended with an error.'),
  };
};
