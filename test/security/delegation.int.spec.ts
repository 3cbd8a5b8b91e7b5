import { Clock } from '#platform';
import { newDossierId, newKey, TestApp, type Answered } from '../support/app';
import { query } from '../support/database';
import { eventCount, initiativeAt, initiativeBody } from '../support/journey';

let app: TestApp;
let second: TestApp;
const movable = { KYOGI_MOVABLE_CLOCK: 'true' };
const doors = () => [app, second];
const toDay = (day: string) => {
  for (const { app: nest } of doors()) nest.get(Clock).moveTo(new Date(`${day}T01:00:00Z`));
};

beforeAll(async () => {
  app = await TestApp.start(undefined, movable);
  second = await TestApp.start(undefined, movable, app);
  for (const [person, role] of [
    ['meti-deputy', 'DESK'],
    ['meti-third', 'DESK'],
    ['meti-fourth', 'DESK'],
    ['meti-chief', 'MIN_APPROVER'],
    ['meti-chief', 'DESK'],
    ['meti-other-chief', 'MIN_APPROVER'],
    ['meti-onlooker', 'OBSERVER'],
  ] as const)
    await app.register(person, role, 'METI');
  await query(app.database.url, `INSERT INTO identity.accounts VALUES ($1, 'chief-at-home', 'meti-chief')`, [
    app.issuer.url,
  ]);
  toDay('2027-06-01');
}, 60_000);
afterAll(async () => {
  await second?.close();
  await app?.close();
});

const terms = (to: string, more: object = {}) => ({
  ...{ to, role: 'MIN_APPROVER', organ: 'METI', kind: 'STANDING' },
  ...{ validFrom: '2027-06-01', validTo: '2027-12-01', reason: '出張のため' },
  ...more,
});
const post = async (door: TestApp, person: string, id: string, path: string, body: object, key = newKey()) =>
  door.send(`/v1/delegations/${id}/${path}`, {
    method: 'POST',
    token: await door.tokenOf(person),
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
  });
const grant = (person: string, to: string, more: object = {}, id = newDossierId(), door = app) =>
  post(door, person, id, 'grant-delegation', terms(to, more));
const revoke = (person: string, id: string) => post(app, person, id, 'revoke-delegation', { reason: '帰任' });
const granted = async (person: string, to: string, more: object = {}): Promise<string> => {
  const answer = await grant(person, to, more);
  expect(answer.status).toBe(201);
  return answer.json.delegationId as string;
};
const approve = (person: string, id: string, door = app) => door.command(person, id, 'approve-dossier', {});
const rule = ({ status, json, headers }: Answered) => ({
  status,
  rule: json.rule as string,
  type: headers.get('content-type')?.split(';')[0],
});
const refused = (status: number, name: string) => ({ status, rule: name, type: 'application/problem+json' });
const endAll = async () => {
  const { items } = (await app.send('/v1/delegations', { token: await app.tokenOf('meti-chief') })).json;
  for (const { id, state } of items as { id: string; state: string }[])
    if (state !== 'REVOKED') expect((await revoke('meti-chief', id)).status).toBe(200);
};
afterEach(endAll);

describe('a standing delegation (専決)', () => {
  it('lets the delegate approve, and is recorded as actor, on behalf of and delegation', async () => {
    const id = await initiativeAt(app, 'MIN_APPROVAL');
    expect(await approve('meti-deputy', id)).toMatchObject({ status: 403 });
    const delegationId = await granted('meti-approver', 'meti-deputy');
    expect(await approve('meti-deputy', id, second)).toMatchObject({ status: 200 });
    const [event] = await query(
      app.database.url,
      `SELECT meta -> 'actor' AS actor FROM events WHERE stream_id = $1 AND type = 'DossierApproved'`,
      [id],
    );
    expect(event?.actor).toEqual({
      ...{ person: 'meti-deputy', organ: 'METI', role: 'MIN_APPROVER' },
      ...{ onBehalfOf: 'meti-approver', delegationId },
    });
  });

  it('holds for the dossier types it names only', async () => {
    await granted('meti-approver', 'meti-deputy', { dossierTypes: ['guideline'] });
    expect(await approve('meti-deputy', await initiativeAt(app, 'MIN_APPROVAL'))).toMatchObject({
      status: 403,
    });
  });

  it('ends in the middle of an open task: with its period, its revocation, or the role of the delegator', async () => {
    const id = await initiativeAt(app, 'MIN_APPROVAL');
    await granted('meti-approver', 'meti-deputy', { validTo: '2027-06-03' });
    toDay('2027-06-02');
    await app.register('meti-guest', 'MIN_APPROVER', 'METI');
    const guests = await granted('meti-guest', 'meti-third');
    toDay('2027-06-03');
    expect(await approve('meti-deputy', id)).toMatchObject({ status: 403 });
    await app.revoke('meti-guest', 'MIN_APPROVER', 'METI');
    expect(await approve('meti-third', id)).toMatchObject({ status: 403 });
    await app.register('meti-guest', 'MIN_APPROVER', 'METI');
    expect((await revoke('meti-guest', guests)).status).toBe(200);
    expect(await approve('meti-third', id)).toMatchObject({ status: 403 });
    expect(await eventCount(app, id)).toBeGreaterThan(0);
  });

  it('is passed on once, records everybody, and ends with the one it came from', async () => {
    const first = await granted('meti-approver', 'meti-deputy');
    await granted('meti-deputy', 'meti-third');
    expect(rule(await grant('meti-third', 'meti-fourth'))).toEqual(refused(409, 'delegation-chain'));
    const id = await initiativeAt(app, 'MIN_APPROVAL');
    expect(await approve('meti-third', id)).toMatchObject({ status: 200 });
    const [event] = await query(
      app.database.url,
      `SELECT meta -> 'actor' AS actor FROM events WHERE stream_id = $1 AND type = 'DossierApproved'`,
      [id],
    );
    expect(event?.actor).toMatchObject({ onBehalfOf: 'meti-approver', through: ['meti-deputy'] });
    expect((await revoke('meti-approver', first)).status).toBe(200);
    expect(await approve('meti-third', await initiativeAt(app, 'MIN_APPROVAL'))).toMatchObject({
      status: 403,
    });
  });
});

