import { Redis } from 'ioredis';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { ulid } from 'ulid';
import { dossierType } from '#contracts';
import { randomOf } from '../headquarters/wander';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { TestSystem } from '../support/system';
import { Chain } from './chain';
import { Hook } from './hook';
import { hookSettings } from './hook-desk';

const KILLS = Number(process.env.SOAK_KILLS ?? 500);
const FLUSHES = Number(process.env.SOAK_FLUSHES ?? 50);
const SUBSCRIPTIONS = Number(process.env.SOAK_SUBSCRIPTIONS ?? 6);
/** Who file one dossier after the other. */
const WRITERS = Number(process.env.SOAK_WRITERS ?? 4);
type Killed = 'intake' | 'review' | 'delivery';
/** Who is killed, as often as it is named. */
const KILLED = (process.env.SOAK_KILLED ?? 'intake,review,delivery,delivery').split(',') as Killed[];
/** After so many minutes no further process is killed. */
const MINUTES = Number(process.env.SOAK_MINUTES ?? 200);
const seed = Number(process.env.KYOGI_SEED ?? Date.now() % 1_000_000);

jest.setTimeout(14_400_000);

const body = (() => {
  const { type, example } = dossierType('initiative');
  return { type, ...example, head: { ...example.head, lead: 'METI', competenceTags: [] } };
})();
const steps: [string, string, object][] = [
  ['meti-desk', 'draft-dossier', body],
  ['meti-desk', 'request-approval', {}],
  ['meti-approver', 'approve-dossier', {}],
  ['meti-liaison', 'file-dossier', {}],
];

interface Watched {
  id: string;
  hook: Hook;
  chain: Chain;
}

/** One in twelve is not taken, one in forty is taken without a word. */
const watch = (id: string, hook: Hook, random: () => number): Watched => {
  const chain = new Chain();
  hook.isForgetful = true;
  hook.answer = (got) => {
    const dice = random();
    if (dice < 0.08) return 500;
    chain.take(got);
    return dice < 0.105 ? 'hang' : { status: 204, afterMs: dice < 0.3 ? 20 : 0 };
  };
  return { id, hook, chain };
};

