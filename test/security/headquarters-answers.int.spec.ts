import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { openapi } from '../../apps/headquarters/src/openapi';
import { headquarters } from '../../apps/headquarters/src/app';
import type { Route } from '../../apps/headquarters/src/route';
import { routes } from '../../apps/headquarters/src/routes';
import { Given, participant, Story } from '../headquarters/given-events';
import { TestApp } from '../support/app';
import { eventually } from '../support/eventually';
import { keysDeclared, keysIn } from './declared-keys';
import { expectSoundRefusal } from './fuzz';
import { eyes, storiesByStage, type Eyes } from './headquarters-table';

const document = openapi() as {
  paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
};
const stories = [
  ...Object.values(storiesByStage()),
  new Story('guideline', { lead: 'METI' })
    .accepted()
    .consulted([participant('MOF', true)])
    .clock('consultation', 'MOF', 5),
];

let app: TestApp;
const tokens = new Map<Eyes, string>();
beforeAll(async () => {
  app = await TestApp.start(headquarters);
  const given = new Given(app.database.url);
  let position = 0;
  for (const story of stories) position = await given.tell(story);
  await given.end();
  for (const [name, { role, organ }] of Object.entries(eyes)) {
    await app.register(name, role ?? 'DESK', organ);
    tokens.set(name as Eyes, await app.tokenOf(name));
  }
  await eventually(async () => {
    const { json } = await app.send('/v1/read-models', { token: tokens.get('director') });
    const positions = (json.items as { position: number }[]).map((item) => item.position);
    expect(Math.min(...positions)).toBeGreaterThanOrEqual(position);
  }, 30_000);
}, 90_000);
afterAll(() => app?.close());

/** Declared, and absent from these answers: optional in a head that leaves them out, or told of a poisoned read model only. */
const leftOut = ['head.contact.name', 'head.contact.email', 'head.externalId', 'clauses[].tags'];
const incident = [
  ...['id', 'kind', 'day', 'organ', 'expected', 'expected.count', 'expected.sha256'],
  ...['found', 'found.count', 'found.sha256', 'foundAt', 'seenAt', 'closedAt'],
];
const unseen: Record<string, string[]> = {
  '/v1/dossiers/{id}': leftOut,
  '/v1/dossiers/{id}/versions/{no}': leftOut,
  // What each kind of item is about is in test/headquarters/inbox.int.spec.ts.
  '/v1/inbox': [
    ...['memorandumNo', 'objectionNo', 'organ', 'level', 'subscriptionId', 'changes'],
    ...['changes[].clauseId', 'changes[].change', 'clauseIds'],
  ].map((key) => `items[].about.${key}`),
  // Rows are asked for by dossier; that a deadline leaves too little time is in test/headquarters/time.int.spec.ts.
  '/v1/dwell': [
    ...['rows[].organ', 'rows[].stage'],
    ...['dossierId', 'roundNo', 'lead', 'kind', 'openedAt', 'dueAt', 'workingHours'].map(
      (key) => `rounds.overtime[].${key}`,
    ),
  ],
  // A difference is made on purpose in test/distance/reconcile.int.spec.ts.
  '/v1/incidents': incident.map((key) => `items[].${key}`),
  '/v1/reconciliations': incident.map((key) => `incidents[].${key}`),
  '/v1/read-models': ['items[].stopped.position', 'items[].stopped.eventId', 'items[].stopped.error'],
};

/** Queries that show all of an answer. */
const whole: Record<string, string> = {
  '/v1/inbox': '?state=all&limit=200',
  '/v1/dwell': '?by=dossier',
};

/** These stories have no thread; that every part of a sheet is shown is in test/one-case.spec.ts. */
const ofOneCase = /\/(consultation|as-of|explain)$/;

