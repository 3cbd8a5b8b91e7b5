import { delivery } from '../../apps/delivery/src/app';
import { Given, Story } from '../headquarters/given-events';
import { newDossierId, newKey, TestApp } from '../support/app';
import { query } from '../support/database';
import { change, cursorOf, eventsOf, pull, subscribe } from './subscriber';

const people = {
  liaison: ['LIAISON', 'METI'],
  approver: ['MIN_APPROVER', 'METI'],
  machine: ['DOWNSTREAM', 'METI'],
  observer: ['OBSERVER', 'METI'],
  desk: ['DESK', 'METI'],
  public: ['PUBLIC', 'METI'],
  other: ['LIAISON', 'MOF'],
  reviewer: ['SECR_REVIEWER', 'HQ'],
  minister: ['HQ_MINISTER', 'HQ'],
  'hq liaison': ['LIAISON', 'HQ'],
} as const;
const terms = { organ: 'METI', name: 'register of METI', transport: { kind: 'pull' } };
const webhook = (url: string) => ({ ...terms, transport: { kind: 'webhook', url, signature: 'v1' } });
const reason = { reason: 'for the record' };

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start(delivery);
  for (const [person, [role, organ]] of Object.entries(people)) await app.register(person, role, organ);
}, 60_000);
afterAll(() => app?.close());

const stateOf = async (id: string) =>
  (await app.send(`/v1/subscriptions/${id}`, { token: await app.tokenOf('liaison') })).json;