describe('an acting delegation (代決)', () => {
  it('concurs for an absent person, who sees it afterwards (後閲); the decider owes nothing', async () => {
    const id = await initiativeAt(app, 'DRAFT');
    const concurrence = [
      { division: '情報政策課', person: 'meti-chief' },
      { division: '予算課', person: 'meti-other-chief' },
    ];
    const does = (person: string, path: string, data: object = {}) => app.command(person, id, path, data);
    expect((await does('meti-desk', 'request-approval', { concurrence })).status).toBe(200);
    const early = await approve('meti-approver', id);
    expect(rule(early)).toEqual(refused(409, 'internal-concurrence'));
    expect(early.json.missing).toEqual(concurrence);
    const standing = await granted('meti-chief', 'meti-deputy');
    expect(rule(await does('meti-deputy', 'concur-internally'))).toEqual(
      refused(403, 'internal-concurrence'),
    );
    expect((await revoke('meti-chief', standing)).status).toBe(200);
    const month = { kind: 'ACTING', validTo: '2027-07-01' };
    await granted('meti-chief', 'meti-deputy', month);
    expect((await does('meti-deputy', 'concur-internally')).status).toBe(200);
    expect((await does('meti-other-chief', 'concur-internally')).status).toBe(200);
    await granted('meti-approver', 'meti-third', month);
    expect((await approve('meti-third', id)).status).toBe(200);
    expect(rule(await does('meti-approver', 'post-view-approval'))).toEqual(refused(403, 'post-view'));
    expect(rule(await does('meti-deputy', 'post-view-approval'))).toEqual(refused(403, 'post-view'));
    expect((await does('meti-chief', 'post-view-approval')).status).toBe(200);
    expect(rule(await does('meti-chief', 'post-view-approval'))).toEqual(refused(403, 'post-view'));
    const [event] = await query(
      app.database.url,
      `SELECT data, meta -> 'actor' AS actor FROM events WHERE stream_id = $1 AND type = 'InternallyConcurred' ORDER BY id LIMIT 1`,
      [id],
    );
    expect(event).toMatchObject({
      data: { division: '情報政策課', person: 'meti-chief', acting: true },
      actor: { person: 'meti-deputy', onBehalfOf: 'meti-chief', acting: true },
    });
  });
});

