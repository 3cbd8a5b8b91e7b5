import {
  BUDGET_MS,
  type Backend,
  type Condition,
  type HandleHint,
  type Hint,
  type HintWorker,
  type OnError,
} from './backend.js';
import { within } from './budget.js';
import { PostgresBackend } from './postgres-backend.js';
import { RedisBackend } from './redis-backend.js';

/** `fence` tells the runs of one item apart, so that a hint for the next run is not taken for the present one. */
export interface NewHint extends Hint {
  fence: number;
  /** Milliseconds from now. */
  delayMs: number;
}

export interface HintsSettings {
  /** Without it, hints wait in PostgreSQL. */
  redisUrl?: string | undefined;
  databaseUrl: string;
  /** Id of the database: `instance.id`. */
  instance: string;
  onError: OnError;
}

const BATCH = 100;
/** Clocks of hosts differ by some milliseconds, and a hint that comes early is a hint lost. */
const MARGIN_MS = 25;

/** The queue of hints. Whatever it does ends within its budget, and everything in it may be lost at any moment. */
export class Hints {
  private readonly workers: HintWorker[] = [];

  private constructor(private readonly backend: Backend) {}

  /** @throws EvictionPolicy when Redis is set to forget by itself */
  static async open({ redisUrl, databaseUrl, instance, onError }: HintsSettings): Promise<Hints> {
    if (!redisUrl) return new Hints(await PostgresBackend.open(databaseUrl, onError));
    const redis = new RedisBackend(redisUrl, instance, onError);
    try {
      await redis.refuseEviction();
    } catch (error) {
      await redis.close();
      throw error;
    }
    return new Hints(redis);
  }

  get backendName(): Backend['name'] {
    return this.backend.name;
  }

  probe(): Promise<Condition> {
    return this.backend.probe();
  }

  /** @returns those that are in the queue now; the others could not be told and are to be tried again */
  async add(hints: readonly NewHint[]): Promise<NewHint[]> {
    const added: NewHint[] = [];
    for (let at = 0; at < hints.length; at += BATCH) {
      const batch = hints.slice(at, at + BATCH);
      try {
        await within(BUDGET_MS, this.backend.queue.addBulk(batch.map(jobOf)));
      } catch {
        return added;
      }
      added.push(...batch);
    }
    return added;
  }

  /** Hints that wait, are delayed or run; undefined when the queue does not say. */
  async depth(): Promise<number | undefined> {
    const counts = this.backend.queue.getJobCounts('wait', 'delayed', 'active', 'prioritized');
    return within(BUDGET_MS, counts).then(
      (found) => Object.values(found).reduce((sum, count) => sum + count, 0),
      () => undefined,
    );
  }

  /** Hands on hints, at most `concurrency` at once. */
  consume(handle: HandleHint, concurrency = 8): void {
    this.workers.push(this.backend.consume(handle, concurrency));
  }

  /** Lets hints that are being handled finish, for at most `graceMs` milliseconds. */
  async close(graceMs = 10_000): Promise<void> {
    await Promise.all(
      this.workers
        .splice(0)
        .map((worker) =>
          within(graceMs, worker.close()).catch(() => worker.close(true).catch(() => undefined)),
        ),
    );
    await this.backend.close();
  }
}

const jobOf = ({ id, epoch, fence, delayMs }: NewHint) => ({
  name: 'work',
  data: { id, epoch },
  opts: {
    jobId: `w${id}-${epoch}-${fence}`,
    delay: delayMs > 0 ? Math.ceil(delayMs) + MARGIN_MS : 0,
    attempts: 1,
    removeOnComplete: true,
    removeOnFail: true,
  },
});