describe('an answer of headquarters (SE-3)', () => {
  const declaredFor = ({ path, method, status }: Route) => {
    const response = document.paths[path]?.[method]?.responses[status] as {
      content: { 'application/json': { schema: Record<string, unknown> } };
    };
    return keysDeclared(document, response.content['application/json'].schema);
  };

  // What the public register answers is in test/open-data: these stories have nothing in it.
  it.each(routes.filter(({ page, media, open }) => !page && !media && !open))(
    'to $method $path has the declared keys, whoever asks, and no other',
    async (route) => {
      const { keys, open } = declaredFor(route);
      const found = new Set<string>();
      for (const person of Object.keys(eyes) as Eyes[])
        for (const { id } of route.params ? stories : stories.slice(0, 1)) {
          const path = route.path.replace('{id}', id).replace('{no}', '1').replace('{name}', 'inbox');
          const all = whole[route.path] ?? '';
          const answered = await app.send(path + all, {
            token: tokens.get(person),
            method: route.method.toUpperCase(),
          });
          if (answered.status !== route.status) continue;
          for (const key of keysIn(answered.json, open)) found.add(key);
          expect({ person, undeclared: route.answer.parse(answered.json) }).toEqual({
            person,
            undeclared: answered.json,
          });
        }
      expect({ undeclared: [...found].filter((key) => !keys.includes(key)) }).toEqual({ undeclared: [] });
      if (ofOneCase.test(route.path)) return;
      expect(keys.filter((key) => !found.has(key))).toEqual(unseen[route.path] ?? []);
    },
  );
});

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const nasty = fc.oneof(
  fc.constantFrom(
    "' OR 1=1 --",
    "'; DROP TABLE dossiers; --",
    '$1',
    '%',
    '_',
    '\\',
    '\0',
    'a\0b',
    '\ud800',
    '',
    ' ',
    '-1',
    '1.5',
    '1e309',
    'NaN',
    '9'.repeat(16),
    '9'.repeat(40),
    'x'.repeat(201),
    '点'.repeat(200),
    '../../etc/passwd',
    '__proto__',
    'METI,HQ',
    '*',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999999999Z',
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const number = fc.oneof(
  fc.double(),
  fc.maxSafeInteger(),
  fc.constantFrom(1e300, 2 ** 31, -(2 ** 63), 0.5, -0),
);
const cursor = fc.oneof(
  nasty,
  fc.json().map((json) => Buffer.from(json).toString('base64url')),
  fc.tuple(number, fc.oneof(number, nasty)).map(encoded),
  fc.tuple(number).map(encoded),
);
const names = [
  ...['q', 'stage', 'lead', 'type', 'pillar', 'tag', 'holder', 'overdue', 'changedAfterPosition', 'limit'],
  ...['organ', 'role', 'dossierId', 'state', 'now', 'nonsense', '__proto__', 'q[]'],
];
const query = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom(...names), nasty),
      fc.tuple(fc.constant('q'), nasty),
      fc.tuple(fc.constant('cursor'), cursor),
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((pairs) => pairs.map(([key, value]) => `${encodeURIComponent(key)}=${escaped(value)}`).join('&'));
/** Half a surrogate pair cannot be percent-encoded by the book. */
const escaped = (value: string) => (/\p{Cs}/u.test(value) ? '%ED%A0%80' : encodeURIComponent(value));
const part = fc.oneof(
  fc.constantFrom('%00', '%2e%2e', '%zz', '%', '1%00', "1'--", '99999999999', 'x'.repeat(500), '{id}', '*'),
  fc.string({ unit: 'binary', minLength: 1 }).map(escaped),
);
const path = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(
      '/v1/dossiers',
      '/v1/inbox',
      '/v1/board',
      `/v1/dossiers/${stories[0]?.id}/timeline`,
    ),
  },
  part.map((id) => `/v1/dossiers/${id}`),
  part.map((no) => `/v1/dossiers/${stories[0]?.id}/versions/${no}`),
  part.map((name) => `/v1/read-models/${name}/rebuild`),
  part.map((any) => `/v1/${any}`),
);
const request = fc.record({
  address: fc.oneof(
    { weight: 3, arbitrary: fc.tuple(path, query).map(([address, asked]) => `${address}?${asked}`) },
    nasty.map((text) => `/v1/dossiers?q=${escaped(text)}`),
  ),
  method: fc.constantFrom('GET', 'GET', 'GET', 'GET', 'GET', 'POST', 'PUT', 'DELETE'),
  position: fc.option(fc.constantFrom('x', '-1', '1.0', '9'.repeat(17), '0x1', '1,2'), {
    nil: undefined,
    freq: 4,
  }),
});

describe('a bad query (SE-11)', () => {
  it.each(['own liaison', 'director'] as const)(
    'of the %s is refused by a problem document that shows nothing of the inside, 200 times',
    async (person) => {
      const seen: Record<number, number> = {};
      const send = async ({
        address,
        method,
        position,
      }: {
        address: string;
        method: string;
        position: string | undefined;
      }) => {
        const answered = await app.send(address, {
          token: tokens.get(person),
          method,
          headers: { 'min-position': position },
        });
        seen[answered.status] = (seen[answered.status] ?? 0) + 1;
        if (answered.status >= 400) expectSoundRefusal(answered);
        expect([200, 400, 403, 404, 405]).toContain(answered.status);
      };
      await fc.assert(fc.asyncProperty(request, send), { numRuns: 200, seed: 20261125 });
      expect(seen[400]).toBeGreaterThan(80);
      expect(seen[200]).toBeGreaterThan(5);
    },
    60_000,
  );

  it.each([
    '/v1/dossiers?q=%00',
    `/v1/dossiers?cursor=${encoded([1.5, 'x'])}`,
    `/v1/dossiers?cursor=${encoded([0, '\0'])}`,
    `/v1/inbox?cursor=${encoded([1e300, 0])}`,
    `/v1/dossiers/${stories[0]?.id}/timeline?cursor=${encoded([0.5])}`,
  ])('%s is refused', async (address) => {
    const answered = await app.send(address, { token: tokens.get('own liaison') });
    expect(answered.status).toBe(400);
    expectSoundRefusal(answered);
  });

  it('with a raw NUL in its address gets a problem document as well', async () => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
    socket.write('GET /v1/dossiers/\0 HTTP/1.1\r\nhost: x\r\n\r\n');
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\ncontent-type: application\/problem\+json/);
    expect(JSON.parse(body)).toMatchObject({
      status: 400,
      type: expect.stringContaining('/invalid-request'),
    });
  });
});
