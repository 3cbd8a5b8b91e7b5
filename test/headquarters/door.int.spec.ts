import { DossierPage, ReadModelList } from '#contracts';
import { headquarters } from '../../apps/headquarters/src/app.js';
import { routes } from '../../apps/headquarters/src/routes.js';
import { TestApp } from '../support/app';
import { eventually } from '../support/eventually';
import { Given, participant, Story } from './given-events';

let app: TestApp;
let given: Given;

beforeAll(async () => {
  app = await TestApp.start(headquarters);
  given = new Given(app.database.url);
  await app.register('director', 'SECR_DIRECTOR', 'HQ');
  await app.register('reviewer', 'SECR_REVIEWER', 'HQ');
  await app.register('meti', 'LIAISON', 'METI');
  await app.register('mof', 'LIAISON', 'MOF');
  await eventually(async () => expect((await app.send('/health/ready')).status).toBe(200), 20_000);
}, 90_000);
afterAll(async () => {
  await given.end();
  await app.close();
}, 30_000);

const ask = async (person: string, path: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.send(path, { token: await app.tokenOf(person), method, headers });

describe('the door of headquarters', () => {
  it('answers a query that has seen its own write, and says which position it stands for', async () => {
    const story = new Story('initiative', { lead: 'METI' }).filed();
    const position = await given.tell(story);
    const answer = await ask('reviewer', `/v1/dossiers/${story.id}`, { 'min-position': String(position) });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe(`"${story.events.length}"`);
    expect(Number(answer.headers.get('kyogi-position'))).toBeGreaterThanOrEqual(position);
    expect(answer.json).toMatchObject({ stage: 'FILED', lead: 'METI', holder: 'secretariat' });
    expect((await ask('mof', `/v1/dossiers/${story.id}`)).status).toBe(404);
    const list = await ask('reviewer', '/v1/dossiers?q=路面');
    expect(DossierPage.parse(list.json).items.map(({ dossierId }) => dossierId)).toContain(story.id);
    const timeline = await ask('meti', `/v1/dossiers/${story.id}/timeline?limit=2`);
    expect(timeline.json.items).toHaveLength(2);
    expect(timeline.json.items[0].sentence).toEqual({
      ja: 'METIが起案した。',
      en: 'METI drafted the dossier.',
    });
    const inbox = await ask('reviewer', `/v1/inbox?organ=HQ&dossierId=${story.id}`);
    expect(inbox.json.items.map((item: { kind: string }) => item.kind)).toEqual(['check-wanted']);
    expect((await ask('mof', '/v1/inbox?organ=HQ')).json.items).toEqual([]);
    expect((await ask('meti', `/v1/dossiers/${story.id}/versions/1`)).json.content.problem).toContain(
      '点検員',
    );
  });

  it('answers 503 with Retry-After when the position is not reached in two seconds', async () => {
    const answer = await ask('reviewer', '/v1/inbox', { 'min-position': String((await given.number()) + 5) });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
    expect(answer.json.type).toContain('/problems/not-yet-visible');
  });

  it.each([
    '/v1/dossiers?nonsense=1',
    '/v1/dossiers?limit=0',
    '/v1/dossiers?limit=201',
    '/v1/dossiers?stage=filed',
    '/v1/dossiers?stage=FILED&stage=DRAFT',
    '/v1/dossiers?cursor=!!',
    '/v1/dossiers?overdue=yes',
    '/v1/dossiers/not-a-ulid',
    '/v1/inbox?organ=meti',
    '/v1/board?now=yesterday',
    '/v1/organs?x=1',
  ])('refuses %s and says what to change', async (path) => {
    const answer = await ask('reviewer', path);
    expect(answer.status).toBe(400);
    expect(answer.json.faults.length).toBeGreaterThan(0);
  });

  it('refuses a Min-Position that is no number', async () => {
    expect((await ask('reviewer', '/v1/board', { 'min-position': 'latest' })).status).toBe(400);
  });

  it('serves the routes of its OpenAPI document, each but those of the public register to signed-in people only', async () => {
    for (const { method, path, open, params } of routes) {
      const filled = path.replace('{id}', new Story().id).replace('{no}', '1').replace('{name}', 'inbox');
      const status = open ? (params ? 404 : 200) : 401;
      expect([path, (await app.send(filled, { method: method.toUpperCase() })).status]).toEqual([
        path,
        status,
      ]);
    }
  });

  it('gives every answer the declared fields and no other', async () => {
    const story = new Story('guideline', { lead: 'METI' })
      .accepted()
      .consulted([participant('MOF')])
      .position('MOF');
    const position = String(await given.tell(story));
    // The ledger names these people, so that a leak of one would be seen here.
    const people = [...new Set(story.events.map(({ actor: { person } }) => person)), 'meti-desk'];
    expect(people).toEqual(expect.arrayContaining(['meti-person', 'hq-person', 'mof-person']));
    const secrets = [...people, 'consulted', 'circle', 'textReaders', 'earlier'];
    for (const { method, path, answer: schema, status } of routes.filter(
      ({ page, media, open, params }) => !page && !media && !(open && params),
    )) {
      const filled = path.replace('{id}', story.id).replace('{no}', '1').replace('{name}', 'timeline');
      const answer = await ask('director', filled, { 'min-position': position }, method.toUpperCase());
      expect([path, answer.status]).toEqual([path, status]);
      expect([path, schema.parse(answer.json)]).toEqual([path, answer.json]);
      // An explanation names persons to the secretariat, and quotes guards.
      const kept = path.endsWith('/explain') ? ['circle', 'textReaders'] : secrets;
      for (const secret of kept) expect([path, answer.text.includes(secret)]).toEqual([path, false]);
    }
  });

  it('rebuilds a read model for the director alone', async () => {
    expect((await ask('reviewer', '/v1/read-models/dossiers/rebuild', {}, 'POST')).status).toBe(403);
    expect((await ask('director', '/v1/read-models/nothing/rebuild', {}, 'POST')).status).toBe(404);
    const begun = await ask('director', '/v1/read-models/dossiers/rebuild', {}, 'POST');
    expect([begun.status, begun.json]).toEqual([202, { name: 'dossiers', generation: 2 }]);
    await eventually(async () => {
      const { items } = ReadModelList.parse((await ask('meti', '/v1/read-models')).json);
      const built = items.find(({ name, generation }) => name === 'dossiers' && generation === 2);
      expect(built).toMatchObject({ state: 'live', stopped: null });
      expect((await ask('reviewer', '/v1/dossiers')).status).toBe(200);
    }, 20_000);
  }, 30_000);

  it('takes a role away at once', async () => {
    await app.register('leaver', 'LIAISON', 'METI');
    expect((await ask('leaver', '/v1/dossiers')).json.items.length).toBeGreaterThan(0);
    await app.revoke('leaver', 'LIAISON', 'METI');
    await eventually(async () => expect((await ask('leaver', '/v1/dossiers')).json.items).toEqual([]));
  });

  // Last: the projections stand still afterwards.
  it('is degraded by a stopped projection, still answers, and shows it in the metrics', async () => {
    const position = await given.tellRaw('x', 'Unheard', {});
    await eventually(async () => {
      const ready = await app.send('/health/ready');
      expect([ready.status, ready.json.status]).toEqual([200, 'degraded']);
      expect(ready.json.checks.projections.note).toContain(`is stopped at ${position}`);
      expect((await app.send('/metrics')).text).toMatch(
        /kyogi_projection_stopped\{model="inbox",generation="1"\} 1/,
      );
    }, 20_000);
    expect((await ask('reviewer', '/v1/board')).status).toBe(200);
    const errors = async (person: string) => {
      const { items } = ReadModelList.parse((await ask(person, '/v1/read-models')).json);
      return items.flatMap((item) => (item.stopped ? [item.stopped.error] : [])).join();
    };
    expect(await errors('director')).toContain('Unheard');
    expect(await errors('meti')).not.toContain('Unheard');
  }, 30_000);
});
