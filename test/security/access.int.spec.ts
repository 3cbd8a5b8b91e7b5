import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform';
import { newDossierId, TestApp } from '../support/app';
import { eventCount } from '../support/journey';
import type { AccessRow } from './access-row';
import { commandAccess } from './access-table';
import { sides } from './consultation-access';

interface Operation {
  security?: unknown[];
}
const file = join(projectRoot(), 'docs', 'api', 'intake.openapi.json');
const document = JSON.parse(readFileSync(file, 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]) => ({
    path,
    method: method.toUpperCase(),
    open: operation.security?.length === 0,
  })),
);
/** A sheet of threads, each of which is allowed or refused as one that is raised. */
const opinionTable = '/v1/dossiers/{id}/opinion-table';
/** Who may erase is tried in test/evidence/erasure.int.spec.ts. */
const erasure = '/v1/dossiers/{id}/erase-payload';
const commandOf = (path: string) =>
  [opinionTable, erasure].includes(path) ? undefined : /^\/v1\/dossiers\/\{id\}\/([\w-]+)$/.exec(path)?.[1];
const commandRoutes = routes.flatMap(({ path }) => commandOf(path) ?? []);
const open = ['/health/live', '/health/ready', '/metrics', '/v1/public-comments/{id}'];
// The catalogue is the same for everybody. A spreadsheet's rows are commands: each is allowed or refused as one.
const delegations = [
  '/v1/delegations',
  '/v1/delegations/{id}/grant-delegation',
  '/v1/delegations/{id}/revoke-delegation',
];
const beside = [
  ...['/v1/catalogue', '/v1/filings', '/v1/public-comments/{id}/groups'],
  ...[opinionTable, erasure, ...delegations],
];

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
}, 60_000);
afterAll(() => app?.close());

const refusedColumns = ['wrongRole', 'otherMinistry', 'secretariat', 'observer'] as const;

describe('every route of the OpenAPI document', () => {
  it('has a row in the table of access, and only what has a route', () => {
    expect(Object.keys(commandAccess).sort()).toEqual([...commandRoutes].sort());
    const others = routes.filter(({ path }) => !commandOf(path)).map(({ path }) => path);
    expect([...new Set(others)].sort()).toEqual([...open, ...beside].sort());
    const opened = routes.filter((route) => route.open).map(({ path }) => path);
    expect([...new Set(opened)].sort()).toEqual([...open].sort());
  });

  it.each(commandRoutes)(
    '%s is refused to everybody but the right person, and writes nothing then',
    async (path) => {
      const access = commandAccess[path] as AccessRow;
      const id = await access.dossier(app);
      const before = await eventCount(app, id);
      for (const [person, status] of [...refusedColumns.map((column) => access[column]), ...access.others]) {
        const refused = await app.command(person, id, path, access.data);
        expect({ person, status: refused.status }).toEqual({ person, status });
        expect(refused.json.instance).toMatch(/^urn:kyogi:request:/);
      }
      for (const [kind, token] of Object.entries(await app.issuer.tokens.wrong(access.right[0]))) {
        const refused = await app.command('', id, path, access.data, { token });
        expect({ kind, status: refused.status }).toEqual({ kind, status: 401 });
      }
      expect(await eventCount(app, id)).toBe(before);
      const [person, status] = access.right;
      expect((await app.command(person, id, path, access.data)).status).toBe(status);
    },
  );

  it.each(sides)('%s', async (_what, dossier, person, path, data, status) => {
    const id = await dossier(app);
    const answered = await app.command(person, id, path, {
      ...(commandAccess[path]?.data as object),
      ...data,
    });
    expect([answered.status, answered.text]).toEqual([status, expect.anything()]);
  });

  it.each(routes.filter((route) => !route.open))(
    '$method $path is closed without a token',
    async ({ path, method }) => {
      const answered = await app.send(path.replace('{id}', newDossierId()), { method });
      expect(answered).toMatchObject({
        status: 401,
        json: { type: expect.stringContaining('/unauthenticated') },
      });
      expect(answered.headers.get('www-authenticate')).toBe('Bearer realm="kyogi"');
    },
  );

  it.each(routes.filter(({ path }) => beside.includes(path)))(
    '$method $path is closed to every wrong token',
    async ({ path, method }) => {
      for (const [kind, token] of Object.entries(await app.issuer.tokens.wrong('meti-desk')))
        expect({ kind, status: (await app.send(path, { token, method })).status }).toEqual({
          kind,
          status: 401,
        });
    },
  );

  it.each(['meti-desk', 'observer', 'hq-chair'])('/v1/catalogue is open to %s', async (person) => {
    expect((await app.send('/v1/catalogue', { token: await app.tokenOf(person) })).status).toBe(200);
  });
});

describe('a token', () => {
  it('of nobody here is refused with 403', async () => {
    const answered = await app.send('/v1/catalogue', { token: await app.tokenOf('stranger') });
    expect(answered).toMatchObject({
      status: 403,
      json: { type: expect.stringContaining('/not-permitted') },
    });
  });

  it('says what is wrong with it in WWW-Authenticate, and never makes the server ask another address for keys', async () => {
    const wrong = await app.issuer.tokens.wrong('meti-desk');
    const answered = await app.send('/v1/catalogue', { token: wrong.expired ?? '' });
    expect(answered.headers.get('www-authenticate')).toBe('Bearer realm="kyogi", error="invalid_token"');
    expect(answered.json.detail).toContain('expired');
    expect(app.issuer.strayRequests).toEqual([]);
  });

  it('gives no role that the database does not: claims of roles are not looked at', async () => {
    const claims = { roles: ['SECR_DIRECTOR'], role: 'LIAISON', organ: 'METI', scope: 'admin' };
    const token = await app.issuer.tokens.token('mic-desk', { claims });
    const data = commandAccess['draft-dossier']?.data;
    expect(await app.command('', newDossierId(), 'draft-dossier', data, { token })).toMatchObject({
      status: 403,
    });
  });

  it('is not taken from a query, a cookie or another scheme', async () => {
    const token = await app.tokenOf('meti-desk');
    for (const sent of [
      { authorization: `Basic ${token}` },
      { cookie: `access_token=${token}` },
      { authorization: token },
    ])
      expect((await app.send(`/v1/catalogue?access_token=${token}`, { headers: sent })).status).toBe(401);
  });
});
