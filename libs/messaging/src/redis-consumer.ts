import { Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Consumer, HandleHint, Hint, OnError } from './backend.js';
import { within } from './budget.js';
import { QUEUE } from './job.js';
import { retryStrategy } from './retry-strategy.js';

/** BullMQ blocks for 10 s at most: a longer silence is a dead connection. */
const options = {
  maxRetriesPerRequest: null,
  connectTimeout: 2_000,
  socketTimeout: 15_000,
  retryStrategy,
};

/** Hands on hints from Redis. Its connections are ours, so that a Redis that is away cannot keep it from ending. */
export class RedisConsumer implements Consumer {
  private readonly clients: Redis[] = [];
  private readonly running = new Set<Promise<void>>();
  private readonly worker: Worker<Hint>;

  constructor(url: string, prefix: string, handle: HandleHint, concurrency: number, onError: OnError) {
    const connection = this.track(new Redis(url, options), onError);
    const duplicate = connection.duplicate.bind(connection);
    connection.duplicate = (override) => this.track(duplicate(override), onError);
    this.worker = new Worker<Hint>(QUEUE, ({ data }) => this.run(handle(data)), {
      connection,
      prefix,
      concurrency,
      runRetryDelay: 1_000,
    });
    this.worker.on('error', onError);
  }

  async close(graceMs: number): Promise<void> {
    const isAway = this.clients.some((client) => client.status !== 'ready');
    const closing = this.worker.close(isAway);
    await within(graceMs, Promise.all([closing, ...this.running])).catch(() => undefined);
    for (const client of this.clients) client.disconnect();
  }

  private async run(handling: Promise<void>): Promise<void> {
    this.running.add(handling);
    await handling.finally(() => this.running.delete(handling));
  }

  private track(client: Redis, onError: OnError): Redis {
    client.on('error', onError);
    this.clients.push(client);
    return client;
  }
}
