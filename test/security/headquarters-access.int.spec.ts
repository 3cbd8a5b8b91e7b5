import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform';
import { readModels } from '../../apps/headquarters/src/projections/index.js';
import { headquarters } from '../../apps/headquarters/src/app';
import { Given } from '../headquarters/given-events';
import { TestApp, type Answered } from '../support/app';
import { eventually } from '../support/eventually';
import { expectSoundRefusal } from './fuzz';
import {
  eyes,
  markOf,
  queryAccess,
  storiesByStage,
  type Eyes,
  type QueryRow,
  type Shown,
} from './headquarters-table';

const file = join(projectRoot(), 'docs', 'api', 'headquarters.openapi.json');
const document = JSON.parse(readFileSync(file, 'utf8')) as {
  paths: Record<string, Record<string, { security?: unknown[] }>>;
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { security }]) => ({
    route: `${method.toUpperCase()} ${path}`,
    isOpen: security?.length === 0,
  })),
);
const routes = operations.map(({ route }) => route);
/** The public register, and nothing else. */
const openRoutes = operations.filter(({ isOpen }) => isOpen).map(({ route }) => route);
const closedRoutes = routes.filter((route) => !openRoutes.includes(route));
const stories = storiesByStage();
const stages = Object.keys(stories) as Shown[];
const people = Object.keys(eyes) as Eyes[];
const rebuild = 'POST /v1/read-models/{name}/rebuild';

let app: TestApp;
const tokens = new Map<Eyes, string>();
let position = 0;
beforeAll(async () => {
  app = await TestApp.start(headquarters, { OPEN_DATA_PER_ADDRESS: '1000000' });
  const given = new Given(app.database.url);
  for (const story of Object.values(stories)) position = await given.tell(story);
  await given.end();
  for (const [name, { role, organ }] of Object.entries(eyes)) {
    await app.register(name, role ?? 'DESK', organ);
    if (!role) await app.revoke(name, 'DESK', organ);
    tokens.set(name as Eyes, await app.tokenOf(name));
  }
  await eventually(async () => {
    const { json } = await app.send('/v1/read-models', { token: tokens.get('director') });
    const positions = (json.items as { position: number }[]).map((item) => item.position);
    expect(Math.min(...positions)).toBeGreaterThanOrEqual(position);
    expect(positions).toHaveLength(readModels.length);
  }, 30_000);
}, 90_000);
afterAll(() => app?.close());

const ask = (route: string, path: string, token?: string) =>
  app.send(path, {
    token,
    method: route.split(' ')[0] ?? '',
    headers: { 'min-position': String(position) },
  });

/** What of the dossiers that are not open to a person stands in an answer all the same. */
const leaksIn = (text: string, sees: readonly Shown[]) =>
  stages.filter(
    (stage) => !sees.includes(stage) && (text.includes(markOf(stage)) || text.includes(stories[stage].id)),
  );

const isMachine = (person: Eyes) => eyes[person].role === 'DOWNSTREAM';

/** Persons in an answer that it may not name: an explanation names those of the own organ to it, and all to the secretariat. */
const strangersIn = (text: string, { namesOwn }: QueryRow, person: Eyes): string[] => {
  const { organ } = eyes[person];
  const persons = [...new Set(text.match(/[a-z]+-person/g))];
  if (!namesOwn || isMachine(person)) return persons;
  return organ === 'HQ' ? [] : persons.filter((one) => one !== `${organ.toLowerCase()}-person`);
};

const byRole = ({ roles, seen, unseen }: QueryRow, person: Eyes): number =>
  roles?.test(eyes[person].role ?? '') ? seen : unseen;

