import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import {
  Inject,
  Logger,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Ledger, World } from '#commands';
import { ledgerSubject } from '#contracts';
import type { Wake } from '#event-store';
import { CONFIG, Health, Leader, Metrics, type Config } from '#platform';
import type { Pool } from 'pg';
import { FeedModule } from '../feed/feed.module.js';
import { DELIVERER, DELIVERY_WAKE } from '../tokens.js';
import { Chain } from './chain.js';
import { FeedLane } from './feed-lane.js';
import { LedgerLane } from './ledger-lane.js';
import { observe } from './observe.js';
import { Publisher } from './publisher.js';
import { feedSettings, ledgerSettings } from './streams.js';

/** Publishes to NATS JetStream; nothing when NATS_URL is absent. */
@Module({})
export class JetstreamModule implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('jetstream');
  private readonly publisher: Publisher;
  private deaf: readonly (() => void)[] = [];
  private readonly omitted: ReturnType<typeof observe>['omitted'];
  private ledgerLane: LedgerLane | undefined;

  static for({ NATS_URL }: Config): DynamicModule[] {
    return NATS_URL ? [{ module: JetstreamModule, imports: [FeedModule] }] : [];
  }

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DELIVERER) private readonly db: Pool,
    @Inject(DELIVERY_WAKE) private readonly wake: Wake,
    private readonly ledger: Ledger,
    private readonly world: World,
    health: Health,
    metrics: Metrics,
  ) {
    const { DATABASE_URL: url, NATS_URL = '', NATS_CREDENTIALS_FILE: credentials, NATS_CA_FILE: ca } = config;
    this.publisher = new Publisher({
      nats: { url: NATS_URL, credentials, ca, name: 'kyogi:publisher' },
      leader: new Leader({ url, role: 'kyogi_deliverer', lock: 40, name: 'kyogi:publisher' }),
      lanes: (nc) => this.lanes(nc),
      onPublished: (count) => published.inc(count),
      onError: (error) => {
        failures.inc();
        this.logger.error(`nothing is published to NATS at the moment: ${error.message}`);
      },
    });
    const { published, failures, omitted } = observe({
      ...{ health, metrics, publisher: this.publisher },
      lag: async () =>
        this.publisher.works && this.ledgerLane
          ? (await ledger.head()) - this.ledgerLane.published
          : undefined,
    });
    this.omitted = omitted;
  }

  onApplicationBootstrap(): void {
    this.deaf = [this.wake, this.ledger.wake].map((wake) => wake.on(() => this.publisher.poke()));
    this.publisher.start();
  }

  async onModuleDestroy(): Promise<void> {
    for (const end of this.deaf) end();
    await this.publisher.stop();
  }

  private async lanes(nc: NatsConnection) {
    const { config, db } = this;
    const { name: cabinet } = this.world.cabinet;
    const [js, jsm] = [jetstream(nc), await jetstreamManager(nc)];
    const chain = (settings: typeof feedSettings) => new Chain(nc, js, jsm, settings(config, cabinet));
    const omit = (what: string) => {
      this.omitted.inc();
      this.logger.warn(
        `${what} is larger than NATS takes: a notice stands in its place, and it can be had by pull`,
      );
    };
    const feed = new FeedLane({
      ...{ db, cabinet, chain: chain(feedSettings) },
      onAhead: (id, has, delivered) =>
        this.logger.error(
          `the stream has ${has} deliveries of ${id}, which has had ${delivered}: is the database older?`,
        ),
      onOmitted: (id, seq) => omit(`delivery ${seq} of ${id}`),
    });
    this.ledgerLane = new LedgerLane(db, chain(ledgerSettings), ledgerSubject(cabinet), {
      omitted: (position) => omit(`the event at ${position}`),
      erased: (position) => feed.erase(position),
    });
    return [this.ledgerLane, feed];
  }
}
