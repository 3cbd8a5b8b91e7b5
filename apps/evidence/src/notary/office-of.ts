import type { Logger } from '@nestjs/common';
import type { Wake } from '#event-store';
import { Leader, type Config, type Metrics } from '#platform';
import type { Pool } from 'pg';
import type { LogFiles } from '../files/log-files.js';
import { keyFileOf } from '../folder.js';
import { originOf } from '../origin.js';
import type { Cosigners } from './cosign.js';
import { Notary } from './notary.js';
import { Office } from './office.js';
import type { Step } from './steps.js';

interface Parts {
  pool: Pool;
  files: LogFiles;
  cosigners: Cosigners;
  wake: Wake;
  metrics: Metrics;
}

/** Counts the steps of the rounds. */
function stepCounter(metrics: Metrics): (step: Step) => void {
  const steps = metrics.counter('kyogi_evidence_steps_total', 'Steps of the notary, by name.', ['step']);
  return (step) => void steps.inc({ step });
}

/** Of all processes on one database, the one that may sign. */
export const notaryLeader = (url: string): Leader =>
  new Leader({ url, role: 'kyogi_notary', lock: 42, name: 'kyogi:notary' });

/** The office of this process, as the settings say. */
export function officeOf(config: Config, parts: Parts, logger: Logger): Office {
  const { pool, files, cosigners, wake, metrics } = parts;
  const leader = notaryLeader(config.DATABASE_URL);
  const notary = new Notary({
    ...{ pool, files, cosigners, origin: originOf(config), keyFile: keyFileOf(config) },
    confirm: () => leader.confirm(),
    onStep: stepCounter(metrics),
    onDamage: ({ what }) => logger.warn(`files of the log are written anew: ${what}`),
  });
  return new Office({
    ...{ notary, leader, wake },
    onRefused: ({ message }) => logger.error(`nothing is signed: ${message}`),
    onError: ({ message }) => logger.warn(`the log waits: ${message}`),
  });
}
