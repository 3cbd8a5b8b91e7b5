import { createHash } from 'node:crypto';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { newDossierId } from '../support/app';
import { dossiers, HookDesk } from './hook-desk';

const hour = 3_600_000;
let desk: HookDesk;
beforeAll(async () => {
  desk = await HookDesk.open(12);
  desk.clock.stand();
}, 90_000);
afterAll(() => desk?.close());

const ahead = (ms: number): void => desk.clock.standAt(new Date(desk.clock.now().getTime() + ms));
const repeated = (count: number, keys: readonly string[]) =>
  Array.from({ length: count }, (_, i) => keys[i % keys.length]!);
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

describe('webhooks', () => {
  it('bring every delivery once when all is well, in order within a dossier, and the mark follows', async () => {
    const { id, hook, announce } = await desk.hook();
    const keys = dossiers(7);
    await announce(repeated(300, keys));
    await eventually(() => expect(hook.got.length).toBe(300), 20_000);
    expect(new Set(hook.got.map((got) => got.id)).size).toBe(300);
    for (const key of keys) {
      const seqs = hook.got.filter((got) => got.key === key).map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    }
    await eventually(async () => expect(await desk.cursor(id)).toEqual({ delivered: 300, settled: 300 }));
    expect(await desk.troubled(id)).toEqual([]);
  });

  it('keep id and bytes over all tries; only time and signature are new', async () => {
    const { hook, announce } = await desk.hook();
    hook.answer = (_, tries) => (tries < 4 ? 500 : 204);
    await announce(dossiers(3));
    await eventually(() => {
      ahead(hour);
      expect(hook.taken.length).toBe(3);
    });
    for (const { id } of hook.taken) {
      const tries = hook.got.filter((got) => got.id === id);
      expect(tries.length).toBeGreaterThanOrEqual(4);
      expect(new Set(tries.map(({ body }) => hashOf(body))).size).toBe(1);
    }
  });

  it('are tried on the schedule of Standard Webhooks, then given up for a notice with the number of the slot', async () => {
    const { id, hook, announce } = await desk.hook();
    const [bad, good] = dossiers(2) as [string, string];
    hook.answer = (got) => (got.key === bad && got.seq === 1 && !got.isGap ? 500 : 204);
    await announce([bad, good, bad, good]);
    const longest = [5 / 3600, 5 / 60, 0.5, 2, 5, 10, 14, 20, 24].map((hours) => hours * hour);
    for (const [i, step] of longest.entries()) {
      const row = await eventually(async () => {
        const [found] = await desk.troubled(id);
        expect(found).toMatchObject({ seq: 1, state: 'waiting', attempts: i + 1, status: 500 });
        return found!;
      });
      const wait = row.next! - desk.clock.now().getTime();
      expect([wait >= 0, wait <= step]).toEqual([true, true]);
      expect(hook.got.filter(({ key }) => key === good)).toHaveLength(2);
      expect(hook.got.some(({ seq }) => seq === 3)).toBe(false);
      ahead(wait);
    }
    await eventually(() => expect(hook.taken.map(({ seq }) => seq)).toEqual([2, 4, 1, 3]));
    const [gap] = hook.got.filter(({ isGap }) => isGap);
    const notice = JSON.parse(gap!.body) as Record<string, unknown>;
    expect(notice).toMatchObject({
      ...{
        type: 'org.kyogi.delivery-gap.v1',
        subsequence: '1'.padStart(20, '0'),
        prevsequence: '0'.repeat(20),
      },
      data: { reason: 'HTTP 500', attempts: 10, eventId: String(notice.id).replace('gap-', '') },
    });
    expect(gap!.id).not.toBe(hook.got[0]!.id);
    await eventually(async () =>
      expect(
        await query(
          desk.app.database.url,
          'SELECT state, notice_sent AS sent FROM delivery.troubled WHERE subscription_id = $1',
          [id],
        ),
      ).toEqual([{ state: 'parked', sent: true }]),
    );
    await announce([newDossierId()]);
    await eventually(() => expect(hook.got.at(-1)).toMatchObject({ seq: 5, settled: 4 }));
  });

  it('say settled only up to what waits, whatever came after it', async () => {
    const { id, hook, announce } = await desk.hook();
    const [bad, ...good] = dossiers(6) as [string, ...string[]];
    let isBad = true;
    hook.answer = ({ key }) => (key === bad && isBad ? 500 : 204);
    await announce([...good, bad, ...good]);
    await eventually(() => expect(hook.taken.length).toBe(10));
    await eventually(async () => expect((await desk.cursor(id)).settled).toBe(11));
    await announce(good);
    await eventually(() => expect(hook.taken.length).toBe(15));
    expect(hook.got.every(({ settled }) => settled <= 5)).toBe(true);
    isBad = false;
    ahead(hour);
    await eventually(() => expect(hook.taken.length).toBe(16));
    await eventually(async () => expect(await desk.troubled(id)).toEqual([]));
    await announce(good);
    await eventually(() => expect(hook.got.some(({ settled }) => settled >= 16)).toBe(true));
  });

  it('leave a receiver alone for as long as it asks', async () => {
    const { id, hook, announce } = await desk.hook();
    hook.answer = (_, tries) => (tries === 1 ? { status: 503, headers: { 'retry-after': '7200' } } : 204);
    await announce([newDossierId()]);
    const [row] = await eventually(async () => {
      const rows = await desk.troubled(id);
      expect(rows).toHaveLength(1);
      return rows;
    });
    expect(row!.next! - desk.clock.now().getTime()).toBe(2 * hour);
    ahead(2 * hour);
    await eventually(() => expect(hook.taken.length).toBe(1));
  });

  it('are written down whatever a receiver says: its words do not hold up the others', async () => {
    const [odd, other] = [await desk.hook(), await desk.hook()];
    // Of the last character only the first half is among the 300 that are kept; NUL is no text for the database either.
    odd.hook.answer = () => ({ status: 500, text: `\0${'x'.repeat(288)}😀` });
    await odd.announce([newDossierId()]);
    await eventually(() => expect(odd.hook.got.length).toBe(1));
    await other.announce([newDossierId()]);
    await eventually(async () => expect((await desk.cursor(other.id)).settled).toBe(1));
    await eventually(async () => expect((await desk.troubled(odd.id)).length).toBe(1));
    odd.hook.answer = () => 204;
  });

  it('send no more than the receiver consented to', async () => {
    const hook = desk.hooks.at(-1)!;
    hook.rate = '600';
    const { id, announce } = await desk.hook('strict', hook);
    await announce(dossiers(25));
    await eventually(() => expect(hook.got.length).toBe(25), 20_000);
    const [first, last] = [hook.got[0]!.at, hook.got.at(-1)!.at];
    // Ten at once, and then one every tenth of a second.
    expect(last - first).toBeGreaterThan(1_300);
    expect(await desk.troubled(id)).toEqual([]);
  });

  it('to a receiver that is down make no row per event, and all comes when it is back', async () => {
    const { id, hook, announce } = await desk.hook();
    let isDown = true;
    hook.answer = () => (isDown ? 500 : 204);
    await announce(repeated(400, dossiers(80)));
    await eventually(() => expect(hook.got.length).toBeGreaterThan(11));
    await announce(repeated(400, dossiers(80)));
    const rows = (await desk.troubled(id)).length;
    expect(rows).toBeLessThanOrEqual(32);
    expect(hook.got.length).toBeLessThan(60);
    isDown = false;
    await eventually(() => {
      ahead(1_000);
      expect(hook.taken.length).toBe(800);
    }, 20_000);
    await eventually(async () =>
      expect([await desk.troubled(id), (await desk.cursor(id)).settled]).toEqual([[], 800]),
    );
  }, 40_000);

  it('end at once where the receiver says 410, as a fact in the ledger', async () => {
    const { id, hook, announce } = await desk.hook();
    hook.answer = () => 410;
    await announce(dossiers(100));
    await eventually(async () => expect(await factsOf(id)).toEqual([{ by: 'gone' }]));
    // What was under way with it.
    expect(hook.got.length).toBeLessThanOrEqual(32);
    expect(await desk.troubled(id)).toEqual([]);
  });

  it('end when nothing was taken for days, and go on where they were once enabled', async () => {
    const { id, hook, announce } = await desk.hook();
    hook.answer = () => 500;
    await announce(dossiers(20));
    await eventually(() => expect(hook.got.length).toBeGreaterThan(9));
    ahead(121 * hour);
    await eventually(async () => expect(await factsOf(id)).toEqual([{ by: 'failing' }]), 20_000);
    hook.answer = () => 204;
    expect((await desk.change(id, 'enable-subscription', { reason: '復旧' })).status).toBe(200);
    await eventually(() => {
      ahead(hour);
      expect(hook.taken.length).toBe(20);
    }, 20_000);
  }, 40_000);
});

const factsOf = (id: string) =>
  query(
    desk.app.database.url,
    `SELECT data ->> 'by' AS by FROM events WHERE stream_id = $1 AND type = 'SubscriptionDisabled'`,
    [id],
  );
