import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { ulid } from 'ulid';
import { CommandsModule } from '#commands';
import { EventStore, type ArmedWork, type NewEvent } from '#event-store';
import { migrate, pool, projectRoot } from '#platform';
import { hasRedis, OwnRedis } from '../review/redis';
import { official, openOffice } from '../review/office';
import { exampleBody } from '../../libs/domain/src/testing';
import { query } from '../support/database';
import { eventually } from '../support/eventually';

/** How many timers, over how many seconds they fall due, and how many fall due at one instant. */
const TIMERS = Number(process.env.SOAK_TIMERS ?? 100_000);
const WINDOW_S = Number(process.env.SOAK_WINDOW_S ?? 600);
const BURST = Number(process.env.SOAK_BURST ?? 2_000);

jest.setTimeout(7_200_000);

const started = async (command: string, args: string[], env = process.env) => {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], env });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.on(
      'data',
      (data: Buffer) => /listens|:\/\//.test(String(data)) && resolve(String(data).trim()),
    );
    child.once('exit', () => reject(new Error(`${args.join(' ')} ended`)));
  });
  return { child, line };
};

const ended = async (child: ChildProcess, how: () => void) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  how();
  await gone;
};

/** Seconds from the due time to the decision. */
interface Late {
  n: number;
  min: number;
  p50: number;
  p99: number;
  max: number;
  over2: number;
}

/** A durable PostgreSQL, a Redis and two built review processes, with the real clock. */
class Works {
  private constructor(
    readonly url: string,
    private readonly cluster: ChildProcess,
    readonly redis: OwnRedis,
    private readonly workers: ChildProcess[] = [],
  ) {}

  static async start(): Promise<Works> {
    const folder = join(projectRoot(), 'test/ledger/own-cluster.mjs');
    const { child, line } = await started(process.execPath, [folder]);
    await migrate(line);
    return new Works(line, child, await OwnRedis.start());
  }

  async hire(): Promise<void> {
    const { child } = await started(process.execPath, [join(projectRoot(), 'dist/apps/review/src/main.js')], {
      PATH: process.env.PATH,
      DATABASE_URL: this.url,
      REDIS_URL: this.redis.url,
      REVIEW_PORT: '0',
    });
    this.workers.push(child);
  }

  /** kill -9, and a successor. */
  async killWorker(): Promise<void> {
    const worker = this.workers.shift()!;
    await ended(worker, () => worker.kill('SIGKILL'));
    await this.hire();
  }

  /** Every session is thrown out and the server recovers from its log, as after `pg_ctl restart -m immediate`. */
  async restartDatabase(): Promise<void> {
    const client = new Client(this.url);
    client.on('error', () => undefined);
    await client.connect();
    await client.query(`COPY (SELECT 1) TO PROGRAM 'kill -9 $PPID'`).catch(() => undefined);
    await client.end().catch(() => undefined);
    await eventually(() => query(this.url, 'SELECT 1'), 60_000, 100);
  }

  /** Cases with one clock each, whose warning falls due at the instants. */
  async arm(dueAt: (i: number) => number, count: number): Promise<string[]> {
    const office = await openOffice({}, { url: this.url, drop: () => Promise.resolve() }, CommandsModule);
    const first = ulid();
    const body = exampleBody('initiative');
    await office.execute('DraftDossier', first, body, official(`desk-${first}`, body.head.lead, 'DESK'));
    await office.close();
    const events = await query(
      this.url,
      'SELECT type, v, data, meta FROM events WHERE stream_id = $1 ORDER BY version',
      [first],
    );
    const own = pool(this.url, 'kyogi_app', { size: 8 });
    const store = new EventStore(own);
    const ids: string[] = [];
    const lane = async () => {
      for (let i = ids.length; i < count; i = ids.length) {
        const id = ulid();
        ids.push(id);
        const markAt = new Date(dueAt(i)).toISOString();
        const payload = { clock: 'idle-draft', epoch: 1, mark: 'warn', markAt };
        const arm: ArmedWork = {
          key: `${id}:clock:idle-draft:1:warn:${markAt}`,
          kind: 'command',
          name: 'TickClock',
          payload,
          dueAt: markAt,
        };
        const again = events.map((event) => ({ ...event, eventId: randomUUID() })) as unknown as NewEvent[];
        await store.append({ streamId: id, expected: 'none', events: again, arm: [arm] });
      }
    };
    await Promise.all(Array.from({ length: 8 }, lane));
    await own.end();
    return ids;
  }

