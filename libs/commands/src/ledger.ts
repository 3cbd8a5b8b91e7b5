import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Pool } from 'pg';
import { EventStore, Sequencer, Wake } from '#event-store';
import { CONFIG, Metrics, pool, type Config } from '#platform';

/** This process's hold on the ledger: connections, the store, a sequencer and the ear for what other processes wrote. */
@Injectable()
export class Ledger implements OnModuleInit, OnApplicationShutdown {
  readonly pool: Pool;
  readonly wake: Wake;
  readonly store: EventStore;
  readonly sequencer: Sequencer;
  /** Apart from `pool`, so that numbering never waits behind appends. */
  private readonly sequencing: Pool;

  constructor(@Inject(CONFIG) config: Config, metrics: Metrics) {
    this.pool = pool(config.DATABASE_URL, 'kyogi_app', { size: config.POOL_SIZE });
    this.sequencing = pool(config.DATABASE_URL, 'kyogi_sequencer', { size: 2 });
    this.wake = new Wake(config.DATABASE_URL, 'kyogi_app');
    this.store = new EventStore(this.pool);
    const batch = metrics.histogram(
      'kyogi_sequencer_batch_events',
      'Events numbered in one step.',
      [],
      [1, 2, 5, 10, 50, 200, 1_000],
    );
    const seconds = metrics.histogram('kyogi_sequencer_seconds', 'Time of one numbering step, seconds.');
    const faults = metrics.counter(
      'kyogi_sequencer_faults_total',
      'Numbering steps that failed and were repeated.',
    );
    this.sequencer = new Sequencer({
      pool: this.sequencing,
      wake: this.wake,
      limit: config.SEQUENCER_BATCH,
      onNumbered: (count, ms) => {
        batch.observe(count);
        seconds.observe(ms / 1_000);
      },
      onError: () => faults.inc(),
    });
    metrics.gauge('kyogi_ledger_head', 'Last position given.', [], async (gauge) =>
      gauge.set(await this.head()),
    );
    metrics.gauge('kyogi_ledger_unsequenced', 'Committed events without a position.', [], async (gauge) =>
      gauge.set(await this.count('SELECT count(*) AS n FROM unsequenced')),
    );
  }

  async onModuleInit(): Promise<void> {
    await this.wake.start();
    this.sequencer.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sequencer.stop();
    await this.wake.stop();
    await Promise.all([this.pool.end(), this.sequencing.end()]);
  }

  /** Throws when the database does not answer. */
  head(): Promise<number> {
    return this.count('SELECT n FROM log_head WHERE k = 1');
  }

  private async count(sql: string): Promise<number> {
    const { rows } = await this.pool.query<{ n: string }>(sql);
    return Number(rows[0]?.n ?? 0);
  }
}
