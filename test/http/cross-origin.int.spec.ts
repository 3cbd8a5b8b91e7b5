import { TestApp } from '../support/app';

const page = 'https://desk.example.go.jp';
let app: TestApp;
let closed: TestApp;
beforeAll(async () => {
  app = await TestApp.start(undefined, { ALLOWED_ORIGINS: `${page},https://other.example` });
  closed = await TestApp.start(undefined, {}, app);
});
afterAll(async () => {
  await closed?.close();
  await app?.close();
});

const preflight = (asked: TestApp, origin: string) =>
  fetch(`${asked.url}/v1/catalogue`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
  });

describe('a page of another origin', () => {
  it('may call and read the answer when its origin is allowed', async () => {
    const asked = await preflight(app, page);
    expect(asked.headers.get('access-control-allow-origin')).toBe(page);
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization');
    const token = await app.tokenOf('meti-desk');
    const answer = await fetch(`${app.url}/v1/catalogue`, {
      headers: { origin: page, authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(page);
    expect(answer.headers.get('access-control-expose-headers')).toContain('etag');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it('may not when it is another one, or none is allowed', async () => {
    for (const [asked, origin] of [
      [app, 'https://evil.example'],
      [closed, page],
    ] as const) {
      const answer = await preflight(asked, origin);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});
