import type { FeedEvent } from '#contracts';
import { delivery } from '../../apps/delivery/src/app';
import { Given, Story } from '../headquarters/given-events';
import { randomOf, wander, type Random } from '../headquarters/wander';
import { TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { breaksIn, change, eventsOf, pull, pullAll, streamed, subscribe, type Sent } from './subscriber';

const seed = Number(process.env.KYOGI_SEED ?? Date.now() % 1_000_000);
const digits = (n: number): string => String(n).padStart(20, '0');

let base: TestApp;
let app: TestApp;
let given: Given;
let head = 0;
const tell = async (random: Random, count: number): Promise<void> => {
  for (const story of wander(random, count)) head = await given.tell(story);
};

beforeAll(async () => {
  base = await TestApp.start();
  app = await TestApp.start(delivery, {}, base);
  await app.register('secretary', 'SECR_REVIEWER', 'HQ');
  await app.register('machine', 'DOWNSTREAM', 'METI');
  given = new Given(app.database.url);
  await tell(randomOf(seed), 10);
}, 90_000);
afterAll(async () => {
  await given?.end();
  await app?.close();
  await base?.close();
});

/** As many deliveries as are asked for, or come within a time (ms), from a stream that is then cut. */
const take = async (
  id: string,
  count: number,
  lastEventId?: string,
  patienceMs = 20_000,
): Promise<Sent[]> => {
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(), patienceMs);
  const taken: Sent[] = [];
  try {
    for await (const sent of streamed(app, 'secretary', id, { lastEventId, cut: cut.signal })) {
      if (sent.data !== undefined) taken.push(sent);
      if (taken.length >= count) break;
    }
  } catch (error) {
    // A connection that broke: what came before it is as good as ever.
    if (!cut.signal.aborted && (error as Error).name !== 'TypeError') throw error;
  }
  clearTimeout(timer);
  cut.abort();
  return taken;
};
const open = () => subscribe(app, 'secretary', { organ: 'HQ', scope: 'organ', after: 0 });