describe('a subscription', () => {
  it.each([
    ['METI', 'government', ['liaison', 'approver', 'machine', 'observer']],
    ['METI', 'organ', ['liaison', 'approver']],
    ['HQ', 'government', ['reviewer', 'hq liaison']],
    ['HQ', 'organ', ['reviewer']],
  ])('of %s with the scope %s is opened by %s, and by nobody else', async (organ, scope, right) => {
    for (const person of Object.keys(people)) {
      const opened = await change(app, person, newDossierId(), 'open-subscription', {
        ...terms,
        organ,
        scope,
      });
      expect({ person, status: opened.status }).toEqual({
        person,
        status: right.includes(person) ? 201 : 403,
      });
    }
  });

  it('of another organ is not there, in whatever is asked; one of the own is refused to other roles', async () => {
    const id = await subscribe(app, 'liaison', { scope: 'organ' });
    const commands: [string, unknown][] = [
      ['change-subscription', { name: 'mine now' }],
      ['disable-subscription', reason],
      ['enable-subscription', reason],
      ['end-subscription', reason],
      ['acknowledge', { through: 0 }],
    ];
    for (const [person, status] of [
      ...[['other', 404] as const, ['reviewer', 404] as const, ['minister', 404] as const],
      ...[
        ['desk', 403] as const,
        ['machine', 403] as const,
        ['observer', 403] as const,
        ['public', 403] as const,
      ],
    ]) {
      for (const [command, body] of commands)
        expect([person, command, (await change(app, person, id, command, body)).status]).toEqual([
          ...[person, command],
          status,
        ]);
      const token = await app.tokenOf(person);
      for (const path of [
        `/v1/subscriptions/${id}`,
        `/v1/events?subscription=${id}`,
        `/v1/events/stream?subscription=${id}`,
      ])
        expect([person, path, (await app.send(path, { token })).status]).toEqual([person, path, status]);
      const { json } = await app.send('/v1/subscriptions', { token });
      expect((json.items as { id: string }[]).map((item) => item.id)).not.toContain(id);
    }
    expect(await stateOf(id)).toMatchObject({ name: 'a test', state: 'ACTIVE' });
  });

  it('is read as it was opened and changed, and its events are facts of its own stream', async () => {
    const id = await subscribe(app, 'liaison', {
      scope: 'organ',
      filter: { pillars: ['P1'] },
      mode: 'parallel',
    });
    const changed = { name: 'new', filter: { organs: ['METI'], maxMarking: 1 } };
    expect((await change(app, 'approver', id, 'change-subscription', changed)).json).toMatchObject({
      subscriptionId: id,
      version: 2,
    });
    expect(await stateOf(id)).toEqual({
      ...{ id, organ: 'METI', scope: 'organ', ...changed, mode: 'parallel', transport: { kind: 'pull' } },
      ...{ state: 'ACTIVE', disabledFor: null, delivered: 0, settled: 0, waiting: 0, parked: 0 },
      ...{ cursor: expect.any(Number), consentUntil: null },
    });
    const events = await query(
      app.database.url,
      'SELECT type, data, meta FROM events WHERE stream_id = $1 ORDER BY version',
      [id],
    );
    expect(events.map(({ type }) => type)).toEqual(['SubscriptionOpened', 'SubscriptionChanged']);
    expect(events[0]).toMatchObject({
      data: { eyes: ['*', 'METI'] },
      meta: { actor: { person: 'liaison', organ: 'METI', role: 'LIAISON' }, command: 'OpenSubscription' },
    });
  });

  it('is disabled, enabled and ended, each when it can be', async () => {
    const id = await subscribe(app, 'liaison');
    const step = async (command: string) => {
      const { status, json } = await change(app, 'liaison', id, command, reason);
      return [command, status, json.rule];
    };
    expect(await step('enable-subscription')).toEqual(['enable-subscription', 409, 'subscription-active']);
    expect(await step('disable-subscription')).toEqual(['disable-subscription', 200, undefined]);
    expect(await stateOf(id)).toMatchObject({ state: 'DISABLED', disabledFor: 'owner' });
    expect(await step('disable-subscription')).toEqual([
      'disable-subscription',
      409,
      'subscription-disabled',
    ]);
    expect((await pull(app, 'liaison', id)).status).toBe(409);
    expect(await step('enable-subscription')).toEqual(['enable-subscription', 200, undefined]);
    expect(eventsOf(await pull(app, 'liaison', id))).toEqual([]);
    expect(await step('end-subscription')).toEqual(['end-subscription', 200, undefined]);
    for (const command of ['enable-subscription', 'disable-subscription', 'end-subscription'])
      expect(await step(command)).toEqual([command, 409, 'subscription-ended']);
    const late = await change(app, 'liaison', id, 'change-subscription', { name: 'late' });
    expect([late.status, late.json.rule]).toEqual([409, 'subscription-ended']);
    expect((await pull(app, 'liaison', id)).json).toMatchObject({ status: 409, rule: 'subscription-ended' });
    expect(await stateOf(id)).toMatchObject({ state: 'ENDED' });
  });

  it('is opened once, however often it is asked, and an id once', async () => {
    const [id, key] = [newDossierId(), newKey()];
    const open = (body: object, more = {}) =>
      change(app, 'liaison', id, 'open-subscription', body, { 'idempotency-key': key, ...more });
    const first = await open(terms);
    const again = await open(terms);
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([201, null]);
    expect([again.status, again.json, again.headers.get('idempotency-replayed')]).toEqual([
      201,
      first.json,
      'true',
    ]);
    expect((await open({ ...terms, name: 'another' })).status).toBe(422);
    expect((await open(terms, { 'idempotency-key': newKey() })).status).toBe(409);
    expect((await open(terms, { 'idempotency-key': undefined })).status).toBe(400);
    expect((await change(app, 'liaison', 'no-ulid', 'open-subscription', terms)).status).toBe(400);
  });

  it('keeps every change of many at once, and one end of it', async () => {
    const id = await subscribe(app, 'liaison');
    const names = Array.from({ length: 6 }, (_, i) => `name ${i}`);
    const changed = await Promise.all(
      names.map((name) => change(app, 'liaison', id, 'change-subscription', { name })),
    );
    expect(changed.map(({ status }) => status)).toEqual(names.map(() => 200));
    expect(new Set(changed.map(({ json }) => json.version as number)).size).toBe(names.length);
    const ended = await Promise.all(names.map(() => change(app, 'liaison', id, 'end-subscription', reason)));
    expect(ended.map(({ status }) => status).sort()).toEqual([200, ...names.slice(1).map(() => 409)]);
  });

  it.each([
    'http://hooks.example.jp/x',
    'https://127.0.0.1/x',
    'https://hooks.example.jp:8443/x',
    'ftp://x.jp',
  ])('is not opened for a webhook at %s', async (url) => {
    const refused = await change(app, 'liaison', newDossierId(), 'open-subscription', webhook(url));
    expect([400, 422]).toContain(refused.status);
    expect(refused.json.faults).toMatchObject([{ path: 'transport.url' }]);
  });

  it('begins at the head of the ledger unless it says where, and never behind it', async () => {
    const given = new Given(app.database.url);
    const head = await given.tell(new Story('initiative', { lead: 'METI' }).endorsed());
    await given.end();
    expect(await cursorOf(app, 'liaison', await subscribe(app, 'liaison'))).toBeGreaterThanOrEqual(head);
    const beyond = await change(app, 'liaison', newDossierId(), 'open-subscription', {
      ...terms,
      after: head + 1_000,
    });
    expect([beyond.status, beyond.json.faults[0].path]).toEqual([400, 'after']);
    const all = await subscribe(app, 'machine', { after: 0 });
    const [first] = eventsOf(await pull(app, 'machine', all, { wait: 10 }));
    expect(first).toMatchObject({
      type: 'org.kyogi.dossier-endorsed.v1',
      subsequence: '1'.padStart(20, '0'),
    });
  });

  it('stops being open to a person with the role', async () => {
    await app.register('leaver', 'LIAISON', 'METI');
    const id = await subscribe(app, 'leaver');
    expect((await pull(app, 'leaver', id)).status).toBe(200);
    const waiting = pull(app, 'leaver', id, { wait: 20 });
    await app.revoke('leaver', 'LIAISON', 'METI');
    await change(app, 'liaison', id, 'change-subscription', { name: 'wakes who waits' });
    expect((await waiting).status).toBe(404);
    expect((await change(app, 'leaver', id, 'end-subscription', reason)).status).toBe(404);
  });
});
