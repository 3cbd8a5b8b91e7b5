import type { Backend, Condition, Consumer, HandleHint, NewHint, OnError } from './backend.js';
import { within } from './budget.js';
import { PostgresBackend } from './postgres-backend.js';
import { RedisBackend } from './redis-backend.js';

export interface HintsSettings {
  /** Without it, hints wait in PostgreSQL. */
  redisUrl?: string | undefined;
  databaseUrl: string;
  /** Id of the database: `instance.id`. */
  instance: string;
  onError: OnError;
}

const BATCH = 100;

/** The queue of hints. Whatever it does ends within its budget, and everything in it may be lost at any moment. */
export class Hints {
  private readonly consumers: Consumer[] = [];

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
        await within(this.backend.budgetMs, this.backend.add(batch));
      } catch {
        return added;
      }
      added.push(...batch);
    }
    return added;
  }

  /** Hints that wait, are delayed or run; undefined when the queue does not say. */
  depth(): Promise<number | undefined> {
    return within(this.backend.budgetMs, this.backend.depth()).catch(() => undefined);
  }

  /** Hands on hints, at most `concurrency` at once. */
  consume(handle: HandleHint, concurrency = 8): void {
    this.consumers.push(this.backend.consume(handle, concurrency));
  }

  /** Lets hints that are being handled finish, for at most `graceMs` milliseconds. */
  async close(graceMs = 10_000): Promise<void> {
    await Promise.all(this.consumers.splice(0).map((consumer) => consumer.close(graceMs)));
    await this.backend.close();
  }
}
