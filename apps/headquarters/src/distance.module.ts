import {
  Inject,
  Logger,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Cabinet } from '#contracts';
import { cabinetFile, Clock, dataSource, Health, loadCabinet, Metrics, type Config } from '#platform';
import type { DataSource } from 'typeorm';
import { IncidentsController } from './http/incidents.controller.js';
import type { Mirror } from './mirror/mirror.js';
import { openMirror } from './mirror/open-mirror.js';
import { Nightly } from './reconcile/nightly.js';
import { openReconciler } from './reconcile/open-reconciler.js';
import { Reconciler } from './reconcile/reconciler.js';
import { CABINET, COPYING } from './tokens.js';

const MIRROR = Symbol('mirror');

/** Where the ledger comes from when it is not here, and whether headquarters still says what it says. */
@Module({})
export class DistanceModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(COPYING) private readonly db: DataSource,
    @Inject(MIRROR) private readonly mirror: Mirror | null,
    private readonly nightly: Nightly,
  ) {}

  static for(config: Config): DynamicModule {
    const log = new Logger('reconciliation');
    return {
      module: DistanceModule,
      controllers: [IncidentsController],
      providers: [
        { provide: CABINET, useFactory: () => loadCabinet(cabinetFile(config)) },
        {
          provide: COPYING,
          useFactory: () => dataSource(config.DATABASE_URL, 'kyogi_projector', { size: 4 }).initialize(),
        },
        {
          provide: MIRROR,
          inject: [COPYING, CABINET, Health, Metrics],
          useFactory: (db: DataSource, cabinet: Cabinet, health: Health, metrics: Metrics) =>
            openMirror({ config, cabinet, db, health, metrics }) ?? null,
        },
        {
          provide: Reconciler,
          inject: [COPYING, CABINET, Metrics],
          useFactory: (db: DataSource, cabinet: Cabinet, metrics: Metrics) =>
            openReconciler(db, config, cabinet, metrics),
        },
        {
          provide: Nightly,
          inject: [Reconciler, CABINET, Clock],
          useFactory: (reconciler: Reconciler, { calendar: { timeZone } }: Cabinet, clock: Clock) =>
            new Nightly({
              ...{ timeZone, hour: config.RECONCILE_HOUR, now: () => clock.now() },
              look: (night) => reconciler.run({ night }),
              onError: (error) => log.error(`the reconciliation of this night failed: ${error.message}`),
            }),
        },
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.mirror?.start();
    this.nightly.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.mirror?.stop(), this.nightly.stop()]);
    await this.db.destroy();
  }
}
