import { Logger } from '@nestjs/common';
import { ledgerSubject, type Cabinet } from '#contracts';
import { Leader, type Config, type Health, type Metrics } from '#platform';
import type { DataSource } from 'typeorm';
import { brokerSource } from './broker-source.js';
import { Mirror } from './mirror.js';
import { observe } from './observe.js';
import { LedgerPull } from './pull.js';
import { pullSource } from './pull-source.js';
import { MirrorWriter } from './writer.js';

interface Opening {
  config: Config;
  cabinet: Cabinet;
  /** Role kyogi_projector. */
  db: DataSource;
  health: Health;
  metrics: Metrics;
}

const isWeb = (source: string): boolean => /^https?:/.test(source);

/** Where the original can be asked over HTTP; undefined where the ledger is this database itself, or only a broker is known. */
export const pullOf = ({
  LEDGER_SOURCE,
  LEDGER_PULL_URL,
  LEDGER_TOKEN_FILE,
}: Config): LedgerPull | undefined => {
  if (!LEDGER_SOURCE) return undefined;
  const url = isWeb(LEDGER_SOURCE) ? LEDGER_SOURCE : LEDGER_PULL_URL;
  return url ? new LedgerPull(url, LEDGER_TOKEN_FILE) : undefined;
};

/** The mirror that the settings ask for; undefined where the database is the ledger itself. Not yet started. */
export const openMirror = ({ config, cabinet, db, health, metrics }: Opening): Mirror | undefined => {
  const {
    LEDGER_SOURCE: from,
    DATABASE_URL: url,
    NATS_CREDENTIALS_FILE: credentials,
    NATS_CA_FILE: ca,
  } = config;
  if (!from) return undefined;
  const pull = pullOf(config);
  const source =
    isWeb(from) && pull
      ? pullSource(pull)
      : brokerSource({ url: from, credentials, ca, name: 'kyogi:mirror' }, ledgerSubject(cabinet.name));
  const mirror: Mirror = new Mirror({
    ...{ source, pull, writer: new MirrorWriter(db) },
    leader: new Leader({ url, role: 'kyogi_projector', lock: 41, name: 'kyogi:mirror' }),
    observer: observe({ health, metrics, log: new Logger('mirror'), works: () => mirror.works }),
  });
  return mirror;
};
