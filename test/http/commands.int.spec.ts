import { dossierType } from '#contracts';
import { newDossierId, newKey, TestApp } from '../support/app';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
}, 60_000);
afterAll(() => app?.close());

const { type, example } = dossierType('initiative');
const initiative = (lead = 'METI') => ({ type, ...example, head: { ...example.head, lead } });

describe('the command door', () => {
  it('answers a creation with 201, the version as ETag, a Location and the position', async () => {
    const id = newDossierId();
    const made = await app.command('meti-desk', id, 'draft-dossier', initiative());
    expect(made.text).toContain('"stage":"DRAFT"');
    expect(made).toMatchObject({ status: 201, json: { dossierId: id, stage: 'DRAFT' } });
    expect(made.json.position).toBeGreaterThan(0);
    expect(made.headers.get('etag')).toBe(`"${made.json.version}"`);
    expect(made.headers.get('location')).toBe(`/v1/dossiers/${id}`);
    expect(made.headers.get('idempotency-replayed')).toBeNull();
  });

  it('goes on from the ETag it gave', async () => {
    const id = newDossierId();
    const made = await app.command('meti-desk', id, 'draft-dossier', initiative());
    const headers = { 'if-match': made.headers.get('etag') ?? '' };
    const sent = await app.command('meti-desk', id, 'request-approval', {}, { headers });
    expect(sent).toMatchObject({ status: 200, json: { stage: 'MIN_APPROVAL' } });
    expect(sent.json.version).toBeGreaterThan(made.json.version);
  });

  it('takes a key in quotes for the same key without', async () => {
    const [id, key] = [newDossierId(), newKey()];
    const first = await app.command('meti-desk', id, 'draft-dossier', initiative(), {
      headers: { 'idempotency-key': key },
    });
    const again = await app.command('meti-desk', id, 'draft-dossier', initiative(), {
      headers: { 'idempotency-key': `"${key}"` },
    });
    expect(again.text).toBe(first.text);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it.each([
    ['idempotency-key', undefined, 400, 'idempotency-key-missing'],
    ['idempotency-key', 'short', 400, 'invalid-request'],
    ['idempotency-key', 'a key with spaces that is long', 400, 'invalid-request'],
    ['if-match', undefined, 428, 'if-match-required'],
    ['if-match', 'W/"1"', 400, 'invalid-request'],
    ['if-match', '1', 400, 'invalid-request'],
    ['if-match', '"1", "2"', 400, 'invalid-request'],
    ['if-match', '"0"', 400, 'invalid-request'],
    ['if-match', '"99999999999999999999"', 400, 'invalid-request'],
    ['if-none-match', '*', 400, 'invalid-request'],
  ])('refuses %s: %s with %i %s', async (name, value, status, problem) => {
    const refused = await app.command(
      'meti-desk',
      newDossierId(),
      'request-approval',
      {},
      { headers: { [name]: value } },
    );
    expect(refused).toMatchObject({ status, json: { type: `https://kyogi.example/problems/${problem}` } });
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
  });

  it('refuses If-Match on a creation and takes If-None-Match: *', async () => {
    const draft = (headers: Record<string, string>) =>
      app.command('meti-desk', newDossierId(), 'draft-dossier', initiative(), { headers });
    expect(await draft({ 'if-match': '"1"' })).toMatchObject({ status: 400 });
    expect(await draft({ 'if-match': '*' })).toMatchObject({ status: 400 });
    expect(await draft({ 'if-none-match': '"1"' })).toMatchObject({ status: 400 });
    expect(await draft({ 'if-none-match': '*' })).toMatchObject({ status: 201 });
  });

  it('lists every fault of a body with its place', async () => {
    const body = {
      ...initiative(),
      surplus: 1,
      content: { aiStage: 'soon', start: '2026-02-30', unheard: true },
    };
    const refused = await app.command('meti-desk', newDossierId(), 'draft-dossier', body);
    const paths = refused.json.faults.map((fault: { path: string }) => fault.path);
    expect(refused.status).toBe(400);
    expect(paths).toEqual(
      expect.arrayContaining(['surplus', 'content.aiStage', 'content.start', 'content.unheard']),
    );
  });

  it.each([3, '3', '機密性3', '３'])(
    'refuses a marking of %s before anything else, and points at the oral item',
    async (confidentiality) => {
      const body = { type: 'initiative', wrong: true, head: { marking: { confidentiality } } };
      const refused = await app.command('meti-desk', newDossierId(), 'draft-dossier', body, {
        headers: { 'idempotency-key': undefined },
      });
      expect(refused).toMatchObject({
        status: 422,
        json: { type: expect.stringContaining('/marking-refused'), insteadType: 'oral-item' },
      });
      expect(refused.json.detail).toContain('oral-item');
    },
  );

  it.each([['極秘'], ['取扱注意', '秘'], ['特定秘密を含む']])(
    'refuses what is handled as %s, whatever level is written beside it',
    async (...handling) => {
      const body = { type: 'initiative', head: { marking: { confidentiality: 2, handling } } };
      const refused = await app.command('meti-desk', newDossierId(), 'draft-dossier', body);
      expect([refused.status, refused.json.insteadType]).toEqual([422, 'oral-item']);
    },
  );

  it('refuses an id that is no ULID and a command that does not exist', async () => {
    expect(await app.command('meti-desk', 'not-a-ulid', 'request-approval', {})).toMatchObject({
      status: 400,
    });
    expect(
      await app.command('meti-desk', '8ZZZZZZZZZZZZZZZZZZZZZZZZZ', 'request-approval', {}),
    ).toMatchObject({ status: 400 });
    expect(await app.command('meti-desk', newDossierId(), 'delete-dossier', {})).toMatchObject({
      status: 404,
    });
    expect(await app.command('meti-desk', newDossierId(), 'tick-clock', {})).toMatchObject({ status: 404 });
  });

  it('says which method an address takes', async () => {
    const got = await app.send(`/v1/dossiers/${newDossierId()}/request-approval`, {
      token: await app.tokenOf('meti-desk'),
    });
    expect(got).toMatchObject({ status: 405, json: { allow: ['POST'] } });
    expect(got.headers.get('allow')).toBe('POST');
  });

  it('keeps a sane correlation id and replaces another', async () => {
    const ask = (id: string) => app.send('/health/live', { headers: { 'x-correlation-id': id } });
    expect((await ask('ministry-42')).headers.get('x-correlation-id')).toBe('ministry-42');
    expect((await ask('a b')).headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('describes commands, types, procedures and examples in a catalogue', async () => {
    const { json } = await app.send('/v1/catalogue', { token: await app.tokenOf('meti-desk') });
    expect(json.commands).toContainEqual(
      expect.objectContaining({ name: 'FileDossier', by: { LIAISON: 'lead' } }),
    );
    expect(json.commands.map(({ name }: { name: string }) => name)).not.toContain('TickClock');
    for (const each of json.dossierTypes) expect(each.procedures[0].hash).toMatch(/^[0-9a-f]{64}$/);
    expect(json.schemas.Clause.properties.children.items).toEqual({ $ref: '#/components/schemas/Clause' });
  });
});

describe('operations', () => {
  it('says live and ready, and gives numbers, without a token', async () => {
    expect(await app.send('/health/live')).toMatchObject({ status: 200, json: { status: 'live' } });
    expect(await app.send('/health/ready')).toMatchObject({
      status: 200,
      json: { status: 'ready', checks: { database: { ok: true } } },
    });
    const metrics = await app.send('/metrics');
    expect(metrics.text).toMatch(/kyogi_commands_total\{command="DraftDossier",outcome="ok"\} [1-9]/);
    expect(metrics.text).toMatch(/kyogi_ledger_head [1-9]/);
  });

  it('serves its OpenAPI document and Swagger UI', async () => {
    const document = await app.send('/openapi.json');
    expect(document.json).toMatchObject({
      openapi: '3.1.0',
      components: { securitySchemes: { accessToken: { type: 'openIdConnect' } } },
    });
    expect((await app.send('/docs')).text).toContain('swagger-ui');
  });
});