  /** Until none of these is due any more; then how late they were, in seconds, and how often each clock warned. */
  async outcome(ids: string[], faults: readonly Date[] = []) {
    await eventually(
      async () => {
        const [row] = await query(
          this.url,
          `SELECT count(*)::int AS n FROM work_items WHERE state = 'due' AND due_at < now() + interval '1 hour' AND stream_id = ANY($1)`,
          [ids],
        );
        if (row?.n !== 0) throw new Error(`${String(row?.n)} timers are still due`);
      },
      3_600_000,
      1_000,
    );
    const [fired] = await query(
      this.url,
      `SELECT count(*)::int AS cases, coalesce(max(n), 0)::int AS most FROM
         (SELECT count(*) AS n FROM events WHERE type = 'ClockWarned' AND stream_id = ANY($1)
          GROUP BY stream_id, data ->> 'clock', data ->> 'epoch') AS one`,
      [ids],
    );
    return {
      all: await this.lateness(ids, 'true', []),
      /** Due when nothing was disturbed, from half a minute after a fault on. */
      calm: await this.lateness(ids, 'NOT due_at <@ ANY($2::tstzrange[])', faults),
      /** Due about a fault, each in turn. */
      about: await Promise.all(
        faults.map((fault) => this.lateness(ids, 'due_at <@ ANY($2::tstzrange[])', [fault])),
      ),
      ...(fired as { cases: number; most: number }),
    };
  }

  private async lateness(ids: string[], which: string, faults: readonly Date[]): Promise<Late> {
    const ranges = faults.map((at) => {
      const [from, to] = [at.getTime() - 2_000, at.getTime() + 30_000];
      return `[${new Date(from).toISOString()},${new Date(to).toISOString()})`;
    });
    const [row] = await query(
      this.url,
      `SELECT count(*)::int AS n, min(late) AS min, max(late) AS max, count(*) FILTER (WHERE late > 2)::int AS "over2",
         percentile_disc(ARRAY[0.5, 0.99]) WITHIN GROUP (ORDER BY late) AS p
       FROM (SELECT round(extract(epoch FROM done_at - due_at), 3)::float AS late FROM work_items
             WHERE state = 'done' AND payload ->> 'mark' = 'warn' AND stream_id = ANY($1) AND ${which} AND $2::tstzrange[] IS NOT NULL) AS fired`,
      [ids, ranges],
    );
    const { p, ...rest } = row as unknown as Omit<Late, 'p50' | 'p99'> & { p: number[] | null };
    return { ...rest, p50: p?.[0] ?? 0, p99: p?.[1] ?? 0 };
  }

  /** The latest of every twentieth of the window, in the order of due times: where it fell behind, and when it had caught up. */
  async course(ids: string[]): Promise<number[]> {
    const rows = await query(
      this.url,
      `SELECT round(max(late), 1)::float AS late FROM
         (SELECT extract(epoch FROM done_at - due_at) AS late, ntile(20) OVER (ORDER BY due_at) AS part FROM work_items
          WHERE state = 'done' AND payload ->> 'mark' = 'warn' AND stream_id = ANY($1)) AS fired GROUP BY part ORDER BY part`,
      [ids],
    );
    return rows.map(({ late }) => late as number);
  }

  async close(): Promise<void> {
    for (const worker of this.workers) await ended(worker, () => worker.kill('SIGTERM'));
    await this.redis.close();
    await ended(this.cluster, () => this.cluster.stdin!.end());
  }
}

const say = (what: string, seen: object) => process.stdout.write(`${what}: ${JSON.stringify(seen)}\n`);

(hasRedis ? describe : describe.skip)('armed timers (WF-4)', () => {
  let works: Works;
  beforeAll(async () => {
    works = await Works.start();
    await works.hire();
    await works.hire();
  });
  afterAll(() => works?.close());

  it(`${BURST} that fall due at one instant, as at 17:00, all fire once`, async () => {
    const at = Date.now() + 15_000 + BURST * 10;
    const seen = await works.outcome(await works.arm(() => at, BURST));
    say(`burst of ${BURST}`, seen);
    expect(seen).toMatchObject({ cases: BURST, most: 1 });
    expect(seen.all.min).toBeGreaterThanOrEqual(0);
  });

  it(`${TIMERS} over ${WINDOW_S} s fire once each, also when Redis is emptied, a worker killed and PostgreSQL restarted`, async () => {
    const lead = 30_000 + TIMERS * Number(process.env.SOAK_ARM_MS ?? 3);
    const begin = Date.now() + lead;
    const ids = await works.arm((i) => begin + (i * WINDOW_S * 1_000) / TIMERS, TIMERS);
    say('armed', { seconds: (Date.now() - begin + lead) / 1_000, ahead: (begin - Date.now()) / 1_000 });
    const faults = [() => works.redis.flush(), () => works.killWorker(), () => works.restartDatabase()];
    const at: Date[] = [];
    for (const [i, fault] of faults.entries()) {
      await delay(Math.max(0, begin + ((i + 1) * WINDOW_S * 1_000) / 4 - Date.now()));
      at.push(new Date());
      await fault();
    }
    const seen = await works.outcome(ids, at);
    say(`${TIMERS} timers over ${WINDOW_S} s; Redis emptied, a worker killed, PostgreSQL restarted`, seen);
    say('latest of each twentieth of the window', await works.course(ids));
    expect(seen).toMatchObject({ cases: TIMERS, most: 1 });
    expect(seen.all.min).toBeGreaterThanOrEqual(0);
    expect(seen.all.max).toBeLessThan(30);
    expect(seen.calm.p99).toBeLessThan(2);
  });
});
