import {
  Inject,
  Logger,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Cabinet } from '#contracts';
import { Wake } from '#event-store';
import { ThrottlerModule } from '@nestjs/throttler';
import { IdentityModule, requireIssuer } from '#identity';
import { cabinetFile, dataSource, Health, loadCabinet, Metrics, pool, type Config } from '#platform';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { CaseDesk } from './cases/cases.js';
import { CaseFiles } from './cases/case-files.js';
import { CasesController } from './http/cases.controller.js';
import { DocumentsController } from './http/documents.controller.js';
import { DossiersController } from './http/dossiers.controller.js';
import { OverviewController } from './http/overview.controller.js';
import { PagesController } from './http/pages.controller.js';
import { ReadModelsController } from './http/read-models.controller.js';
import { TimeController } from './http/time.controller.js';
import { observe } from './observe.js';
import { openDataLimits } from './open-data/limit.guard.js';
import { OpenDataController } from './open-data/open-data.controller.js';
import { OpenDataPageController } from './open-data/page.controller.js';
import { readModels } from './projections/index.js';
import { Generations } from './read-models/generations.js';
import { Readers } from './read-models/readers.js';
import { CABINET, PROJECTOR, PUBLIC_READERS } from './tokens.js';

const READER_POOL = Symbol('reader pool');
const PUBLIC_POOL = Symbol('public pool');
/** Every subscription holds one connection while it works, and a swap one more. */
const PROJECTOR_CONNECTIONS = 2 * readModels.length + 2;

/** Queries of the public at once. */
const PUBLIC_CONNECTIONS = 4;

/** Headquarters: fed by the ledger only, it answers what is in it to whoever may see it. */
@Module({})
export class HeadquartersModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly wake: Wake,
    private readonly generations: Generations,
    @Inject(PROJECTOR) private readonly projector: DataSource,
    @Inject(READER_POOL) private readonly readers: Pool,
    @Inject(PUBLIC_POOL) private readonly publicReaders: Pool,
    health: Health,
    metrics: Metrics,
  ) {
    observe({ db: projector, generations, readers, health, metrics });
  }

  static for(config: Config): DynamicModule {
    requireIssuer(config);
    const url = config.DATABASE_URL;
    const logger = new Logger('projections');
    return {
      module: HeadquartersModule,
      imports: [IdentityModule.as('kyogi_reader'), ThrottlerModule.forRoot(openDataLimits(config))],
      controllers: [
        CasesController,
        PagesController,
        DocumentsController,
        DossiersController,
        OverviewController,
        TimeController,
        OpenDataController,
        OpenDataPageController,
        ReadModelsController,
      ],
      providers: [
        { provide: CABINET, useFactory: () => loadCabinet(cabinetFile(config)) },
        {
          provide: PROJECTOR,
          useFactory: () => dataSource(url, 'kyogi_projector', { size: PROJECTOR_CONNECTIONS }).initialize(),
        },
        { provide: READER_POOL, useFactory: () => pool(url, 'kyogi_reader', { size: config.POOL_SIZE }) },
        { provide: PUBLIC_POOL, useFactory: () => pool(url, 'kyogi_reader', { size: PUBLIC_CONNECTIONS }) },
        { provide: Wake, useFactory: () => new Wake(url, 'kyogi_projector') },
        {
          provide: Readers,
          inject: [READER_POOL, CABINET],
          useFactory: (readers: Pool, { headquarters }: Cabinet) => new Readers(readers, headquarters),
        },
        {
          provide: PUBLIC_READERS,
          inject: [PUBLIC_POOL, CABINET],
          useFactory: (readers: Pool, { headquarters }: Cabinet) => new Readers(readers, headquarters),
        },
        {
          provide: CaseDesk,
          inject: [Readers, PROJECTOR, CABINET],
          useFactory: (readers: Readers, db: DataSource, { headquarters }: Cabinet) =>
            new CaseDesk(readers, new CaseFiles(db), headquarters, config.KYOGI_EVIDENCE_URL),
        },
        {
          provide: Generations,
          inject: [PROJECTOR, Wake, CABINET],
          useFactory: (db: DataSource, wake: Wake, cabinet: Cabinet) =>
            new Generations({
              ...{ db, wake, cabinet, models: readModels },
              onStopped: (name, poison) =>
                logger.error(
                  `${name} is stopped at position ${poison.event.position} (event ${poison.event.eventId}): ${poison.message}`,
                ),
              onError: (error) => logger.warn(`a read model waits: ${error.message}`),
            }),
        },
      ],
    };
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.wake.start();
    await this.generations.start();
  }

  /** After the door is closed: queries under way have been answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.generations.stop();
    await this.wake.stop();
    await Promise.all([this.readers.end(), this.publicReaders.end()]);
    await this.projector.destroy();
  }
}
