import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform';
import { delivery } from '../../apps/delivery/src/app';
import { subscribe } from '../delivery/subscriber';
import { Given, Story } from '../headquarters/given-events';
import { newDossierId, newKey, TestApp, type Answered } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { expectSoundRefusal } from './fuzz';

const file = join(projectRoot(), 'docs', 'api', 'delivery.openapi.json');
const document = JSON.parse(readFileSync(file, 'utf8')) as {
  paths: Record<string, Record<string, { security?: unknown[] }>>;
};
const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
);
const isOpen = (route: string): boolean => {
  const [method = '', path = ''] = route.split(' ');
  return document.paths[path]?.[method.toLowerCase()]?.security?.length === 0;
};

/** Who asks; subscriptions are METI's, one of each scope. */
const people = {
  liaison: ['LIAISON', 'METI'],
  desk: ['DESK', 'METI'],
  machine: ['DOWNSTREAM', 'METI'],
  'other liaison': ['LIAISON', 'MOF'],
  'other machine': ['DOWNSTREAM', 'MOF'],
  secretariat: ['SECR_REVIEWER', 'HQ'],
  director: ['SECR_DIRECTOR', 'HQ'],
  'hq machine': ['DOWNSTREAM', 'HQ'],
  public: ['PUBLIC', 'METI'],
} as const;
type Who = keyof typeof people;
type Scope = 'government' | 'organ';
const everybody = Object.keys(people) as Who[];

interface Row {
  /** `id` of a subscription, `event` of a draft of METI. */
  path: (id: string, event: string) => string;
  body?: (organ: string, scope: Scope) => unknown;
  /** Status for who may; whoever is named in `others` has theirs, and the rest 403 in METI and 404 elsewhere. */
  right: (scope: Scope) => readonly Who[];
  status?: number;
  refused?: (who: Who) => number;
}

const owners = (scope: Scope): readonly Who[] =>
  scope === 'government' ? ['liaison', 'machine'] : ['liaison'];
const ofMeti = (who: Who): number => (people[who][1] === 'METI' ? 403 : 404);
const reason = () => ({ reason: 'for the record' });
const change = (command: string, body: Row['body'], status = 200): Row => ({
  ...{ path: (id) => `/v1/subscriptions/${id}/${command}`, body: body!, right: owners, status },
});
const read = (path: Row['path'], status = 200): Row => ({ path, right: owners, status });
const headquarters = (path: string): Row => ({
  ...{ path: () => path, right: () => ['director', 'hq machine'], refused: () => 403 },
});
const inView = (path: string): Row => ({ path: () => path, right: () => everybody });

/** Every route of the document. Those of webhooks are refused to owners as well here: the subscriptions are read by pull. */
const access: Record<string, Row> = {
  'POST /v1/subscriptions/{id}/open-subscription': {
    path: () => `/v1/subscriptions/${newDossierId()}/open-subscription`,
    body: (organ, scope) => ({ organ, scope, name: 'x', transport: { kind: 'pull' } }),
    ...{ right: owners, status: 201, refused: () => 403 },
  },
  'POST /v1/subscriptions/{id}/change-subscription': change('change-subscription', () => ({ name: 'y' })),
  'POST /v1/subscriptions/{id}/disable-subscription': change('disable-subscription', reason),
  'POST /v1/subscriptions/{id}/enable-subscription': change('enable-subscription', reason, 409),
  'POST /v1/subscriptions/{id}/end-subscription': change('end-subscription', reason),
  'POST /v1/subscriptions/{id}/rotate-secret': change('rotate-secret', () => ({}), 409),
  'POST /v1/subscriptions/{id}/replay': change('replay', () => ({ from: 1, to: 1 }), 409),
  'POST /v1/subscriptions/{id}/acknowledge': change('acknowledge', () => ({ through: 0 })),
  'GET /v1/subscriptions': inView('/v1/subscriptions'),
  'GET /v1/subscriptions/{id}': read((id) => `/v1/subscriptions/${id}`),
  'GET /v1/subscriptions/{id}/troubled': read((id) => `/v1/subscriptions/${id}/troubled`),
  'GET /v1/events': read((id) => `/v1/events?subscription=${id}`),
  // A number that was not delivered: a stream that is opened would not end.
  'GET /v1/events/stream': read((id) => `/v1/events/stream?subscription=${id}&after=99999`, 400),
  'GET /v1/events/{eventId}': {
    path: (_id, event) => `/v1/events/${event}`,
    ...{ right: () => ['liaison', 'desk'], refused: () => 404 },
  },
  'GET /v1/ledger': headquarters('/v1/ledger?limit=1'),
  'GET /v1/ledger/digest': headquarters('/v1/ledger/digest'),
  'GET /asyncapi.json': inView('/asyncapi.json'),
  'GET /schemas/{place}': inView('/schemas/dossier-filed.v1.json'),
};

