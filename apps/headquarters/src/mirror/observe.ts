import type { Logger } from '@nestjs/common';
import type { Health, Metrics } from '#platform';
import type { MirrorObserver } from './copying.js';

interface Observed {
  health: Health;
  metrics: Metrics;
  log: Pick<Logger, 'warn' | 'error'>;
  works: () => boolean;
}

/** Health and numbers of a mirror. One that stands still degrades headquarters: what is here is still answered. */
export const observe = ({ health, metrics, log, works }: Observed): MirrorObserver => {
  let trouble: string | undefined;
  health.uses('mirror', () =>
    Promise.resolve(trouble ? { ok: false, note: 'stands still; see the log' } : { ok: true }),
  );
  const lag = metrics.gauge('kyogi_mirror_lag', 'Events of the original that are not here yet.');
  const gaps = metrics.counter('kyogi_mirror_gaps_total', 'Gaps in what the source brought.');
  const filled = metrics.counter('kyogi_mirror_backfilled_total', 'Events fetched by pull instead.');
  const faults = metrics.counter('kyogi_mirror_faults_total', 'Times the copying had to begin anew.');
  metrics.gauge(
    'kyogi_mirror_stalled',
    '1: the copying has ended with an error and not gone on.',
    [],
    (gauge) => gauge.set(trouble ? 1 : 0),
  );
  metrics.gauge('kyogi_mirror_works', '1: it is this process that copies.', [], (gauge) =>
    gauge.set(works() ? 1 : 0),
  );
  return {
    onLag: (events) => {
      trouble = undefined;
      lag.set(events);
    },
    onGap: (from, to) => {
      gaps.inc();
      log.warn(`the source left out positions ${from} to ${to}`);
    },
    onBackfilled: (events) => filled.inc(events),
    onError: (error) => {
      faults.inc();
      trouble = error.message;
      log.error(`the mirror stands still: ${error.message}`);
    },
  };
};
