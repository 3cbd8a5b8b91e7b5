import { LedgerDigest, LedgerPage } from '#contracts';
import { headquarters } from '../../apps/headquarters/src/app.js';
import { TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { fingerprints, headOf, Original, reaches, startCopy } from './world';

let original: Original;
let copy: TestApp;
let own: TestApp;
beforeAll(async () => {
  original = await Original.start();
  await original.tells(30);
  [own, copy] = await Promise.all([original.headquarters(), startCopy(original, original.app.url)]);
}, 90_000);
afterAll(async () => {
  await copy?.close();
  await own?.close();
  await original?.close();
}, 30_000);

const ask = async (person: string, path: string) =>
  original.app.send(path, { token: await original.app.tokenOf(person) });

describe('the ledger for headquarters at a distance', () => {
  it('is open to its machine and its director, and to nobody else', async () => {
    await original.app.register('chief', 'SECR_DIRECTOR', 'HQ');
    await original.app.register('machine-of-meti', 'DOWNSTREAM', 'METI');
    await original.app.register('checker', 'SECR_REVIEWER', 'HQ');
    for (const path of ['/v1/ledger', '/v1/ledger/digest']) {
      for (const person of ['mirror-machine', 'chief'])
        expect([path, person, (await ask(person, path)).status]).toEqual([path, person, 200]);
      for (const person of ['machine-of-meti', 'checker'])
        expect([path, person, (await ask(person, path)).status]).toEqual([path, person, 403]);
      expect((await original.app.send(path)).status).toBe(401);
    }
  });

  it('is read in order, dense, whole, and in pieces as large as asked for', async () => {
    const head = await headOf(original.app.database.url);
    const seen: number[] = [];
    while (seen.length < head) {
      const { json } = await ask('mirror-machine', `/v1/ledger?after=${seen.length}&limit=137`);
      const page = LedgerPage.parse(json);
      expect([page.head, page.items.length]).toEqual([head, Math.min(137, head - seen.length)]);
      seen.push(...page.items.map(({ position }) => position));
    }
    expect(seen).toEqual(Array.from({ length: head }, (_, i) => i + 1));
  });

  it('waits for the next event when asked to', async () => {
    const head = await headOf(original.app.database.url);
    const waiting = ask('mirror-machine', `/v1/ledger?after=${head}&wait=25`);
    await original.tells(1);
    const { items } = LedgerPage.parse((await waiting).json);
    expect(items[0]?.position).toBe(head + 1);
  });

  it.each(['limit=0', 'limit=1001', 'wait=31', 'after=-1', 'after=x', 'nonsense=1'])(
    'refuses %s',
    async (q) => expect((await ask('mirror-machine', `/v1/ledger?${q}`)).status).toBe(400),
  );

  it('says in few numbers what it has, by day and organ, up to a position', async () => {
    const head = await headOf(original.app.database.url);
    const whole = LedgerDigest.parse((await ask('mirror-machine', '/v1/ledger/digest')).json);
    expect(whole.items.reduce((sum, { events }) => sum + events, 0)).toBe(head);
    const { day } = whole.items[0]!;
    const one = LedgerDigest.parse(
      (await ask('mirror-machine', `/v1/ledger/digest?day=${day}&upTo=10`)).json,
    );
    expect(one.items.reduce((sum, { events }) => sum + events, 0)).toBe(10);
  });
});

describe('headquarters at a distance, by pull', () => {
  it('has the same ledger and the same read models as headquarters beside the ledger', async () => {
    const head = await original.tells(10);
    for (const { database } of [own, copy]) await reaches(database.url, head);
    const expected = await fingerprints(own.database.url);
    expect(await fingerprints(copy.database.url)).toEqual(expected);
    expect(Object.keys(expected).length).toBeGreaterThan(10);
  });

  it('shows how far it is behind, and that it copies', async () => {
    const { text } = await copy.send('/metrics');
    expect(text).toMatch(/kyogi_mirror_lag 0/);
    expect(text).toMatch(/kyogi_mirror_works 1/);
    expect((await copy.send('/health/ready')).json.checks.mirror).toEqual({ ok: true });
  });

  it('stands still, aloud, when an event it has is not the one of the original', async () => {
    const lodging = await TestApp.start(headquarters);
    const { url } = lodging.database;
    try {
      const first = await startCopy(original, original.app.url, {}, lodging);
      const at = await headOf(original.app.database.url);
      await eventually(async () => expect(await headOf(url)).toBe(at));
      await first.close();
      await forge(url, at);
      const second = await startCopy(original, original.app.url, {}, lodging);
      await original.tells(1);
      await eventually(async () => {
        const { json } = await second.send('/health/ready');
        expect(json.checks.mirror).toEqual({ ok: false, note: 'stands still; see the log' });
        expect((await second.send('/metrics')).text).toMatch(/kyogi_mirror_stalled 1/);
      });
      await second.close();
      expect(await headOf(url)).toBe(at);
    } finally {
      await lodging.close();
    }
  }, 60_000);
});

/** Makes another event of the one at a position, as only a superuser can. */
const forge = async (url: string, position: number): Promise<void> => {
  await query(
    url,
    `ALTER TABLE events DISABLE TRIGGER events_insert_only;
     UPDATE events SET data = '{"forged": true}' WHERE id = (SELECT event_id FROM event_log WHERE position = ${position})`,
  );
};
