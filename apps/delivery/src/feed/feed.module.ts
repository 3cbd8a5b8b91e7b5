import {
  Inject,
  Logger,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CommandsModule, Ledger, World } from '#commands';
import { Wake, type Subscription } from '#event-store';
import { CONFIG, dataSource, Health, Metrics, pool, type Config } from '#platform';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Loop } from '../loop.js';
import { DELIVERER, DELIVERY_WAKE } from '../tokens.js';
import { announcer } from './announcer.js';
import { fanOut } from './fan-out.js';
import { observe } from './observe.js';
import { retention } from './retention.js';
import { Wakeups } from './wakeups.js';

const ANNOUNCING = Symbol('announcer data source');
/** One works, one asks for its state. */
const CONNECTIONS = 2;

/** Announces what is in the ledger and fans it out; whoever sends deliveries takes DELIVERER and Wakeups from here. */
@Module({
  imports: [CommandsModule],
  providers: [
    {
      provide: DELIVERER,
      inject: [CONFIG],
      useFactory: ({ DATABASE_URL, POOL_SIZE }: Config) =>
        pool(DATABASE_URL, 'kyogi_deliverer', { size: POOL_SIZE }),
    },
    {
      provide: ANNOUNCING,
      inject: [CONFIG],
      useFactory: ({ DATABASE_URL }: Config) =>
        dataSource(DATABASE_URL, 'kyogi_deliverer', { size: CONNECTIONS }).initialize(),
    },
    {
      provide: DELIVERY_WAKE,
      inject: [CONFIG],
      useFactory: ({ DATABASE_URL }: Config) =>
        new Wake(DATABASE_URL, 'kyogi_deliverer', { channel: 'kyogi_delivery' }),
    },
    {
      provide: Wakeups,
      inject: [DELIVERER, DELIVERY_WAKE],
      useFactory: (db: Pool, wake: Wake) => new Wakeups(db, wake),
    },
  ],
  exports: [CommandsModule, DELIVERER, DELIVERY_WAKE, Wakeups],
})
export class FeedModule implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  private readonly logger = new Logger('feed');
  private readonly announcer: Subscription;
  private readonly fanOut: Loop;
  private readonly retention: Loop;

  constructor(
    @Inject(DELIVERER) private readonly db: Pool,
    @Inject(ANNOUNCING) private readonly announcing: DataSource,
    @Inject(DELIVERY_WAKE) private readonly wake: Wake,
    @Inject(CONFIG) config: Config,
    private readonly wakeups: Wakeups,
    ledger: Ledger,
    world: World,
    health: Health,
    metrics: Metrics,
  ) {
    const warn = (error: Error) => this.logger.warn(`the feed waits: ${error.message}`);
    this.fanOut = fanOut(db, warn);
    this.retention = retention(db, config.FEED_RETENTION_DAYS, warn);
    this.announcer = announcer({
      ...{ db: announcing, wake: ledger.wake, cabinet: world.cabinet, onError: warn },
      onAnnounced: () => this.fanOut.poke(),
      onStopped: ({ event, message }) =>
        this.logger.error(
          `the announcer is stopped at position ${event.position} (event ${event.eventId}): ${message}`,
        ),
    });
    observe({ db, announcer: this.announcer, wakeups, health, metrics });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.wake.start();
    this.wake.on(() => this.fanOut.poke());
    this.wakeups.start();
    this.announcer.start();
    this.fanOut.start();
    this.retention.start();
  }

  /** Before the door closes: it would wait for long polls and streams. */
  onModuleDestroy(): Promise<void> {
    return this.wakeups.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.announcer.stop(), this.fanOut.stop(), this.retention.stop()]);
    await this.wake.stop();
    await Promise.all([this.announcing.destroy(), this.db.end()]);
  }
}
