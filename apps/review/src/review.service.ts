import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataSource } from 'typeorm';
import { Ledger, World } from '#commands';
import type { Subscription } from '#event-store';
import { Hints, WorkList } from '#messaging';
import { CONFIG, Clock, Health, Leader, Metrics, dataSource, type Config } from '#platform';
import { executeWith } from './execute-item.js';
import { FILINGS, filingsSubscription } from './filings/filings.subscription.js';
import { instanceOf } from './instance.js';
import { Reconciler } from './reconciler.js';
import { watchWork } from './gauges.js';
import { ReviewMetrics } from './review-metrics.js';
import { walk } from './walk.js';
import { ReviewWorker } from './worker.js';

/** Everything that runs in a review process, from its start to its graceful stop. */
@Injectable()
export class ReviewService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('review');
  private readonly db: DataSource;
  private hints: Hints | undefined;
  private reconciler: Reconciler | undefined;
  private filings: Subscription | undefined;
  private deaf: () => void = () => undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly bus: CommandBus,
    private readonly ledger: Ledger,
    private readonly world: World,
    private readonly health: Health,
    private readonly metrics: Metrics,
    private readonly observer: ReviewMetrics,
    private readonly clock: Clock,
  ) {
    this.db = dataSource(config.DATABASE_URL, 'kyogi_app', { size: 2, name: 'kyogi:review-filings' });
  }

  /** Rejects when Redis is set to forget by itself; the process then ends. */
  async onApplicationBootstrap(): Promise<void> {
    const { config, observer, clock } = this;
    const { pool, wake } = this.ledger;
    this.hints = await Hints.open({
      redisUrl: config.REDIS_URL,
      databaseUrl: config.DATABASE_URL,
      instance: await instanceOf(pool),
      onError: (error) => observer.onError(error),
    });
    await this.db.initialize();
    this.filings = filingsSubscription(this.db, {
      wake,
      onError: (error) => observer.onError(error),
      onStopped: (poison) =>
        this.log.error({ msg: `${FILINGS} stopped at an event it cannot read`, error: poison.message }),
    });
    this.filings.start();
    const execute = executeWith(this.bus, this.world.cabinet.headquarters);
    const onPaused = () => this.reconciler?.wake();
    const worker = new ReviewWorker({ pool, clock, execute, observer, onPaused });
    const concurrency = config.REVIEW_CONCURRENCY;
    this.hints.consume((hint) => worker.run(hint, 'hint'), concurrency);
    const leader = new Leader({
      url: config.DATABASE_URL,
      role: 'kyogi_app',
      lock: 30,
      name: 'kyogi:review-leader',
    });
    const everyMs = config.RECONCILER_MS;
    this.reconciler = new Reconciler({
      pool,
      clock,
      hints: this.hints,
      leader,
      worker,
      observer,
      everyMs,
      concurrency,
    });
    this.deaf = wake.on(() => this.reconciler?.wake());
    this.reconciler.start();
    const list = new WorkList(pool);
    clock.walksBy((target) => walk(target, { clock, list, worker }));
    this.watch(this.hints, list);
  }

  /** No new work; what runs is finished. The ledger's pools close after this. */
  async onModuleDestroy(): Promise<void> {
    this.deaf();
    await this.reconciler?.stop();
    await this.hints?.close();
    await this.filings?.stop();
    if (this.db.isInitialized) await this.db.destroy();
  }

  private watch(hints: Hints, list: WorkList): void {
    watchWork(this.metrics, list, hints, this.clock);
    this.health.needs('database', async () => void (await this.ledger.head()));
    this.health.needs(FILINGS, async () => {
      const state = await this.filings?.state();
      return { ok: state?.state !== 'stopped', note: `at ${state?.position ?? 0}` };
    });
    this.health.uses('queue', async () => ({
      ok: (await hints.depth()) !== undefined,
      note: hints.backendName,
    }));
  }
}