let app: TestApp;
let draft: { id: string; event: string };
const tokens = new Map<Who, string>();
beforeAll(async () => {
  app = await TestApp.start(delivery);
  for (const who of everybody) {
    const [role, organ] = people[who];
    await app.register(who, role, organ);
    tokens.set(who, await app.tokenOf(who));
  }
  const given = new Given(app.database.url);
  const story = new Story('initiative', { lead: 'METI' }).drafted();
  await given.tell(story);
  await given.end();
  await eventually(async () => {
    const sql = 'SELECT event_id FROM delivery.announcements WHERE dossier_id = $1';
    const [row] = await query(app.database.url, sql, [story.id]);
    draft = { id: story.id, event: row!.event_id as string };
  });
}, 60_000);
afterAll(() => app?.close());

const ask = (route: string, id: string, token: string | undefined, scope: Scope): Promise<Answered> => {
  const row = access[route]!;
  const body = row.body?.('METI', scope);
  return app.send(row.path(id, draft.event), {
    ...{ token, method: route.split(' ')[0]!, ...(body !== undefined && { body: JSON.stringify(body) }) },
    headers: {
      'content-type': body === undefined ? undefined : 'application/json',
      'idempotency-key': newKey(),
    },
  });
};

describe('every route of the OpenAPI document of delivery', () => {
  it('has a row in the table of access, and only what has a route', () => {
    expect(Object.keys(access).sort()).toEqual([...routes].sort());
  });

  it.each(
    routes.flatMap((route) => (['government', 'organ'] as const).map((scope) => [route, scope] as const)),
  )(
    '%s is for whom it should be, scope %s',
    async (route, scope) => {
      const row = access[route]!;
      const right = row.right(scope);
      const ordered = [...everybody.filter((who) => !right.includes(who)), ...right];
      const name = `the secret name (${scope})`;
      let id = await subscribe(app, 'liaison', { scope, name });
      for (const who of ordered) {
        if (right.indexOf(who) > 0 && row.body) id = await subscribe(app, 'liaison', { scope, name });
        const answered = await ask(route, id, tokens.get(who), scope);
        const status = right.includes(who) ? (row.status ?? 200) : (row.refused ?? ofMeti)(who);
        expect({ who, status: answered.status }).toEqual({ who, status });
        if (answered.status >= 400) expectSoundRefusal(answered);
        if (owners(scope).includes(who) || isOpen(route) || route.includes('/v1/ledger')) continue;
        expect({ who, leaks: answered.text.includes(name) }).toEqual({ who, leaks: false });
        if (who !== 'desk') expect(answered.text).not.toContain(draft.id);
      }
    },
    30_000,
  );

  it.each(routes.filter((route) => !isOpen(route)))(
    '%s is closed without a token, with every wrong one, and to a stranger',
    async (route) => {
      const id = await subscribe(app, 'liaison');
      const wrong = await app.issuer.tokens.wrong('liaison');
      for (const [kind, token] of [['none', undefined], ...Object.entries(wrong)] as [string, string?][]) {
        const answered = await ask(route, id, token, 'government');
        expect({ kind, status: answered.status }).toEqual({ kind, status: 401 });
        expectSoundRefusal(answered);
      }
      const stranger = await ask(route, id, await app.tokenOf('nobody-here'), 'government');
      expect(stranger.status).toBe(403);
      expect(app.issuer.strayRequests).toEqual([]);
    },
  );
});