const expectOpenAsTold = (
  person: Eyes,
  stage: Shown,
  first: boolean,
  row: QueryRow,
  path: string,
  answered: Answered,
) => {
  const { organ } = eyes[person];
  const sees: readonly Shown[] = eyes[person].sees;
  const seen = row.plans && !(row.plans.includes(organ) && !isMachine(person)) ? 403 : row.seen;
  const status = row.roles ? byRole(row, person) : sees.includes(stage) ? seen : row.unseen;
  const told = { person, stage, path };
  expect({ ...told, status: answered.status, leaks: leaksIn(answered.text, sees) }).toEqual({
    ...told,
    status,
    leaks: [],
  });
  expect({ ...told, persons: strangersIn(answered.text, row, person) }).toEqual({ ...told, persons: [] });
  if (status >= 400) expectSoundRefusal(answered);
  else if (first) row.check?.(answered.json, sees, organ === 'METI' && sees.includes('DRAFT'));
};

describe('every route of the OpenAPI document of headquarters', () => {
  it('has a row in the table of access, and only what has a route', () => {
    expect(Object.keys(queryAccess).sort()).toEqual([...routes].sort());
  });

  it.each(routes.filter((route) => route !== rebuild))(
    '%s shows everybody what is open to them, and nothing of the rest',
    async (route) => {
      const row = queryAccess[route] as QueryRow;
      for (const person of people)
        for (const stage of stages)
          for (const [nth, path] of row.paths(stories[stage]).entries())
            expectOpenAsTold(person, stage, nth === 0, row, path, await ask(route, path, tokens.get(person)));
    },
    60_000,
  );

  it('is closed but for the public register', () => {
    expect(openRoutes.sort()).toEqual(routes.filter((route) => route.startsWith('GET /open-data')).sort());
    expect(openRoutes).toHaveLength(8);
  });

  it.each(openRoutes)('%s asks nobody who they are, and answers all alike', async (route) => {
    const path = queryAccess[route]?.paths(stories.ENDORSED)[0] ?? '';
    const plain = await ask(route, path);
    const tokens = Object.values(await app.issuer.tokens.wrong('director'));
    for (const token of [...tokens, await app.tokenOf('director'), await app.tokenOf('nobody-here')]) {
      const { status, json, text } = await ask(route, path, token);
      expect([status, status === 200 ? text : json.detail]).toEqual([
        ...[plain.status, status === 200 ? plain.text : plain.json.detail],
      ]);
    }
    expect(leaksIn(plain.text, [])).toEqual([]);
  });

  it.each(closedRoutes)(
    '%s is closed without a token, with every wrong one, and to a stranger',
    async (route) => {
      const path = queryAccess[route]?.paths(stories.ENDORSED)[0] ?? '';
      const refused: [string, string | undefined, number][] = [
        ['none', undefined, 401],
        ['a stranger', await app.tokenOf('nobody-here'), 403],
        ...Object.entries(await app.issuer.tokens.wrong('director')).map(
          ([kind, token]): [string, string, number] => [kind, token, 401],
        ),
      ];
      for (const [kind, token, status] of refused) {
        const answered = await ask(route, path, token);
        expect({ kind, status: answered.status }).toEqual({ kind, status });
        expectSoundRefusal(answered);
        expect(leaksIn(answered.text, [])).toEqual([]);
      }
      expect(app.issuer.strayRequests).toEqual([]);
    },
  );
});

describe('the machine downstream', () => {
  it.each(['', '/versions/1'])('gets no name or extension of an official (%s)', async (tail) => {
    const path = `/v1/dossiers/${stories.ENDORSED.id}${tail}`;
    const extension = stories.ENDORSED.body().head.contact.extension ?? '';
    expect((await ask('GET', path, tokens.get('other liaison'))).text).toContain(extension);
    expect((await ask('GET', path, tokens.get('machine downstream'))).text).not.toContain(extension);
  });
});

describe('a read model', () => {
  it('is rebuilt for nobody else', async () => {
    for (const person of people.filter((name) => name !== 'director')) {
      const refused = await ask(rebuild, '/v1/read-models/timeline/rebuild', tokens.get(person));
      expect({ person, status: refused.status }).toEqual({ person, status: 403 });
      expectSoundRefusal(refused);
    }
  });

  // Last, because it changes what the others look at.
  it('is rebuilt for the director', async () => {
    const begun = await ask(rebuild, '/v1/read-models/timeline/rebuild', tokens.get('director'));
    expect([begun.status, begun.json]).toEqual([202, { name: 'timeline', generation: 2 }]);
  });
});
