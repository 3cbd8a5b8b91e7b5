import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { Backend, Condition, Consumer, HandleHint, Hint, NewHint, OnError } from './backend.js';
import { within } from './budget.js';
import { assertNoEviction, EvictionPolicy } from './eviction-policy.js';
import { depthOf, jobOf, QUEUE } from './job.js';
import { RedisConsumer } from './redis-consumer.js';
import { retryStrategy } from './retry-strategy.js';

/** Offline, a command fails at once instead of waiting for Redis to come back. */
const options = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  connectTimeout: 2_000,
  socketTimeout: 5_000,
  retryStrategy,
};

/** Hints in Redis or Valkey. All keys share one hash slot, and each database has a prefix of its own. */
export class RedisBackend implements Backend {
  readonly name = 'redis';
  readonly budgetMs = 200;
  private readonly queue: Queue<Hint>;
  private readonly client: Redis;
  private readonly prefix: string;
  private checked = false;

  constructor(
    private readonly url: string,
    private readonly instance: string,
    private readonly onError: OnError,
  ) {
    this.prefix = `{kyogi-${instance.slice(0, 8)}}`;
    this.client = new Redis(url, options);
    this.client.on('error', onError);
    this.client.on('close', () => (this.checked = false));
    this.queue = new Queue<Hint>(QUEUE, {
      connection: this.client,
      prefix: this.prefix,
      streams: { events: { maxLen: 100 } },
    });
    this.queue.on('error', onError);
  }

  /** @throws EvictionPolicy when this Redis may forget hints by itself. A Redis that is away passes: it is asked again later. */
  async refuseEviction(waitMs = 2_000): Promise<void> {
    const until = Date.now() + waitMs;
    while (this.client.status !== 'ready' && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 20));
    if (this.client.status !== 'ready') return;
    await within(waitMs, assertNoEviction(this.client)).catch((error: unknown) => {
      if (error instanceof EvictionPolicy) throw error;
    });
  }

  add(hints: readonly NewHint[]): Promise<unknown> {
    if (this.client.status !== 'ready') return Promise.reject(new Error('Redis is away'));
    return this.queue.addBulk(hints.map(jobOf));
  }

  depth(): Promise<number> {
    if (this.client.status !== 'ready') return Promise.reject(new Error('Redis is away'));
    return depthOf(this.queue);
  }

  consume(handle: HandleHint, concurrency: number): Consumer {
    return new RedisConsumer(this.url, this.prefix, handle, concurrency, this.onError);
  }

  async probe(): Promise<Condition> {
    if (this.client.status !== 'ready') return 'away';
    try {
      return await within(this.budgetMs, this.sentinel());
    } catch (error) {
      this.onError(error as Error);
      return 'away';
    }
  }

  async close(): Promise<void> {
    await within(1_000, this.queue.close()).catch(() => undefined);
    this.client.disconnect();
  }

  /** The key is as volatile as the hints: where it is gone, they are. */
  private async sentinel(): Promise<Condition> {
    if (!this.checked) await assertNoEviction(this.client);
    this.checked = true;
    const key = `${this.prefix}:instance`;
    if ((await this.client.get(key)) === this.instance) return 'ready';
    await this.client.set(key, this.instance);
    return 'wiped';
  }
}
