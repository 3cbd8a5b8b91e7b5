import {
  Inject,
  Logger,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { Wake } from '#event-store';
import { IdentityModule, requireIssuer } from '#identity';
import { cabinetFile, Health, loadCabinet, Metrics, pool, type Config } from '#platform';
import type { Pool } from 'pg';
import { LogFiles } from './files/log-files.js';
import { folderOf } from './folder.js';
import { Disclosures } from './http/disclosures.js';
import { EventsController } from './http/events.controller.js';
import { fetchLimits } from './http/fetch-limits.js';
import { LogController } from './http/log.controller.js';
import { Openings } from './http/openings.js';
import { Published } from './http/published.js';
import { Cosigners } from './notary/cosign.js';
import { Office } from './notary/office.js';
import { officeOf } from './notary/office-of.js';
import { witnessesOf } from './notary/witness-list.js';
import { observe } from './observe.js';

const NOTARY_POOL = Symbol('notary pool');

/** The transparency log over the ledger: integrates, signs, publishes, and serves what is published. */
@Module({})
export class EvidenceModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly wake: Wake,
    private readonly office: Office,
    @Inject(NOTARY_POOL) private readonly pool: Pool,
    files: LogFiles,
    cosigners: Cosigners,
    health: Health,
    metrics: Metrics,
  ) {
    observe({ pool, files, office, cosigners, health, metrics });
  }

  static for(config: Config): DynamicModule {
    requireIssuer(config);
    const [folder, witnesses] = [folderOf(config), witnessesOf(config)];
    const url = config.DATABASE_URL;
    return {
      module: EvidenceModule,
      imports: [IdentityModule.as('kyogi_notary'), ThrottlerModule.forRoot(fetchLimits(config))],
      controllers: [LogController, EventsController],
      providers: [
        { provide: NOTARY_POOL, useFactory: () => pool(url, 'kyogi_notary', { size: config.POOL_SIZE }) },
        { provide: Wake, useFactory: () => new Wake(url, 'kyogi_notary') },
        { provide: LogFiles, useFactory: () => new LogFiles(folder) },
        {
          provide: Cosigners,
          inject: [LogFiles],
          useFactory: (files: LogFiles) => new Cosigners(witnesses, config.KYOGI_WITNESS_QUORUM, files),
        },
        {
          provide: Office,
          inject: [NOTARY_POOL, LogFiles, Cosigners, Wake, Metrics],
          useFactory: (db: Pool, files: LogFiles, cosigners: Cosigners, wake: Wake, metrics: Metrics) =>
            officeOf(config, { pool: db, files, cosigners, wake, metrics }, new Logger('notary')),
        },
        { provide: Published, inject: [LogFiles], useFactory: (files: LogFiles) => new Published(files) },
        { provide: Disclosures, inject: [NOTARY_POOL], useFactory: (db: Pool) => new Disclosures(db) },
        {
          provide: Openings,
          inject: [NOTARY_POOL],
          useFactory: (db: Pool) => new Openings(db, loadCabinet(cabinetFile(config)).headquarters),
        },
      ],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.wake.start();
    this.office.start();
  }

  /** After the door is closed. */
  async onApplicationShutdown(): Promise<void> {
    await this.office.stop();
    await this.wake.stop();
    await this.pool.end();
  }
}
