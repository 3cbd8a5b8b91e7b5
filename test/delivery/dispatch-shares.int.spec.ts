import { pool } from '#platform';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { leaveShare, shareOf } from '../../apps/delivery/src/dispatch/shares';
import { eventually } from '../support/eventually';
import { query } from '../support/database';
import { Chain } from './chain';
import type { Got, Hook } from './hook';
import { dossiers, HookDesk } from './hook-desk';
import { startSender } from './start-sender';

const SUBSCRIPTIONS = 10;
const WAVE = 90;

let desk: HookDesk;
const hooked: Awaited<ReturnType<HookDesk['hook']>>[] = [];
const senders = new Map<string, ChildProcess>();
beforeAll(async () => {
  desk = await HookDesk.open(SUBSCRIPTIONS);
  // Under one name, so that all are told of the same events.
  for (const hook of desk.hooks) hooked.push(await desk.hook('strict', hook));
}, 90_000);
afterAll(async () => {
  for (const child of senders.values()) child.kill('SIGKILL');
  await desk?.close();
});

const senderOf = ({ headers }: Got): string => String(headers['x-sender']);

/** Receivers that take their time, refuse one in 61 at first, and look whether two processes send to them at once. */
class Watch {
  readonly chains: Chain[] = [];
  overlaps = 0;

  constructor(private readonly hooks: readonly Hook[]) {
    for (const hook of hooks) {
      const chain = new Chain();
      this.chains.push(chain);
      hook.answer = (got, tries) => {
        const isOpen = (other: Got) => other.status === 0 && senderOf(other) !== senderOf(got);
        if (hook.got.slice(-200).some(isOpen)) this.overlaps += 1;
        const isTaken = got.seq % 61 !== 0 || tries > 1;
        if (isTaken) chain.take(got);
        return { status: isTaken ? 204 : 500, afterMs: got.seq % 29 === 0 ? 1_500 : 5 + (got.seq % 7) * 5 };
      };
    }
  }

  /** How many receivers heard last from each of the processes. */
  get shares(): Record<string, number> {
    const last = this.hooks.map(({ got }) => got.at(-1)).filter((got) => got !== undefined);
    return Object.fromEntries(
      [...senders.keys()].map((name) => [name, last.filter((got) => senderOf(got) === name).length]),
    );
  }

  /** What came before an earlier one of its dossier, or had other bytes before. */
  get faults(): string[] {
    return this.hooks.flatMap(({ got, taken }) => {
      const [last, bodies] = [new Map<string, number>(), new Map<string, string>()];
      const turned = taken.filter(({ key, seq }) => {
        const before = last.get(key) ?? 0;
        last.set(key, Math.max(before, seq));
        return seq < before;
      });
      const altered = got.filter(({ id, body }) => bodies.set(id, bodies.get(id) ?? body).get(id) !== body);
      return [...turned, ...altered].map(({ id }) => id);
    });
  }
}

/** As if who sent last to these had been dead for a while. */
const forget = (ids: string[]) =>
  query(
    desk.app.database.url,
    `WITH dead AS (UPDATE delivery.senders SET seen_at = seen_at - interval '1 minute')
     UPDATE delivery.cursors SET leased_until = clock_timestamp() WHERE subscription_id = ANY($1)`,
    [ids],
  );

describe('the share of a process that sends webhooks', () => {
  it('is its part of all of them, and grows when another left or was not heard of', async () => {
    const { url } = desk.app.database;
    const db = pool(url, 'kyogi_deliverer', { size: 1 });
    const [one, other] = [randomUUID(), randomUUID()];
    // Beside the process of the desk.
    await eventually(async () => expect(await shareOf(db, one)).toBe(5));
    expect([await shareOf(db, other), await shareOf(db, one)]).toEqual([4, 4]);
    await desk.app.app.close();
    expect(await shareOf(db, one)).toBe(5);
    await leaveShare(db, other);
    expect(await shareOf(db, one)).toBe(10);
    expect(await shareOf(db, other)).toBe(5);
    const silent = `UPDATE delivery.senders SET seen_at = seen_at - interval '8 seconds' WHERE id = $1`;
    await query(url, silent, [other]);
    expect(await shareOf(db, one)).toBe(10);
    await leaveShare(db, one);
    await db.end();
  });
});

describe('processes that send webhooks', () => {
  it('share the subscriptions evenly, also with one that comes later, and the one that is left has them all', async () => {
    // Of this one only the receivers and the rows are wanted.
    await desk.app.app.close();
    const watch = new Watch(desk.hooks);
    const keys = dossiers(9);
    let told = 0;
    const tell = async (): Promise<void> => {
      await hooked[0]!.announce(Array.from({ length: WAVE }, (_, i) => keys[i % 9]!));
      told += WAVE;
    };
    /** Events go on happening until the receivers are shared like this. */
    const shared = (shares: Record<string, number>) =>
      eventually(
        async () => {
          // Some of it is always under way.
          if (desk.hooks.every(({ got }) => got.length > told - WAVE / 2)) await tell();
          expect(watch.shares).toEqual(shares);
        },
        30_000,
        250,
      );
    const allTaken = async (): Promise<void> => {
      for (const { id, hook } of hooked) {
        await eventually(() => expect(hook.taken.length).toBe(told), 40_000, 250);
        await eventually(async () => expect((await desk.cursor(id)).settled).toBe(told));
      }
      expect(watch.faults).toEqual([]);
      expect(watch.chains.map(({ lost }) => lost)).toEqual(watch.chains.map(() => []));
    };

    senders.set('first', startSender(desk, 'first'));
    await shared({ first: 10 });
    senders.set('second', startSender(desk, 'second'));
    await shared({ first: 5, second: 5 });
    await allTaken();
    expect(watch.overlaps).toBe(0);

    await tell();
    const bereft = hooked.filter(({ hook }) => senderOf(hook.got.at(-1)!) === 'first');
    senders.get('first')!.kill('SIGKILL');
    await forget(bereft.map(({ id }) => id));
    await shared({ first: 0, second: 10 });
    await allTaken();
  }, 120_000);
});
