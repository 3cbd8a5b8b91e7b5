import { createHash } from 'node:crypto';
import { query } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { openOffice } from './office.js';
import type { OwnRedis } from './redis.js';

export interface Run {
  cases: number;
  redis: OwnRedis;
  /** Called before each case is filed and between the steps of the end, `cases + 10` times in all. */
  disturb: (moment: number) => Promise<void>;
  waitMs: number;
}

const MINISTRIES = ['MLIT', 'MIC', 'METI', 'MHLW'];
const WHAT = ['画像認識による点検', '音声認識による通報の受付', '議事録の要約', '需要の予測', '審査の補助'];
const WHERE = ['道路', '河川', '港湾', '空港', '鉄道', '農地', '森林'];

/** Files cases, lets their steps end and their clocks run out, and tells what became of all of them. */
export const runCases = async ({ cases, redis, disturb, waitMs }: Run): Promise<Outcome> => {
  const office = await openOffice({ REDIS_URL: redis.url });
  try {
    const ids: string[] = [];
    for (let i = 0; i < cases; i += 1) {
      await disturb(i);
      const title = { ja: `${WHERE[i % WHERE.length]}における${WHAT[i % WHAT.length]}AIの試行 ${i % 11}` };
      ids.push(await office.file({ lead: MINISTRIES[i % MINISTRIES.length]!, title, summary: title.ja }));
    }
    await settle(office.url, 'step', waitMs);
    for (let moment = 0; moment < 10; moment += 1) {
      await disturb(cases + moment);
      await query(
        office.url,
        `UPDATE work_items SET due_at = due_at - interval '60 days', hinted_at = NULL WHERE state = 'due' AND kind = 'command'
         AND stream_id = ANY($1)`,
        [ids.filter((_, i) => i % 10 === moment)],
      );
    }
    await settle(office.url, 'command', waitMs);
    const [{ late } = {}] = await query(
      office.url,
      `SELECT max(extract(epoch FROM done_at - created_at)) AS late FROM work_items WHERE kind = 'step'`,
    );
    return { hash: await hashOf(office.url, ids), slowestStepSeconds: Number(late) };
  } finally {
    await office.close();
  }
};

export interface Outcome {
  hash: string;
  slowestStepSeconds: number;
}

/** Nothing of a kind is due any more, and nothing is dead. */
const settle = (url: string, kind: string, waitMs: number) =>
  eventually(
    async () => {
      const rows = await query(
        url,
        `SELECT state, count(*)::int AS n FROM work_items WHERE kind = $1 AND (state = 'dead' OR state = 'due' AND due_at <= now())
         GROUP BY state`,
        [kind],
      );
      expect(rows).toEqual([]);
    },
    waitMs,
    100,
  );

const VOLATILE = /^(at|startedAt|warnAt|dueAt|markAt|overdueAt|openedAt)$/;

/** SHA-256 over all events of all cases but for times, ids, and the order in which independent steps of a case came. */
const hashOf = async (url: string, ids: readonly string[]): Promise<string> => {
  const names = new Map(ids.map((id, i) => [id, `case ${i}`]));
  const rows = await query(url, 'SELECT stream_id, type, data FROM events');
  const lines = rows.map(({ stream_id, type, data }) =>
    JSON.stringify([stream_id, type, data], (key, value: unknown) => {
      if (VOLATILE.test(key)) return undefined;
      return typeof value === 'string' ? (names.get(value) ?? value) : value;
    }),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
};

/** A fault of Redis, by number. */
export const faultOf = (redis: OwnRedis, kind: number): Promise<void> => {
  const faults = [
    // A Redis that is away already has nothing to lose.
    () => redis.flush().catch(() => undefined),
    async () => {
      await redis.die();
      await redis.up();
    },
    // Gone for a while, and back empty at some later moment.
    async () => {
      await redis.die();
      setTimeout(() => void redis.up(), 1_500);
    },
  ];
  return faults[kind % faults.length]!();
};

/** The same numbers at every call with the same seed. */
export const dice = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
};
