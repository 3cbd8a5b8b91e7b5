import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { newKey } from '../support/app';
import { dossiers, HookDesk } from './hook-desk';

let desk: HookDesk;
beforeAll(async () => {
  desk = await HookDesk.open(6);
  desk.clock.stand();
  await desk.app.register('stranger', 'LIAISON', 'MOF');
}, 90_000);
afterAll(() => desk?.close());

const ask = (id: string, body: object) => desk.change(id, 'replay', { from: 1, to: 1_000, ...body });
const openReplays = () => query(desk.app.database.url, 'SELECT FROM delivery.replays WHERE done_at IS NULL');
const askedFor = (id: string) =>
  query(
    desk.app.database.url,
    `SELECT data ->> 'count' AS count, meta #>> '{actor,person}' AS who FROM events WHERE stream_id = $1 AND type = 'ReplayRequested'`,
    [id],
  );

/** Thirty deliveries of three dossiers that were taken. */
const history = async () => {
  const hooked = await desk.hook();
  const keys = dossiers(3) as [string, string, string];
  await hooked.announce(Array.from({ length: 30 }, (_, i) => keys[i % 3]!));
  await eventually(async () => expect((await desk.cursor(hooked.id)).settled).toBe(30), 20_000);
  return { ...hooked, keys };
};

/** A delivery that was given up, its notice taken, among four others. */
const givenUp = async () => {
  const hooked = await desk.hook();
  const [bad, good] = dossiers(2) as [string, string];
  hooked.hook.answer = ({ seq, isGap }) => (seq === 2 && !isGap ? 500 : 204);
  await hooked.announce([good, bad, good, bad, good]);
  await eventually(
    async () => {
      const [row] = await desk.troubled(hooked.id);
      // No further than it takes: a receiver that takes nothing for days is given up.
      if (row?.next) desk.clock.standAt(new Date(Math.max(row.next, desk.clock.now().getTime())));
      expect(row).toMatchObject({ seq: 2, state: 'parked' });
      expect(hooked.hook.taken.length).toBe(5);
    },
    20_000,
    50,
  );
  hooked.hook.answer = () => 204;
  return hooked;
};

describe('a replay', () => {
  it('says beforehand how many it would be, and leaves no trace of that', async () => {
    const { id, hook, keys } = await history();
    const { status, json } = await ask(id, {
      from: 4,
      to: 21,
      filter: { dossiers: [keys[0]] },
      dryRun: true,
    });
    expect([status, json]).toEqual([200, { subscriptionId: id, count: 6, dryRun: true, position: null }]);
    expect([await askedFor(id), await openReplays()]).toEqual([[], []]);
    expect(hook.got.length).toBe(30);
  });

  it('sends a range in order, with the same id and bytes, marked, beside what is new, and is on record', async () => {
    const { id, hook, announce, keys } = await history();
    const before = new Map(hook.got.map((got) => [got.id, got.body]));
    const { status, json } = await ask(id, { from: 4, to: 21, reason: '再取込' });
    expect([status, json.count, typeof json.position]).toEqual([200, 18, 'number']);
    await announce(keys);
    await eventually(() => expect(hook.got.length).toBe(30 + 18 + 3), 20_000);
    const again = hook.got.filter(({ replayed }) => replayed);
    expect(again.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 18 }, (_, i) => i + 4),
    );
    expect(again.every((got) => before.get(got.id) === got.body)).toBe(true);
    for (const key of keys) {
      const seqs = again.filter((got) => got.key === key).map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    }
    expect(await askedFor(id)).toEqual([{ count: '18', who: 'liaison' }]);
    await eventually(async () => expect(await openReplays()).toEqual([]));
  }, 30_000);

  it('ends with what there was when it was asked for, however far it was to go', async () => {
    const { id, hook, announce, keys } = await history();
    expect((await ask(id, { from: 1, to: 1_000 })).json.count).toBe(30);
    await announce(keys);
    await eventually(async () => expect(await openReplays()).toEqual([]), 20_000);
    const again = hook.got.filter(({ replayed }) => replayed).map(({ seq }) => seq);
    expect(again.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
  }, 30_000);

  it('of what was given up makes it taken, so that nothing is in trouble any more', async () => {
    const { id, hook } = await givenUp();
    const shown = await desk.app.send(`/v1/subscriptions/${id}/troubled`, {
      token: await desk.app.tokenOf('liaison'),
    });
    expect(shown.json).toMatchObject({
      items: [
        {
          subsequence: 2,
          state: 'parked',
          attempts: 10,
          lastStatus: 500,
          lastError: 'HTTP 500',
          noticeSent: true,
        },
      ],
      next: null,
    });
    expect((await ask(id, { only: 'parked', dryRun: true })).json.count).toBe(1);
    expect((await ask(id, { only: 'parked' })).json.count).toBe(1);
    await eventually(
      () => expect(hook.got.at(-1)).toMatchObject({ seq: 2, replayed: true, isGap: false }),
      20_000,
    );
    await eventually(async () => expect(await desk.troubled(id)).toEqual([]));
    expect(hook.got.at(-1)!.id).toBe(hook.got.find(({ seq }) => seq === 2)!.id);
  }, 40_000);

  it('is refused for what is not kept any more, for strangers, and for what is no webhook', async () => {
    const { id } = await history();
    const asStranger = async (path: string, method: string) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': newKey() };
      const token = await desk.app.tokenOf('stranger');
      const body = method === 'POST' ? { body: JSON.stringify({ from: 1, to: 2 }) } : {};
      return (await desk.app.send(`/v1/subscriptions/${id}/${path}`, { token, method, headers, ...body }))
        .status;
    };
    expect([await asStranger('replay', 'POST'), await asStranger('troubled', 'GET')]).toEqual([404, 404]);
    await query(
      desk.app.database.url,
      'DELETE FROM delivery.deliveries WHERE subscription_id = $1 AND seq <= 10',
      [id],
    );
    const { status, json } = await ask(id, { from: 9 });
    expect([status, json.type, json.oldest]).toEqual([
      410,
      'https://kyogi.example/problems/feed-expired',
      11,
    ]);
    expect((await ask(id, { from: 11, dryRun: true })).json.count).toBe(20);
    const beyond = await ask(id, { from: 31 });
    expect([beyond.status, beyond.json.detail]).toEqual([400, 'from: the last delivery is 30.']);
    expect(await askedFor(id)).toEqual([]);
  });
});
