import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { newDossierId, TestApp, type Sent } from '../support/app';
import { initiativeBody } from '../support/journey';
import { expectSoundRefusal, fuzz } from './fuzz';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
}, 60_000);
afterAll(() => app?.close());

const post = async (body: unknown, headers: Sent['headers'] = {}) =>
  app.send(`/v1/dossiers/${newDossierId()}/draft-dossier`, {
    method: 'POST',
    token: await app.tokenOf('meti-desk'),
    body,
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
  });
const nested = (depth: number) => {
  const body = initiativeBody() as Record<string, unknown>;
  let clause: object = { id: 'c', text: 't', children: [] };
  for (let i = 0; i < depth; i += 1) clause = { id: `c${i}`, text: 't', children: [clause] };
  return JSON.stringify({ ...body, clauses: [clause] });
};

describe('a bad request', () => {
  it.each([
    ['malformed JSON', '{"type": "initiative",\n "head" }', 400, 'malformed-body', /line 2/],
    ['a body cut off', JSON.stringify(initiativeBody()).slice(0, 200), 400, 'malformed-body', /not JSON/],
    ['bad UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 400, 'malformed-body', /byte is number 2/],
    ['a prototype key', '{"__proto__":{"isAdmin":true}}', 400, 'malformed-body', /__proto__/],
    ['a NUL in a text', '{"type":"initiative\\u0000"}', 400, 'malformed-body', /\/type/],
    ['half a surrogate pair', '{"type":"\\udc00"}', 400, 'malformed-body', /surrogate/],
    ['JSON of 100,000 levels', '['.repeat(100_000), 400, 'malformed-body', /64 levels/],
    ['clauses of 40 levels', nested(40), 400, 'malformed-body', /64 levels/],
    ['an array for an object', '[]', 400, 'invalid-request', /body/i],
    ['a number for an object', '1', 400, 'invalid-request', /body/i],
    ['nothing', '', 400, 'invalid-request', /type/],
    [
      'a number that overflows',
      '{"type":"guideline","content":{"pages":1e400}}',
      400,
      'invalid-request',
      /see faults/,
    ],
    ['more than the limit', JSON.stringify('x'.repeat(1_048_576)), 413, 'body-too-large', /1048576 bytes/],
  ])('of %s is told what to change', async (_, body, status, type, detail) => {
    const refused = await post(body);
    expect(refused).toMatchObject({ status, json: { type: `https://kyogi.example/problems/${type}` } });
    expect(refused.json.detail).toMatch(detail);
    expectSoundRefusal(refused);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'application/json; charset=shift_jis',
  ])('of type %s is refused with 415', async (type) => {
    const refused = await post('{}', { 'content-type': type });
    expect(refused).toMatchObject({ status: 415, json: { detail: expect.stringContaining('UTF-8') } });
    expectSoundRefusal(refused);
  });

  it('that is not even HTTP gets a problem document', async () => {
    const say = async (request: string) => {
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
      socket.write(request);
      return text(socket);
    };
    for (const request of [
      'NONSENSE\r\n\r\n',
      `GET / HTTP/1.1\r\nhost: x\r\nbig: ${'y'.repeat(20_000)}\r\n\r\n`,
    ]) {
      const [head = '', body = ''] = (await say(request)).split('\r\n\r\n');
      expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\ncontent-type: application\/problem\+json/);
      expect(JSON.parse(body)).toMatchObject({
        status: 400,
        type: 'https://kyogi.example/problems/invalid-request',
      });
    }
  });

  it('writes nothing and never shows the inside, in 500 random and broken ones', async () => {
    const seen = await fuzz(app, 500, 11);
    expect(Object.keys(seen).filter((status) => Number(status) >= 500)).toEqual([]);
    expect(seen[400]).toBeGreaterThan(100);
    expect(await app.send('/health/ready')).toMatchObject({ status: 200 });
  }, 60_000);
});

describe('without its database', () => {
  let lonely: TestApp;
  beforeAll(async () => {
    lonely = await TestApp.start(
      undefined,
      { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:9/none' },
      app,
    );
  });
  afterAll(() => lonely?.close());

  it('is not ready, and says which part is missing', async () => {
    const answered = await lonely.send('/health/ready');
    expect(answered).toMatchObject({ status: 503, json: { checks: { database: { ok: false } } } });
    expectSoundRefusal(answered);
    expect(await lonely.send('/health/live')).toMatchObject({ status: 200 });
  });

  it('answers a command with 503 and when to try again', async () => {
    const answered = await lonely.command('meti-desk', newDossierId(), 'draft-dossier', initiativeBody());
    expect(answered).toMatchObject({ status: 503, json: { type: expect.stringContaining('/unavailable') } });
    expect(answered.headers.get('retry-after')).toBe('1');
    expectSoundRefusal(answered);
  });
});

describe('without the keys of its issuer', () => {
  it('lets nobody in', async () => {
    const blind = await TestApp.start(undefined, { OIDC_JWKS_URL: 'http://127.0.0.1:9/jwks' }, app);
    try {
      const answered = await blind.send('/v1/catalogue', { token: await app.tokenOf('meti-desk') });
      expect(answered.status).toBe(503);
      expectSoundRefusal(answered);
    } finally {
      await blind.close();
    }
  });
});
