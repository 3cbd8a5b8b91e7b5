import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import {
  BUDGET_MS,
  QUEUE,
  type Backend,
  type Condition,
  type HandleHint,
  type Hint,
  type OnError,
} from './backend.js';
import { within } from './budget.js';
import { assertNoEviction, EvictionPolicy } from './eviction-policy.js';

/** BullMQ's own pauses grow to 20 s; due work must go on within 10 s of Redis' return. */
const retryStrategy = (times: number) => Math.min(100 * times, 2_000);

/** Offline, a command fails at once instead of waiting for Redis to come back. */
const producerOptions = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  connectTimeout: 2_000,
  socketTimeout: 5_000,
  retryStrategy,
};

/** BullMQ blocks for 10 s at most: a longer silence is a dead connection. */
const consumerOptions = {
  maxRetriesPerRequest: null,
  connectTimeout: 2_000,
  socketTimeout: 15_000,
  retryStrategy,
};

/** Hints in Redis or Valkey. All keys share one hash slot, and each database has a prefix of its own. */
export class RedisBackend implements Backend {
  readonly name = 'redis';
  readonly queue: Queue<Hint>;
  private readonly client: Redis;
  private readonly prefix: string;
  private checked = false;

  constructor(
    private readonly url: string,
    private readonly instance: string,
    private readonly onError: OnError,
  ) {
    this.prefix = `{kyogi-${instance.slice(0, 8)}}`;
    this.client = new Redis(url, producerOptions);
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

  consume(handle: HandleHint, concurrency: number): Worker<Hint> {
    const worker = new Worker<Hint>(QUEUE, ({ data }) => handle(data), {
      connection: { url: this.url, ...consumerOptions },
      prefix: this.prefix,
      concurrency,
      runRetryDelay: 1_000,
    });
    worker.on('error', this.onError);
    return worker;
  }

  async probe(): Promise<Condition> {
    if (this.client.status !== 'ready') return 'away';
    try {
      return await within(BUDGET_MS, this.sentinel());
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
    const before = await this.client.set(`${this.prefix}:instance`, this.instance, 'GET');
    return before === this.instance ? 'ready' : 'wiped';
  }
}