describe(`${KILLS} kills of ${[...new Set(KILLED)].join(', ')}, and ${FLUSHES} empty Redises (seed ${seed})`, () => {
  const system = new TestSystem();
  const random = randomOf(seed);
  const drafted: string[] = [];
  let hooks: Hook[] = [];
  let watched: Watched[] = [];
  let isOver = false;

  const subscribe = async (hook: Hook, mode: string): Promise<string> => {
    const id = ulid();
    const terms = { organ: 'METI', scope: 'organ', name: 'soak', mode, after: 0 };
    const transport = { kind: 'webhook', url: hook.url, signature: 'v1' };
    const answer = await fetch(`${system.running.urls.delivery}/v1/subscriptions/${id}/open-subscription`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await system.token('meti-liaison')}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ ...terms, transport }),
    });
    if (answer.status !== 201) throw new Error(`open-subscription: ${answer.status} ${await answer.text()}`);
    return id;
  };

  /** Dossiers from the first draft to the filing, until it is over. */
  const writer = async (): Promise<void> => {
    while (!isOver) {
      const dossierId = ulid();
      drafted.push(dossierId);
      for (const [person, name, data] of steps) {
        const token = await eventually(() => system.token(person), 60_000, 100);
        const answer = await system.command(token, dossierId, name, data);
        expect(answer.status).toBeLessThan(300);
        await delay(random() * 60);
      }
      // Some hundred thousand events in the whole long run: the receivers remember them all.
      if (KILLS > 50) await delay(random() * 4_000);
    }
  };

  beforeAll(async () => {
    hooks = await Promise.all(Array.from({ length: SUBSCRIPTIONS }, () => Hook.start()));
    const { WEBHOOK_ALLOWED_HOSTS } = hookSettings(hooks);
    Object.assign(process.env, { WEBHOOK_ALLOWED_HOSTS, WEBHOOK_TIMEOUT_MS: '2000' });
    await system.start();
    for (const [i, hook] of hooks.entries())
      watched.push(watch(await subscribe(hook, i % 3 === 2 ? 'parallel' : 'strict'), hook, random));
  }, 180_000);
  afterAll(async () => {
    for (const hook of hooks) hook.close();
    watched = [];
    await system.stop();
  }, 60_000);

  it('lose no event, change no byte, and make no consumer believe that something is lost', async () => {
    const writing = Promise.all(Array.from({ length: WRITERS }, writer));
    const began = Date.now();
    let [kills, flushed] = [0, 0];
    for (const end = Date.now() + MINUTES * 60_000; kills < KILLS && Date.now() < end;) {
      await delay(random() * 1_500);
      const name = KILLED[Math.floor(random() * KILLED.length)]!;
      // One that never came to work is started again ever later.
      await eventually(async () => expect(await works(name)).toBe(true), 60_000, 100);
      await system.kill(name);
      kills += 1;
      for (; flushed < (FLUSHES * kills) / KILLS; flushed += 1) await flush();
    }
    isOver = true;
    const seconds = Math.round((Date.now() - began) / 1_000);
    const [ledger] = await query(system.running.DATABASE_URL, 'SELECT n::int AS events FROM log_head');
    await writing;
    const expected = await matching();
    expect(expected.length).toBeGreaterThanOrEqual(4 * drafted.length);
    for (const { id, hook, chain } of watched) {
      // The last tries of some are hours away by the schedule.
      await eventually(
        async () => {
          await query(
            system.running.DATABASE_URL,
            'UPDATE delivery.troubled SET next_attempt_at = now() WHERE next_attempt_at > now()',
          );
          expect(missing(expected, hook)).toBe(0);
        },
        600_000,
        1_000,
      );
      expect([id, chain.lost]).toEqual([id, []]);
      expect(changedBytes(hook)).toBe(0);
      if (watched.findIndex((one) => one.id === id) % 3 !== 2) expect(inversions(hook)).toBe(0);
    }
    const sends = hooks.reduce((sum, { got }) => sum + got.length, 0);
    process.stdout.write(
      `${JSON.stringify({ kills, seconds, ledger: ledger?.events, flushes: flushed, events: expected.length, sends, again: sends - expected.length * hooks.length })}\n`,
    );
  });

  const works = async (name: Killed): Promise<boolean> =>
    fetch(`${system.running.urls[name]}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );

  const flush = async (): Promise<void> => {
    const redis = new Redis(system.running.REDIS_URL!, { lazyConnect: true });
    redis.on('error', () => undefined);
    await redis.connect();
    await redis.flushall();
    redis.disconnect();
  };

  /** Ids of the events of the dossiers that METI may see, once every event in the ledger was announced. */
  const matching = async (): Promise<string[]> => {
    const url = system.running.DATABASE_URL;
    const all = `SELECT e.event_id FROM event_log l JOIN events e ON e.id = l.event_id WHERE e.stream_id = ANY($1)`;
    const left = `${all} EXCEPT SELECT event_id FROM delivery.announcements`;
    await eventually(async () => expect(await query(url, left, [drafted])).toEqual([]), 60_000);
    const sql = `SELECT event_id::text AS id FROM delivery.announcements WHERE dossier_id = ANY($1) AND readers && ARRAY['METI', '*']`;
    return (await query(url, sql, [drafted])).map(({ id }) => id as string);
  };

  const missing = (expected: string[], { got }: Hook): number => {
    const came = new Set(got.map(({ eventId }) => eventId));
    return expected.filter((id) => !came.has(id)).length;
  };

  const changedBytes = ({ got }: Hook): number => {
    const bodies = new Map<string, string>();
    return got.filter(({ id, body: text }) => bodies.set(id, bodies.get(id) ?? text).get(id) !== text).length;
  };

  /** Of what was taken, counted from when it was. */
  const inversions = ({ taken }: Hook): number => {
    const last = new Map<string, number>();
    return taken.filter(({ key, seq }) => {
      const before = last.get(key) ?? 0;
      last.set(key, Math.max(before, seq));
      return seq < before;
    }).length;
  };
});
