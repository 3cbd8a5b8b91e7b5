import { Logger } from '@nestjs/common';
import type { Cabinet } from '#contracts';
import { Leader, type Config, type Metrics } from '#platform';
import type { DataSource } from 'typeorm';
import { pullOf } from '../mirror/open-mirror.js';
import { countOpen } from './incidents.js';
import { Reconciler } from './reconciler.js';

/** The reconciler of this process; a difference is an incident, an error in the log, and a number. */
export const openReconciler = (
  db: DataSource,
  config: Config,
  cabinet: Cabinet,
  metrics: Metrics,
): Reconciler => {
  const log = new Logger('reconciliation');
  metrics.gauge(
    'kyogi_incidents_open',
    'Days and organs on which headquarters does not say what the ledger says.',
    [],
    async (gauge) => gauge.set(await countOpen(db)),
  );
  return new Reconciler({
    ...{ db, cabinet, origin: pullOf(config) },
    lead: () =>
      new Leader({
        ...{ url: config.DATABASE_URL, role: 'kyogi_projector', lock: 43, name: 'kyogi:reconciler' },
      }),
    onDifference: ({ kind, day, organ, expected, found }) =>
      log.error(
        `${kind} of ${organ} on ${day} differs: ${expected.count} (${expected.sha256}) by the ledger, ${found.count} (${found.sha256}) found`,
      ),
  });
};
