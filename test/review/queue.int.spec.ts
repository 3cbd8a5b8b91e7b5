import { setTimeout as delay } from 'node:timers/promises';
import { EvictionPolicy, type Hint } from '#messaging';
import { Problem } from '#contracts';
import { query } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { hasRedis, OwnRedis, SilentProxy } from './redis.js';
import { Workshop } from './workshop.js';

const withRedis = hasRedis ? describe : describe.skip;
jest.setTimeout(60_000);

let shop: Workshop;
beforeEach(async () => {
  shop = await Workshop.open();
});
afterEach(() => shop.close());

const allDone = (count: number) => async () => expect(await shop.states()).toEqual({ done: count });

describe('work without Redis', () => {
  it('is hinted through PostgreSQL and done once, timers at their time', async () => {
    const { diary } = await shop.bench();
    for (let i = 0; i < 20; i += 1)
      await shop.arm([
        { key: 'now', inMs: 0 },
        { key: 'soon', inMs: 600 },
      ]);
    await eventually(allDone(40));
    expect(await shop.effects()).toHaveLength(20);
    expect((await shop.effects()).every(({ keys }) => keys.join() === 'now,soon')).toBe(true);
    expect(diary.runs.filter(({ by }) => by === 'hint').length).toBeGreaterThan(30);
    expect(Math.max(...diary.runs.map(({ item }) => item.lateMs))).toBeLessThan(6_000);
  });

  it('runs the commands of a case in the order of their due times, however late all of them are', async () => {
    for (let i = 0; i < 30; i += 1) {
      await shop.arm([
        { key: 'overdue', inMs: -1_000 },
        { key: 'warn', inMs: -3_000 },
        { key: 'due', inMs: -2_000 },
      ]);
    }
    await shop.bench();
    await eventually(allDone(90));
    const orders = new Set((await shop.effects()).map(({ keys }) => keys.join()));
    expect([...orders]).toEqual(['warn,due,overdue']);
  });

  it('is left alone when it was cancelled in time', async () => {
    const streamId = await shop.arm([{ key: 'clock:1', inMs: 500 }]);
    await shop.bench();
    await shop.store.append({ streamId, expected: 'exists', events: [], disarm: [`${streamId}:clock:*`] });
    await delay(1_200);
    expect(await shop.states()).toEqual({ cancelled: 1 });
    expect(await shop.effects()).toEqual([]);
  });
});

describe('a run that fails', () => {
  it('is moot when the case has gone on, and dead when trying again cannot help', async () => {
    const failures: Record<string, Error> = {
      stopped: new Problem('clock-not-running', 'stopped'),
      wrong: new Problem('invalid-content', 'wrong'),
    };
    const { diary } = await shop.bench({
      before: (asked) => {
        const failure = failures[(asked.data as { key: string }).key];
        if (failure) throw failure;
      },
    });
    await shop.arm([{ key: 'stopped', inMs: 0 }]);
    await shop.arm([{ key: 'wrong', inMs: 0 }]);
    await shop.arm([{ key: 'right', inMs: 0 }]);
    await eventually(async () => expect(await shop.states()).toEqual({ done: 2, dead: 1 }));
    expect(diary.runs.map(({ outcome }) => outcome).sort()).toEqual(['dead', 'done', 'moot']);
    const [dead] = await query(shop.db.url, `SELECT last_error FROM work_items WHERE state = 'dead'`);
    expect(dead?.last_error).toBe('invalid-content: wrong');
  });

  it('is tried again with a pause, and is dead after the twelfth time', async () => {
    const { diary } = await shop.bench({
      before: () => {
        throw new Error('flaky');
      },
    });
    await shop.arm([{ key: 'x', inMs: 0 }]);
    await eventually(() => expect(diary.runs).toHaveLength(1));
    const [first] = await query(
      shop.db.url,
      `SELECT attempts, last_error, locked_until > now() + interval '0.5 s' AS paused FROM work_items`,
    );
    expect(first).toEqual({ attempts: 1, last_error: 'Error: flaky', paused: true });
    await query(shop.db.url, 'UPDATE work_items SET attempts = 11, locked_until = NULL, hinted_at = NULL');
    await eventually(async () => expect(await shop.states()).toEqual({ dead: 1 }));
  });

  it('is dead when it took its process down twelve times', async () => {
    await shop.arm([{ key: 'x', inMs: 0 }]);
    await query(shop.db.url, `UPDATE work_items SET attempts = 12, locked_until = now() - interval '1 s'`);
    const { diary } = await shop.bench();
    await eventually(() => expect(diary.exhausted).toHaveLength(1));
    expect(await shop.states()).toEqual({ dead: 1 });
  });
});

