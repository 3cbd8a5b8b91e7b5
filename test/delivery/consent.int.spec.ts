import { pool } from '#platform';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Pool } from 'pg';
import { delivery } from '../../apps/delivery/src/app';
import { Unreachable } from '../../apps/delivery/src/egress/failures';
import { Egress } from '../../apps/delivery/src/egress/post';
import { Consents } from '../../apps/delivery/src/webhooks/consent';
import { newDossierId, TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { Receiver } from './receiver';
import { change } from './subscriber';

type Answer = (response: ServerResponse) => void;

const saying =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end();
const yes = saying(200, { 'webhook-allowed-origin': 'kyogi.example', 'webhook-allowed-rate': '120' });
const silent: Answer = (response) => response.socket?.destroy();
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

describe('the consent of a receiver', () => {
  let app: TestApp;
  let deliverer: Pool;
  let receiver: Receiver;
  let egress: Egress;
  let answer: Answer;
  let asked: { method: string | undefined; headers: IncomingHttpHeaders }[];
  let disabled: string[];
  let now: number;

  beforeAll(async () => {
    receiver = await Receiver.start(({ method, headers }, response) => {
      asked.push({ method, headers });
      answer(response);
    });
    const allowed = { WEBHOOK_ALLOWED_HOSTS: `127.0.0.2:${receiver.port}` };
    app = await TestApp.start(delivery, allowed);
    await app.register('liaison', 'LIAISON', 'METI');
    deliverer = pool(app.database.url, 'kyogi_deliverer');
    egress = new Egress(allowed);
  });
  beforeEach(() => {
    [asked, disabled, answer, now] = [[], [], yes, Date.parse('2026-05-11T00:00:00Z')];
  });
  afterAll(async () => {
    egress?.onApplicationShutdown();
    receiver?.close();
    await deliverer?.end();
    await app?.close();
  });

  const consents = (): Consents =>
    new Consents({
      ...{ pool: deliverer, egress, origin: 'kyogi.example', clock: { now: () => new Date(now) } },
      disable: (id, why) => Promise.resolve(void disabled.push(`${id} ${why}`)),
    });
  /** A row that no dispatcher looks at: the subscription is disabled. */
  const subscription = async (): Promise<{ id: string; url: string }> => {
    const id = newDossierId();
    await query(
      app.database.url,
      `INSERT INTO delivery.subscriptions (id, organ, scope, eyes, name, filter, mode, transport, state, opened_by, opened_at, version)
       VALUES ($1, 'METI', 'government', '{*}', 'a test', '{}', 'strict', '{"kind":"pull"}', 'DISABLED', 'liaison', now(), 1)`,
      [id],
    );
    return { id, url: `http://127.0.0.2:${receiver.port}/hook` };
  };

  it('is asked for with OPTIONS before the first event, and remembered for a week', async () => {
    const one = await subscription();
    expect(await consents().consentOf(one)).toEqual({ given: true, rate: 120 });
    expect(asked).toMatchObject([
      {
        method: 'OPTIONS',
        headers: { 'webhook-request-origin': 'kyogi.example', 'webhook-request-rate': '60000' },
      },
    ]);
    now += 7 * day - 1;
    expect(await consents().consentOf(one)).toEqual({ given: true, rate: 120 });
    expect(asked).toHaveLength(1);
    now += 1;
    answer = saying(204, { 'webhook-allowed-origin': '*', 'webhook-allowed-rate': '*' });
    expect(await consents().consentOf(one)).toEqual({ given: true, rate: null });
    expect(asked).toHaveLength(2);
  });

  it('is asked for once, whoever wants to know it at the same time', async () => {
    const [one, all] = [await subscription(), consents()];
    await Promise.all(Array.from({ length: 20 }, () => all.consentOf(one)));
    expect(asked).toHaveLength(1);
  });

  it('is of one address: another is asked anew', async () => {
    const [one, all] = [await subscription(), consents()];
    await all.consentOf(one);
    await all.consentOf({ ...one, url: `${one.url}2` });
    expect(asked).toHaveLength(2);
  });

  it.each<[string, Answer]>([
    ['does not say for whom', saying(200)],
    ['says another origin', saying(200, { 'webhook-allowed-origin': 'kyogi.example.net' })],
    ['says null', saying(200, { 'webhook-allowed-origin': 'null' })],
    ['redirects', saying(302, { location: '/', 'webhook-allowed-origin': '*' })],
    ['forbids', saying(403, { 'webhook-allowed-origin': '*' })],
    ['knows no OPTIONS', saying(405)],
    ['is gone', saying(410)],
    ['allows none a minute', saying(200, { 'webhook-allowed-origin': '*', 'webhook-allowed-rate': '0' })],
    ['allows some a minute', saying(200, { 'webhook-allowed-origin': '*', 'webhook-allowed-rate': 'some' })],
  ])('is refused, and the subscription disabled, when the receiver %s', async (_, says) => {
    answer = says;
    const one = await subscription();
    expect(await consents().consentOf(one)).toMatchObject({ given: false, final: true });
    expect(disabled.map((line) => line.slice(0, 26))).toEqual([one.id]);
  });

  it('is refused when the address leads inside', async () => {
    const one = { ...(await subscription()), url: 'https://127.0.0.1/' };
    expect(await consents().consentOf(one)).toMatchObject({ given: false, final: true });
    expect(asked).toHaveLength(0);
  });

  it.each<[string, Answer]>([
    ['closes the connection', silent],
    ['is overloaded', saying(503)],
    ['wants to be asked later', saying(429)],
  ])(
    'is asked for again after ten seconds, then more seldom, for a day, while before the first event the receiver %s',
    async (_, says) => {
      answer = says;
      const [one, all] = [await subscription(), consents()];
      const began = now;
      expect(await all.consentOf(one)).toMatchObject({ given: false, final: false });
      const count = asked.length;
      now += 10_000 - 1;
      expect(await all.consentOf(one)).toMatchObject({ given: false, final: false });
      expect(asked).toHaveLength(count);
      for (now += 1; now < began + day; now += 50 * minute)
        expect(await all.consentOf(one)).toMatchObject({ given: false, final: false });
      expect(disabled).toHaveLength(0);
      expect(await all.consentOf(one)).toMatchObject({ given: false, final: true });
      expect(disabled).toHaveLength(1);
    },
  );

  it('goes on for a day while a receiver that had consented is silent, and holds when it answers again', async () => {
    const [one, all] = [await subscription(), consents()];
    await all.consentOf(one);
    now += 7 * day;
    answer = silent;
    for (const end = now + day; now < end; now += 30 * minute)
      expect(await all.consentOf(one)).toEqual({ given: true, rate: 120 });
    answer = yes;
    expect(await all.consentOf(one)).toEqual({ given: true, rate: 120 });
    answer = silent;
    now += 7 * day;
    for (const end = now + day; now < end; now += 30 * minute)
      expect(await all.consentOf(one)).toEqual({ given: true, rate: 120 });
    expect(await all.consentOf(one)).toMatchObject({ given: false, final: true });
    expect(disabled).toHaveLength(1);
  });

  it('is not lost by a pause of ours: who was not asked for hours was not silent', async () => {
    answer = silent;
    const [one, all] = [await subscription(), consents()];
    await all.consentOf(one);
    now += 30 * hour;
    expect(await all.consentOf(one)).toMatchObject({ given: false, final: false });
  });

  it('disables, in the name of the machine, when it is refused; the owner reads why', async () => {
    answer = saying(405);
    const id = newDossierId();
    const transport = { kind: 'webhook', url: `http://127.0.0.2:${receiver.port}/hook`, signature: 'v1' };
    const terms = { organ: 'METI', name: 'a test', transport };
    expect((await change(app, 'liaison', id, 'open-subscription', terms)).status).toBe(201);
    const { json } = await eventually(async () => {
      const read = await app.send(`/v1/subscriptions/${id}`, { token: await app.tokenOf('liaison') });
      expect(read.json.state).toBe('DISABLED');
      return read;
    });
    expect(json.disabledFor).toBe('no-consent');
    const [event] = await query(
      app.database.url,
      `SELECT data ->> 'reason' AS reason, meta #>> '{actor,role}' AS role FROM events
       WHERE stream_id = $1 AND type = 'SubscriptionDisabled'`,
      [id],
    );
    expect(event).toEqual({ reason: 'it answered OPTIONS with 405', role: 'SYSTEM' });
    expect(asked.map(({ method }) => method)).toEqual(asked.map(() => 'OPTIONS'));
  });

  it('cannot be asked for when nobody answers in time', async () => {
    await expect(egress.options('http://127.0.0.2:9/', {}, 200)).rejects.toThrow();
    answer = () => undefined;
    await expect(egress.options(`http://127.0.0.2:${receiver.port}/`, {}, 200)).rejects.toThrow(Unreachable);
  });
});