describe(`a consumer (seed ${seed})`, () => {
  it('gets the same bytes by pull and by stream, at every try', async () => {
    const id = await open();
    const all = await pullAll(app, 'secretary', id, head);
    expect(breaksIn(all)).toEqual([]);
    const again = (await pull(app, 'secretary', id, { after: 0, limit: 1_000 })).text;
    const sent = await take(id, all.length, '0');
    expect(`[${sent.map(({ data }) => data).join(',\n')}]`).toBe(again);
    expect(sent.map((one) => one.id)).toEqual(all.map(({ subsequence }) => subsequence));
  }, 30_000);

  it('misses nothing and gets nothing twice, cut at random, by either way, over restarts of the process', async () => {
    const random = randomOf(seed + 1);
    const id = await open();
    const got: FeedEvent[] = [];
    let isWriting = true;
    const writing = tell(randomOf(seed + 2), 30).finally(() => (isWriting = false));
    for (let round = 0; isWriting || round < 12; round++) {
      const last = got.at(-1)?.subsequence ?? '0';
      const count = 1 + Math.floor(random() * 40);
      if (random() < 0.5) {
        const asked = { after: Number(last), limit: count, wait: 1 };
        got.push(...eventsOf(await pull(app, 'secretary', id, asked)));
      } else {
        const sending = take(id, count, last, 1_000);
        if (round % 6 === 5) {
          await app.close();
          app = await TestApp.start(delivery, {}, base);
        }
        const sent = await sending;
        got.push(...sent.map(({ data }) => JSON.parse(data!) as FeedEvent));
      }
    }
    await writing;
    got.push(...(await pullAll(app, 'secretary', id, head, 200, got.length)));
    const rest = await pullAll(app, 'secretary', await open(), head);
    expect(breaksIn(got)).toEqual([]);
    expect(got).toEqual(rest);
  }, 60_000);

  it('goes on where it said that it was, however it said it', async () => {
    const id = await open();
    await eventually(async () =>
      expect(eventsOf(await pull(app, 'secretary', id)).length).toBeGreaterThan(20),
    );
    const first = async (asked = {}) =>
      eventsOf(await pull(app, 'secretary', id, { limit: 1, ...asked }))[0]?.subsequence;
    expect(await first()).toBe(digits(1));
    expect(await first({ after: 7 })).toBe(digits(8));
    expect(await first()).toBe(digits(8));
    expect((await take(id, 1))[0]?.id).toBe(digits(8));
    expect((await change(app, 'secretary', id, 'acknowledge', { through: 9 })).json).toEqual({ settled: 9 });
    expect((await change(app, 'secretary', id, 'acknowledge', { through: 3 })).json).toEqual({ settled: 9 });
    expect((await take(id, 1))[0]?.id).toBe(digits(10));
    for (const beyond of [
      await pull(app, 'secretary', id, { after: 10_000 }),
      await change(app, 'secretary', id, 'acknowledge', { through: 10_000 }),
    ])
      expect([beyond.status, beyond.json.faults[0].path]).toEqual([400, 'after']);
  });

  it('that waits is told at once, and not held when the process ends', async () => {
    const id = await subscribe(app, 'machine');
    const waiting = pull(app, 'machine', id, { wait: 30 });
    const streaming = streamed(app, 'machine', id);
    expect(await streaming.next()).toMatchObject({ value: { retry: '1000' } });
    const began = performance.now();
    await given.tell(new Story('initiative', { lead: 'METI' }).endorsed());
    expect(eventsOf(await waiting)).toHaveLength(1);
    expect(await streaming.next()).toMatchObject({ value: { id: digits(1) } });
    expect(performance.now() - began).toBeLessThan(10_000);
    const held = pull(app, 'machine', id, { after: 1, wait: 30 });
    const ended = streaming.next();
    await eventually(async () => {
      const text = (await app.send('/metrics')).text;
      expect(Number(/^kyogi_feed_waiting (\d+)$/m.exec(text)?.[1])).toBe(2);
    });
    await app.close();
    app = await TestApp.start(delivery, {}, base);
    expect(eventsOf(await held)).toEqual([]);
    expect(await ended).toEqual({ done: true, value: undefined });
  }, 30_000);

  it('of a subscription that is disabled meanwhile is told so at the end of the stream', async () => {
    const id = await subscribe(app, 'machine');
    const streaming = streamed(app, 'machine', id);
    await streaming.next();
    await change(app, 'machine', id, 'disable-subscription', { reason: 'enough' });
    const { value } = (await streaming.next()) as { value: Sent };
    expect([value.event, JSON.parse(value.data!)]).toMatchObject(['end', { rule: 'subscription-disabled' }]);
    expect((await streaming.next()).done).toBe(true);
  });

  it('that comes back after the retention is told from where it can go on, and nothing is passed over', async () => {
    const id = await open();
    const all = await pullAll(app, 'secretary', id, head);
    const old = `UPDATE delivery.deliveries SET made_at = now() - interval '31 days' WHERE subscription_id = $1 AND seq <= $2`;
    await query(app.database.url, old, [id, 5]);
    await app.close();
    app = await TestApp.start(delivery, {}, base);
    // From a number of its own: how much is taken already depends on how many pages the reading above took.
    await eventually(async () => expect((await pull(app, 'secretary', id, { after: 2 })).status).toBe(410));
    expect((await pull(app, 'secretary', id, { after: 4 })).json).toMatchObject({ oldest: 6 });
    await expect(take(id, 1, digits(3))).rejects.toThrow(/stream: 410.*"oldest":6/);
    expect(eventsOf(await pull(app, 'secretary', id, { after: 5, limit: 1_000 }))).toEqual(all.slice(5));
    await query(app.database.url, old, [id, all.length]);
    await query(app.database.url, `SELECT delivery.prune(now() - interval '30 days', 1000)`);
    expect((await pull(app, 'secretary', id, { after: 5 })).json).toMatchObject({ oldest: all.length + 1 });
    expect(eventsOf(await pull(app, 'secretary', id, { after: all.length }))).toEqual([]);
  }, 30_000);
});
