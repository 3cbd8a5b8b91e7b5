import type { FeedEvent } from '#contracts';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { dossiers, HookDesk } from './hook-desk';
import { newKey } from '../support/app';
import { change, eventsOf, pull } from './subscriber';

const hour = 3_600_000;
let desk: HookDesk;
beforeAll(async () => {
  desk = await HookDesk.open(5);
  desk.clock.stand();
}, 90_000);
afterAll(() => desk?.close());

const ahead = (ms: number): void => desk.clock.standAt(new Date(desk.clock.now().getTime() + ms));
const numbersOf = (events: readonly FeedEvent[]) => events.map(({ subsequence }) => Number(subsequence));

describe('what a webhook has not taken', () => {
  it('is not sent with words that were erased meanwhile, neither again nor for the first time', async () => {
    const { hook, announce } = await desk.hook();
    const [dossier] = dossiers(1) as [string];
    hook.answer = () => 500;
    await announce([dossier, dossier]);
    await eventually(() => expect(hook.got.length).toBe(1));
    expect(JSON.parse(hook.got[0]!.body)).toHaveProperty('data');
    // As migrations/0090 does it.
    await query(
      desk.app.database.url,
      `WITH told AS (SELECT position, delivery.tell_by_reference(event_id) FROM delivery.announcements WHERE dossier_id = $1)
       INSERT INTO erasures (position) SELECT position FROM told`,
      [dossier],
    );
    const until = Date.now() + 1_000;
    await eventually(() => expect(Date.now()).toBeGreaterThan(until));
    hook.answer = () => 204;
    ahead(hour);
    await eventually(() => expect(hook.taken.map(({ seq }) => seq)).toEqual([1, 2]));
    for (const { body } of hook.taken) {
      expect(JSON.parse(body)).toHaveProperty('dataref');
      expect(JSON.parse(body)).not.toHaveProperty('data');
    }
  });

  it('comes by pull, whatever was taken after it, also when the subscription is no webhook any more', async () => {
    const { id, hook, announce } = await desk.hook();
    const [good, bad] = dossiers(2) as [string, string];
    hook.answer = ({ key }) => (key === bad ? 500 : 204);
    await announce([good, bad, good, good, good]);
    await eventually(async () => expect((await desk.cursor(id)).settled).toBe(5));
    const pulled = async () => numbersOf(eventsOf(await pull(desk.app, 'liaison', id)));
    expect(await pulled()).toEqual([2, 3, 4, 5]);
    const changed = await desk.change(id, 'change-subscription', { transport: { kind: 'pull' } });
    expect(changed.status).toBe(200);
    expect(await pulled()).toEqual([2, 3, 4, 5]);
    ahead(hour);
    await eventually(async () => {
      const [cursor] = await query(
        desk.app.database.url,
        'SELECT leased_until IS NULL AS free, settled::int FROM delivery.cursors WHERE subscription_id = $1',
        [id],
      );
      expect(cursor).toEqual({ free: true, settled: 1 });
    });
    expect(eventsOf(await pull(desk.app, 'liaison', id, { after: 5 }))).toEqual([]);
    expect(await pulled()).toEqual([]);
    expect(await desk.troubled(id)).toEqual([]);
  });
});

describe('a dossier', () => {
  it('goes on when what waited in it is older than the retention', async () => {
    const { id, hook, announce } = await desk.hook();
    const [bad, ...good] = dossiers(251) as [string, ...string[]];
    let isBad = true;
    hook.answer = ({ key }) => (key === bad && isBad ? 500 : 204);
    await announce([bad, bad, ...good]);
    await eventually(async () => {
      const states = (await desk.troubled(id)).map(({ state }) => state);
      expect(states).toEqual(['waiting', 'behind']);
    }, 20_000);
    // As delivery.prune does it.
    await query(
      desk.app.database.url,
      'DELETE FROM delivery.deliveries WHERE subscription_id = $1 AND seq = 2',
      [id],
    );
    isBad = false;
    await announce([bad]);
    await eventually(() => {
      ahead(hour);
      expect(hook.taken.filter(({ key }) => key === bad).map(({ seq }) => seq)).toEqual([1, 253]);
    }, 20_000);
  }, 50_000);
});

describe('a replay', () => {
  it('of another subscription under the same key is refused, and not taken for the first one', async () => {
    const key = { 'idempotency-key': newKey() };
    const statuses: number[] = [];
    for (const { id, announce } of [await desk.hook(), await desk.hook()]) {
      await announce(dossiers(1));
      await eventually(async () => expect((await desk.cursor(id)).settled).toBe(1));
      const asked = await change(desk.app, 'liaison', id, 'replay', { from: 1, to: 1 }, key);
      statuses.push(asked.status);
    }
    expect(statuses).toEqual([200, 422]);
  });
});