describe('two review processes', () => {
  it('do each item once between them, and one goes on when the other is gone', async () => {
    const first = await shop.bench();
    const second = await shop.bench();
    for (let i = 0; i < 40; i += 1) await shop.arm([{ key: 'a', inMs: 0 }]);
    await eventually(allDone(40));
    expect(first.diary.runs.length + second.diary.runs.length).toBe(40);
    await first.close();
    for (let i = 0; i < 10; i += 1) await shop.arm([{ key: 'b', inMs: 0 }]);
    await eventually(allDone(50));
  });

  it('have one that reconciles, and the other takes over when its session is cut', async () => {
    await shop.bench();
    await shop.bench();
    const leaders = async () =>
      (
        await query(
          shop.db.url,
          `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = 19481 AND objid = 30 AND granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
        )
      ).map((row) => Number(row.pid));
    const [before] = await eventually(async () => {
      const held = await leaders();
      expect(held).toHaveLength(1);
      return held;
    });
    await query(shop.db.url, 'SELECT pg_terminate_backend($1)', [before]);
    await eventually(async () => {
      const held = await leaders();
      expect(held).toHaveLength(1);
      expect(held[0]).not.toBe(before);
    });
  });
});

describe('a hint', () => {
  it('given three times over, with a worker that stalls beyond its lease, has its effect once (JQ-4)', async () => {
    let stalled = 0;
    const bench = await shop.bench({
      leaseMs: 300,
      graceMs: 200,
      before: async (_, item) => {
        if (item.attempts > 1 || item.id % 3 !== 0) return;
        stalled += 1;
        await delay(900);
      },
    });
    const other = await shop.bench({ leaseMs: 300, graceMs: 200 });
    for (let i = 0; i < 30; i += 1) await shop.arm([{ key: 'a', inMs: 0 }]);
    const rows = await query(shop.db.url, 'SELECT id, epoch FROM work_items');
    const hints = rows.map((row): Hint => ({ id: Number(row.id), epoch: Number(row.epoch) }));
    await Promise.all(
      [...hints, ...hints, ...hints].map((hint, i) => (i % 2 ? bench : other).worker.run(hint, 'hint')),
    );
    await eventually(allDone(30));
    expect(stalled).toBeGreaterThan(0);
    const effects = await shop.effects();
    expect(effects).toHaveLength(30);
    expect(effects.every(({ keys }) => keys.length === 1)).toBe(true);
  });
});

withRedis('work with a Redis that fails', () => {
  let redis: OwnRedis;
  beforeEach(async () => {
    redis = await OwnRedis.start();
  });
  afterEach(async () => {
    await shop.close();
    await redis.close();
  });

  it('is done within seconds when Redis is absent from the start, and hinted once it is there (JQ-2)', async () => {
    await redis.die();
    const { diary } = await shop.bench({ redisUrl: redis.url });
    for (let i = 0; i < 20; i += 1)
      await shop.arm([
        { key: 'a', inMs: 0 },
        { key: 'b', inMs: 700 },
      ]);
    await eventually(allDone(40));
    expect(diary.runs.every(({ by }) => by === 'fallback')).toBe(true);
    expect(Math.max(...diary.runs.map(({ item }) => item.lateMs))).toBeLessThan(6_000);
    await redis.up();
    const returned = Date.now();
    await eventually(() => expect(diary.queue.at(-1)).toBe(true));
    await shop.arm([{ key: 'c', inMs: 0 }]);
    await eventually(allDone(41));
    await eventually(async () => {
      await shop.arm([{ key: 'd', inMs: 0 }]);
      await delay(100);
      expect(diary.runs.at(-1)?.by).toBe('hint');
    });
    expect(Date.now() - returned).toBeLessThan(10_000);
  });

  it('comes back after FLUSHALL takes the timers out of the queue', async () => {
    const { diary, hints } = await shop.bench({ redisUrl: redis.url });
    await shop.arm([{ key: 'timer', inMs: 1_500 }]);
    await eventually(async () => expect(await hints.depth()).toBe(1));
    // A queue that is new has forgotten nothing.
    expect(diary.wiped).toEqual([]);
    await redis.flush();
    await eventually(() => expect(diary.wiped).toEqual([1]));
    await eventually(allDone(1));
    expect(diary.runs[0]?.by).toBe('hint');
    expect(diary.runs[0]?.item.lateMs).toBeLessThan(2_000);
  });

  it('goes on while Redis does not answer, and neither commands nor the reconciler wait for it (JQ-3)', async () => {
    const proxy = await SilentProxy.to(redis.port);
    try {
      const { diary } = await shop.bench({ redisUrl: proxy.url });
      await shop.arm([{ key: 'before', inMs: 0 }]);
      await eventually(allDone(1));
      proxy.fallSilent();
      const times: number[] = [];
      for (let i = 0; i < 200; i += 1) {
        const began = performance.now();
        await shop.arm([{ key: 'a', inMs: 0 }]);
        times.push(performance.now() - began);
      }
      await eventually(allDone(201), 20_000);
      times.sort((a, b) => a - b);
      expect(times[Math.floor(times.length * 0.99)]).toBeLessThan(500);
      expect(Math.max(...diary.runs.map(({ item }) => item.lateMs))).toBeLessThan(30_000);
    } finally {
      await proxy.close();
    }
  });

  it('keeps only the coming hour in Redis (JQ-5)', async () => {
    const { hints } = await shop.bench({ redisUrl: redis.url });
    await query(
      shop.db.url,
      `INSERT INTO work_items (item_key, stream_id, kind, name, due_at)
       SELECT 'far' || n, 's' || n, 'command', 'TickClock', now() + interval '2 hours' FROM generate_series(1, 5000) n`,
    );
    for (let i = 0; i < 10; i += 1) await shop.arm([{ key: 'near', inMs: 1_800_000 }]);
    await eventually(async () => expect(await hints.depth()).toBe(10));
    expect(await redis.ask((client) => client.dbsize())).toBeLessThan(30);
  });

  it('refuses a Redis that may forget by itself, saying what to set (JQ-6)', async () => {
    const forgetful = await OwnRedis.start('allkeys-lru');
    try {
      const refused = shop.bench({ redisUrl: forgetful.url });
      await expect(refused).rejects.toThrow(EvictionPolicy);
      await expect(refused).rejects.toThrow(/maxmemory-policy allkeys-lru.*set it to noeviction/);
    } finally {
      await forgetful.close();
    }
  });
});
