import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from '../support/eventually';
import { query } from '../support/database';
import { Chain } from './chain';
import { dossiers, HookDesk } from './hook-desk';
import { startSender } from './start-sender';

const KILLS = 2;

let desk: HookDesk;
const children: ChildProcess[] = [];
beforeAll(async () => {
  desk = await HookDesk.open(2);
}, 90_000);
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await desk?.close();
});

/** Sends until it is killed, which is soon after it has begun. */
const sendUntilKilled = async (isEnough: () => boolean): Promise<void> => {
  const child = started();
  const gone = once(child, 'exit');
  await eventually(() => expect(isEnough()).toBe(true), 30_000, 5);
  child.kill('SIGKILL');
  expect((await gone)[1]).toBe('SIGKILL');
};

const started = (): ChildProcess => {
  const child = startSender(desk);
  children.push(child);
  return child;
};

/** As if the holder had been dead for a while. */
const forgetLeases = () =>
  query(
    desk.app.database.url,
    `UPDATE delivery.cursors SET leased_until = clock_timestamp() WHERE leased_until IS NOT NULL`,
  );

describe('a process that sends webhooks and is killed', () => {
  it('loses nothing, changes no byte, breaks no order and lies about nothing', async () => {
    const { id, hook, announce } = await desk.hook();
    // Of this one only the receiver and the rows are wanted.
    await desk.app.app.close();
    const chain = new Chain();
    hook.answer = (got, tries) => {
      const isTaken = got.seq % 23 !== 0 || tries > 1;
      if (isTaken) chain.take(got);
      return { status: isTaken ? 204 : 500, afterMs: got.seq % 5 };
    };
    const keys = dossiers(9);
    const count = 600;
    await announce(Array.from({ length: count }, (_, i) => keys[i % 9]!));
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await sendUntilKilled(() => hook.taken.length > (kill * count) / (KILLS + 2));
      await forgetLeases();
    }
    started();
    await eventually(() => expect(hook.taken.length).toBe(count), 40_000);
    await eventually(async () => expect((await desk.cursor(id)).settled).toBe(count));
    expect(chain.lost).toEqual([]);
    const bodies = new Map<string, string>();
    for (const got of hook.got)
      expect(bodies.set(got.id, bodies.get(got.id) ?? got.body).get(got.id)).toBe(got.body);
    for (const key of keys) {
      const seqs = hook.taken.filter((got) => got.key === key).map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    }
    // What was sent twice is what was under way, or not yet written, at each kill.
    expect(hook.got.length - count).toBeLessThanOrEqual(KILLS * 232 + 100);
  }, 120_000);
});
