import fc from 'fast-check';
import { headquarters } from '../../apps/headquarters/src/app';
import { Given, Story } from '../headquarters/given-events';
import { expectSoundRefusal } from '../security/fuzz';
import { TestApp } from '../support/app';
import { eventually } from '../support/eventually';

let app: TestApp;
let narrow: TestApp;
const story = new Story('initiative', { lead: 'METI' }).endorsed().add({
  type: 'DossierPublished',
  data: { stage: 'ENDORSED', url: 'https://x.example', language: 'ja', publishedOn: '2026-04-02' },
});
beforeAll(async () => {
  app = await TestApp.start(headquarters, { OPEN_DATA_PER_ADDRESS: '1000000' });
  const given = new Given(app.database.url);
  await given.tell(story);
  await given.end();
  narrow = await TestApp.start(
    headquarters,
    { OPEN_DATA_PER_ADDRESS: '3', TRUSTED_PROXIES: '127.0.0.1' },
    app,
  );
  await eventually(
    async () => expect((await app.send('/open-data/dossiers')).json.items).toHaveLength(1),
    30_000,
  );
}, 90_000);
afterAll(async () => {
  await narrow?.close();
  await app?.close();
});

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const escaped = (value: string) => (/\p{Cs}/u.test(value) ? '%ED%A0%80' : encodeURIComponent(value));
const nasty = fc.oneof(
  fc.constantFrom(
    ...[
      "' OR 1=1 --",
      '$1',
      '%',
      '\0',
      'a\0b',
      '\ud800',
      '',
      ' ',
      '-1',
      '1.5',
      '1e309',
      'NaN',
      '9'.repeat(40),
    ],
    ...[
      'x'.repeat(201),
      '../../etc/passwd',
      '__proto__',
      '*',
      '2026-02-30',
      '0000-01-01',
      '9999-12-31',
      'METI',
    ],
    ...['0000-01-01T00:00:00Z', '2026-01-01', '2026-01-01T00:00:00+09:00', '500', '501', 'csv', 'IN_FORCE'],
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.json().map((json) => Buffer.from(json).toString('base64url')),
  fc.tuple(fc.oneof(fc.double(), fc.maxSafeInteger()), fc.oneof(fc.double(), fc.string())).map(encoded),
);
const names = [
  ...[
    'format',
    'organ',
    'since',
    'limit',
    'cursor',
    'cursor',
    'at',
    'status',
    'type',
    'dossier',
    'lang',
    'x',
  ],
];
const address = fc
  .tuple(
    fc.oneof(
      fc.constantFrom('', '/guidelines', '/dossiers', '/decisions', '/dispositions', '/catalogue.jsonld'),
      nasty.map((id) => `/guidelines/${escaped(id)}`),
      fc.constant(`/dossiers/${story.id}`),
    ),
    fc.array(fc.tuple(fc.constantFrom(...names), nasty), { maxLength: 2 }),
  )
  .map(
    ([path, pairs]) =>
      `/open-data${path}?${pairs.map(([key, value]) => `${key}=${escaped(value)}`).join('&')}`,
  );

describe('the door of the public register', () => {
  it('answers whatever it is asked with data or with a problem document, 400 times', async () => {
    const seen: Record<number, number> = {};
    const send = async (asked: string) => {
      const answered = await app.send(asked);
      seen[answered.status] = (seen[answered.status] ?? 0) + 1;
      expect([asked, [200, 400, 404].includes(answered.status)]).toEqual([asked, true]);
      if (answered.status >= 400) expectSoundRefusal(answered);
      // What is no address at all is refused before it comes to this door.
      if (answered.status === 404) return;
      expect(answered.headers.get('access-control-allow-origin')).toBe('*');
      expect(answered.headers.get('cache-control')).toMatch(
        answered.status === 200 ? /^public/ : /^no-store$/,
      );
    };
    await fc.assert(fc.asyncProperty(address, send), { numRuns: 400, seed: 20261126 });
    expect(seen[400]).toBeGreaterThan(100);
    expect(seen[200]).toBeGreaterThan(30);
  }, 60_000);

  it.each([
    ...[
      '/guidelines?limit=0',
      '/guidelines?limit=501',
      '/guidelines?at=2026-02-30',
      '/dossiers?type=oral-item',
    ],
    ...['/decisions?at=2026-01-01', `/guidelines?cursor=${encoded([0.5, 0])}`, '/guidelines/x', '?lang=fr'],
  ])('refuses %s and says what to change', async (path) => {
    const answered = await app.send(`/open-data${path}`);
    expect(answered.status).toBe(400);
    expect(answered.json.faults.length).toBeGreaterThan(0);
  });

  it('counts what each address asks for, of all that there is together, and says when it may go on', async () => {
    const from = (ip: string, path: string) =>
      narrow.send(`/open-data${path}`, { headers: { 'x-forwarded-for': ip } });
    const paths = ['/guidelines', '/dossiers?format=csv', ''];
    const left: (string | null)[] = [];
    for (const path of paths) {
      const answered = await from('192.0.2.1', path);
      expect([path, answered.status]).toEqual([path, 200]);
      expect(answered.headers.get('ratelimit-limit')).toBe('3');
      left.push(answered.headers.get('ratelimit-remaining'));
    }
    expect(left).toEqual(['2', '1', '0']);
    const refused = await from('192.0.2.1', '/decisions');
    expect(refused.status).toBe(429);
    expectSoundRefusal(refused);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect((await from('192.0.2.2', '/decisions')).status).toBe(200);
    // Of IPv6 a sender has a /64.
    for (const end of ['1', '2', '3']) await from(`2001:db8::${end}`, '/decisions');
    expect((await from('2001:db8::4', '/decisions')).status).toBe(429);
    expect((await from('2001:db8:0:1::1', '/decisions')).status).toBe(200);
  });

  it('does not count those who have signed in, who ask elsewhere', async () => {
    await narrow.register('busy', 'LIAISON', 'METI');
    const token = await narrow.tokenOf('busy');
    for (let n = 0; n < 5; n += 1) expect((await narrow.send('/v1/organs', { token })).status).toBe(200);
  });
});
