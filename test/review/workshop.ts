import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { ulid } from 'ulid';
import { EventStore, Wake } from '#event-store';
import { Hints, type Hint, type WorkItem } from '#messaging';
import { Clock, Leader, pool } from '#platform';
import type { Outcome, ReviewObserver } from '../../apps/review/src/observer.js';
import { Reconciler } from '../../apps/review/src/reconciler.js';
import { ReviewWorker, type Asked } from '../../apps/review/src/worker.js';
import { createDatabase, query, type TestDatabase } from '../support/database.js';

/** What the machinery of the review process did. */
export class Diary implements ReviewObserver {
  readonly runs: { item: WorkItem; outcome: Outcome; by: 'hint' | 'fallback' }[] = [];
  readonly wiped: number[] = [];
  readonly queue: boolean[] = [];
  readonly exhausted: number[] = [];
  readonly errors: Error[] = [];

  onRun(item: WorkItem, outcome: Outcome, by: 'hint' | 'fallback'): void {
    this.runs.push({ item, outcome, by });
  }
  onExhausted(ids: number[]): void {
    this.exhausted.push(...ids);
  }
  onWiped(items: number): void {
    this.wiped.push(items);
  }
  onQueue(isReachable: boolean): void {
    this.queue.push(isReachable);
  }
  onError(error: Error): void {
    this.errors.push(error);
  }
}

export interface Bench {
  hints: Hints;
  worker: ReviewWorker;
  reconciler: Reconciler;
  diary: Diary;
  close(): Promise<void>;
}

export interface BenchSettings {
  redisUrl?: string | undefined;
  /** Called between the claim and the append. */
  before?: (asked: Asked, item: WorkItem) => Promise<void> | void;
  leaseMs?: number;
  graceMs?: number;
  everyMs?: number;
  consume?: boolean;
}

/** The ledger and the machinery of the review process on a database of their own; a work item's command appends one event to its stream. */
export class Workshop {
  readonly pool: Pool;
  readonly store: EventStore;
  private readonly benches: Bench[] = [];

  private constructor(readonly db: TestDatabase) {
    this.pool = pool(db.url, 'kyogi_app', { size: 10 });
    this.store = new EventStore(this.pool);
  }

  static async open(): Promise<Workshop> {
    return new Workshop(await createDatabase());
  }

  /** A case with work items, due `inMs` milliseconds from now. */
  async arm(items: { key: string; inMs: number; name?: string }[], streamId = ulid()): Promise<string> {
    await this.store.append({
      streamId,
      expected: 'any',
      events: [{ eventId: randomUUID(), type: 'Opened', v: 1, data: {} }],
      arm: items.map(({ key, inMs, name = 'TickClock' }) => ({
        key: `${streamId}:${key}`,
        kind: 'command',
        name,
        payload: { key },
        dueAt: new Date(Date.now() + inMs).toISOString(),
      })),
    });
    return streamId;
  }

  /** One review process. */
  async bench(settings: BenchSettings = {}): Promise<Bench> {
    const diary = new Diary();
    const [{ id: instance } = {}] = await query(this.db.url, 'SELECT id FROM instance');
    const hints = await Hints.open({
      redisUrl: settings.redisUrl,
      databaseUrl: this.db.url,
      instance: String(instance),
      onError: (error) => diary.onError(error),
    });
    const clock = new Clock({ KYOGI_MOVABLE_CLOCK: false });
    const worker = new ReviewWorker({
      pool: this.pool,
      clock,
      observer: diary,
      execute: (asked, item) => this.execute(asked, item, settings),
      ...(settings.leaseMs && { leaseMs: settings.leaseMs }),
    });
    if (settings.consume !== false) hints.consume((hint: Hint) => worker.run(hint, 'hint'));
    const reconciler = new Reconciler({
      pool: this.pool,
      clock,
      hints,
      worker,
      leader: new Leader({ url: this.db.url, role: 'kyogi_app', lock: 30, name: 'kyogi:test-leader' }),
      observer: diary,
      everyMs: settings.everyMs ?? 200,
      graceMs: settings.graceMs ?? 1_000,
    });
    const wake = new Wake(this.db.url, 'kyogi_app');
    wake.on(() => reconciler.wake());
    await wake.start();
    reconciler.start();
    const close = async () => {
      this.benches.splice(this.benches.indexOf(bench), 1);
      await wake.stop();
      await reconciler.stop();
      await hints.close(2_000);
    };
    const bench = { hints, worker, reconciler, diary, close };
    this.benches.push(bench);
    return bench;
  }

  /** How many work items are in each state. */
  async states(): Promise<Record<string, number>> {
    const rows = await query(this.db.url, 'SELECT state, count(*)::int AS n FROM work_items GROUP BY state');
    return Object.fromEntries(rows.map((row) => [row.state, row.n])) as Record<string, number>;
  }

  /** What the work items wrote, in the order of each stream. */
  async effects(): Promise<{ streamId: string; keys: string[] }[]> {
    const rows = await query(
      this.db.url,
      `SELECT stream_id, json_agg(data ->> 'key' ORDER BY version) AS keys FROM events WHERE type = 'Done' GROUP BY 1 ORDER BY 1`,
    );
    return rows.map((row) => ({ streamId: String(row.stream_id), keys: row.keys as string[] }));
  }

  async close(): Promise<void> {
    for (const bench of [...this.benches]) await bench.close();
    if (this.pool.ended) return;
    await this.pool.end();
    await this.db.drop();
  }

  private async execute(
    asked: Asked,
    item: WorkItem,
    { before }: BenchSettings,
  ): Promise<{ replayed: boolean }> {
    await before?.(asked, item);
    return this.store.append({
      streamId: asked.dossierId,
      expected: 'exists',
      events: [{ eventId: randomUUID(), type: 'Done', v: 1, data: asked.data as object }],
      receipt: { scope: 'system', key: `w${item.id}-${item.epoch}`, fingerprint: item.key },
      settle: { id: item.id, fence: item.fence, outcome: 'done' },
    });
  }
}
