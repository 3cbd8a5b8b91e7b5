import { delivery } from '../../apps/delivery/src/app';
import { newDossierId, newKey, TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { change, pull, streamed, subscribe } from './subscriber';

const terms = (organ: string) => ({ organ, name: 'a test', transport: { kind: 'pull' } });
const reason = { reason: 'for the record' };

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start(delivery, { FEED_SUBSCRIPTIONS_PER_ORGAN: '4', FEED_OPEN_PER_PERSON: '2' });
  for (const [person, role, organ] of [
    ['liaison', 'LIAISON', 'METI'],
    ['other', 'LIAISON', 'MOF'],
    ['crowd', 'LIAISON', 'MIC'],
    ['reader', 'DOWNSTREAM', 'MOF'],
    ['second reader', 'DOWNSTREAM', 'MOF'],
  ] as const)
    await app.register(person, role, organ);
}, 60_000);
afterAll(() => app?.close());

const open = (person: string, organ: string, id = newDossierId(), key = newKey()) =>
  change(app, person, id, 'open-subscription', terms(organ), { 'idempotency-key': key });

describe('an organ', () => {
  it('has no more active subscriptions than it may, and is told what to do', async () => {
    const [first, key] = [newDossierId(), newKey()];
    expect((await open('liaison', 'METI', first, key)).status).toBe(201);
    for (let i = 0; i < 3; i += 1) expect((await open('liaison', 'METI')).status).toBe(201);
    const fifth = await open('liaison', 'METI');
    expect([fifth.status, fifth.json]).toMatchObject([
      409,
      { rule: 'subscriptions-per-organ', detail: expect.stringMatching(/METI has 4 .*end or disable one/) },
    ]);
    // One that came before is answered as before, and others have room of their own.
    expect((await open('liaison', 'METI', first, key)).status).toBe(201);
    expect((await open('other', 'MOF')).status).toBe(201);

    expect((await change(app, 'liaison', first, 'disable-subscription', reason)).status).toBe(200);
    const more = newDossierId();
    expect((await open('liaison', 'METI', more)).status).toBe(201);
    const enabled = await change(app, 'liaison', first, 'enable-subscription', reason);
    expect([enabled.status, enabled.json.rule]).toEqual([409, 'subscriptions-per-organ']);
    expect((await change(app, 'liaison', more, 'end-subscription', reason)).status).toBe(200);
    expect((await change(app, 'liaison', first, 'enable-subscription', reason)).status).toBe(200);
  });

  it('has no more of them when many are opened and enabled at once', async () => {
    const stopped = newDossierId();
    await open('crowd', 'MIC', stopped);
    await change(app, 'crowd', stopped, 'disable-subscription', reason);
    const answers = await Promise.all([
      ...Array.from({ length: 11 }, () => open('crowd', 'MIC')),
      change(app, 'crowd', stopped, 'enable-subscription', reason),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(4);
    expect(answers.filter(({ json }) => json.rule === 'subscriptions-per-organ')).toHaveLength(8);
    const [row] = await query(
      app.database.url,
      `SELECT count(*)::int AS n FROM delivery.subscriptions WHERE organ = 'MIC' AND state = 'ACTIVE'`,
    );
    expect(row).toEqual({ n: 4 });
  });
});

describe('a person', () => {
  it('keeps no more streams and long polls open at once than one may, and one more when one is closed', async () => {
    const id = await subscribe(app, 'reader', { organ: 'MOF' });
    const cut = new AbortController();
    const streaming = streamed(app, 'reader', id, { cut: cut.signal });
    await streaming.next();
    const waiting = pull(app, 'reader', id, { wait: 30 });
    await eventually(async () =>
      expect((await app.send('/metrics')).text).toMatch(/^kyogi_feed_waiting 2$/m),
    );
    const third = await pull(app, 'reader', id, { wait: 1 });
    expect([third.status, third.headers.get('retry-after'), third.json.detail]).toEqual([
      ...[429, '5', expect.stringContaining('close one, or ask without wait')],
    ]);
    await expect(streamed(app, 'reader', id).next()).rejects.toThrow(/stream: 429/);
    // Who does not wait keeps nothing open; another person is another.
    expect((await pull(app, 'reader', id)).status).toBe(200);
    expect((await pull(app, 'second reader', id, { wait: 1 })).status).toBe(200);

    cut.abort();
    await expect(streaming.next()).rejects.toThrow();
    await eventually(async () => expect((await pull(app, 'reader', id, { wait: 1 })).status).toBe(200));
    await change(app, 'other', id, 'end-subscription', reason);
    expect((await waiting).status).toBe(409);
  }, 30_000);

  it('keeps nothing open by what was refused', async () => {
    const token = await app.tokenOf('reader');
    for (let i = 0; i < 4; i += 1) {
      const none = newDossierId();
      expect((await pull(app, 'reader', none, { wait: 1 })).status).toBe(404);
      expect((await app.send(`/v1/events/stream?subscription=${none}`, { token })).status).toBe(404);
    }
  });
});
