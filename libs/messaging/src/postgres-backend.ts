import {
  createPostgresBackend,
  Queue,
  runMigrations,
  Worker,
  type Job,
  type PostgresConnectionOptions,
  type PostgresQueueBackend,
} from 'bullmq';
import { Client } from 'pg';
import { connection } from '#platform';
import type { Backend, Condition, Consumer, HandleHint, Hint, NewHint, OnError } from './backend.js';
import { within } from './budget.js';
import { depthOf, jobOf, QUEUE } from './job.js';

type PgQueue = Queue<Hint, void, string, Hint, void, string, PostgresQueueBackend, PostgresConnectionOptions>;

/** The library adds a search_path of its own, and the last one holds. */
const options = (url: string, name: string): PostgresConnectionOptions => ({
  connectionString: url,
  options: connection(url, 'kyogi_app').options ?? '',
  application_name: name,
  keepAlive: true,
  max: 4,
  schema: 'bullmq',
});

/** Hints in PostgreSQL, where there is no Redis. Slower, and of no other consequence: hints may be lost anyway. */
export class PostgresBackend implements Backend {
  readonly name = 'postgres';
  readonly budgetMs = 5_000;

  private constructor(
    private readonly url: string,
    private readonly queue: PgQueue,
    private readonly onError: OnError,
  ) {
    queue.on('error', onError);
  }

  /** Brings BullMQ's own schema up to date first. */
  static async open(url: string, onError: OnError): Promise<PostgresBackend> {
    await prepareSchema(url);
    const connection = options(url, 'kyogi:hints');
    const queue: PgQueue = new Queue(QUEUE, { connection }, createPostgresBackend);
    return new PostgresBackend(url, queue, onError);
  }

  /** One by one: adding in bulk makes temporary tables, for which the application role has no right. */
  async add(hints: readonly NewHint[]): Promise<void> {
    const jobs = hints.map(jobOf);
    await Promise.all(jobs.map(({ name, data, opts }) => this.queue.add(name, data, opts)));
  }

  depth(): Promise<number> {
    return depthOf(this.queue);
  }

  consume(handle: HandleHint, concurrency: number): Consumer {
    const connection = options(this.url, 'kyogi:hints-worker');
    const run = ({ data }: Job<Hint>) => handle(data);
    const worker = new Worker(QUEUE, run, { connection, concurrency }, createPostgresBackend);
    worker.on('error', this.onError);
    return { close: (graceMs) => within(graceMs, worker.close()).catch(() => undefined) };
  }

  probe(): Promise<Condition> {
    return Promise.resolve('ready');
  }

  async close(): Promise<void> {
    await this.queue.close();
  }
}

/** The schema itself is made by our migrations, so that the application role needs no right to make schemas. */
async function prepareSchema(url: string): Promise<void> {
  const client = new Client(connection(url, 'kyogi_app', { name: 'kyogi:hints-schema' }));
  await client.connect();
  try {
    const query = ((sql: string, values?: unknown[]) =>
      client.query(sql.startsWith('CREATE SCHEMA') ? 'SELECT 1' : sql, values)) as Client['query'];
    await runMigrations({ query });
  } finally {
    await client.end();
  }
}