describe('a grant', () => {
  it.each<[string, string, string, object, number, string]>([
    ['oneself', 'meti-approver', 'meti-approver', {}, 409, 'delegation-self'],
    ['a person of another ministry', 'meti-approver', 'mic-desk', {}, 403, 'delegate-organ'],
    ['nobody', 'meti-approver', 'nobody-at-all', {}, 403, 'delegate-organ'],
    ['another, of a role one does not hold', 'meti-desk', 'meti-deputy', {}, 403, 'delegator-role'],
    ['another, from outside of the ministry', 'mic-approver', 'meti-deputy', {}, 403, 'delegator-role'],
    [
      'another for two years',
      'meti-approver',
      'meti-deputy',
      { validTo: '2029-06-01' },
      409,
      'delegation-period',
    ],
    ['a stand-in for a season', 'meti-approver', 'meti-deputy', { kind: 'ACTING' }, 409, 'delegation-period'],
  ])('to %s is refused', async (_, from, to, more, status, name) => {
    const id = newDossierId();
    expect(rule(await grant(from, to, more, id))).toEqual(refused(status, name));
    expect(await eventCount(app, id)).toBe(0);
  });

  it.each([
    ['a role that is not delegated', { role: 'DESK' }],
    ['a person in the place of who asks', { from: 'meti-approver' }],
    ['a day that does not exist', { validTo: '2027-13-01' }],
  ])('with %s does not fit its schema', async (_, more) => {
    expect(await grant('meti-approver', 'meti-deputy', more)).toMatchObject({ status: 400 });
  });

  it('that is repeated with its key gets its first answer; with another content it is refused', async () => {
    const [id, key] = [newDossierId(), newKey()];
    const send = (to: string) => post(app, 'meti-approver', id, 'grant-delegation', terms(to), key);
    const first = await send('meti-deputy');
    const again = await send('meti-deputy');
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await send('meti-third')).toMatchObject({ status: 422 });
    expect(rule(await grant('meti-approver', 'meti-deputy'))).toEqual(refused(409, 'delegation-overlap'));
    expect(await grant('meti-approver', 'meti-third', {}, id)).toMatchObject({ status: 409 });
  });

  it('closes no circle, A -> B -> A, even when both are made at once over two processes', async () => {
    for (let round = 0; round < 20; round += 1) {
      const both = await Promise.all([
        grant('meti-chief', 'meti-other-chief', {}, newDossierId(), app),
        grant('meti-other-chief', 'meti-chief', {}, newDossierId(), second),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(both.map(({ json }) => json.rule as string | undefined)).toContain('delegation-cycle');
      await endAll();
    }
  });
});

describe('a delegation', () => {
  it('is seen by its own ministry only, and revoked by its delegator or an approver there', async () => {
    const id = await granted('meti-approver', 'meti-deputy');
    const seenBy = async (person: string) => {
      const { items } = (await app.send('/v1/delegations', { token: await app.tokenOf(person) })).json;
      return (items as { id: string }[]).some((one) => one.id === id);
    };
    expect([await seenBy('meti-desk'), await seenBy('mic-approver'), await seenBy('meti-onlooker')]).toEqual([
      ...[true, false, false],
    ]);
    expect(await revoke('mic-approver', id)).toMatchObject({ status: 404 });
    expect(rule(await revoke('meti-deputy', id))).toEqual(refused(403, 'delegation-revoker'));
    expect(await revoke('meti-other-chief', id)).toMatchObject({ status: 200 });
    expect(rule(await revoke('meti-approver', id))).toEqual(refused(409, 'delegation-revoked'));
  });

  it('is no dossier: no command finds it there', async () => {
    const id = await granted('meti-approver', 'meti-deputy');
    expect(await approve('meti-approver', id)).toMatchObject({ status: 404 });
    expect(await app.command('meti-desk', id, 'draft-dossier', initiativeBody())).toMatchObject({
      status: 409,
    });
    const dossier = await initiativeAt(app, 'DRAFT');
    expect(await grant('meti-approver', 'meti-deputy', {}, dossier)).toMatchObject({ status: 409 });
    expect(await revoke('meti-approver', dossier)).toMatchObject({ status: 404 });
  });
});

describe('four eyes', () => {
  const drafted = async () => {
    const id = newDossierId();
    expect(await app.command('meti-chief', id, 'draft-dossier', initiativeBody())).toMatchObject({
      status: 201,
    });
    expect(await app.command('meti-desk', id, 'request-approval', {})).toMatchObject({ status: 200 });
    return id;
  };

  it('are not two of one person, by whatever account', async () => {
    const id = await drafted();
    expect(rule(await approve('meti-chief', id))).toEqual(refused(403, 'four-eyes-filing'));
    expect(rule(await approve('chief-at-home', id))).toEqual(refused(403, 'four-eyes-filing'));
  });

  it('are not those of a person and of their delegate', async () => {
    const id = await drafted();
    await granted('meti-chief', 'meti-deputy');
    expect(rule(await approve('meti-deputy', id))).toEqual(refused(403, 'four-eyes-filing'));
  });

  it('are not those of a drafter who passes a delegation on', async () => {
    const id = newDossierId();
    await app.command('meti-deputy', id, 'draft-dossier', initiativeBody());
    await app.command('meti-desk', id, 'request-approval', {});
    await granted('meti-approver', 'meti-deputy');
    await granted('meti-deputy', 'meti-third');
    expect(rule(await approve('meti-third', id))).toEqual(refused(403, 'four-eyes-filing'));
  });

  it('are kept by the database too: a duty is taken for the delegate and for the represented', async () => {
    const id = await initiativeAt(app, 'MIN_APPROVAL');
    await granted('meti-approver', 'meti-deputy');
    expect(await approve('meti-deputy', id)).toMatchObject({ status: 200 });
    const rows = await query(
      app.database.url,
      `SELECT person FROM duties WHERE stream_id = $1 AND duty = 'approve' ORDER BY person`,
      [id],
    );
    expect(rows.map(({ person }) => person as string)).toEqual(['meti-approver', 'meti-deputy']);
  });
});
