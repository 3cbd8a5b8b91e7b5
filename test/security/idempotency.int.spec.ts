import { CommandAnswer } from '#contracts';
import { newDossierId, newKey, TestApp } from '../support/app';
import { eventCount, initiativeAt, initiativeBody } from '../support/journey';

let app: TestApp;
let second: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
  second = await TestApp.start(undefined, {}, app);
}, 60_000);
afterAll(async () => {
  await second?.close();
  await app?.close();
});

const draft = (
  door: TestApp,
  id: string,
  key: string,
  body: unknown = initiativeBody(),
  person = 'meti-desk',
) => door.command(person, id, 'draft-dossier', body, { headers: { 'idempotency-key': key } });
const revision = (summary: string) => ({ type: 'initiative', head: { ...initiativeBody().head, summary } });

describe('a repeated command', () => {
  it('has one effect among 50 copies at once over two processes, and every copy gets the same bytes', async () => {
    const [id, key] = [newDossierId(), newKey()];
    const copies = await Promise.all(
      Array.from({ length: 50 }, (_, i) => draft(i % 2 ? app : second, id, key)),
    );
    expect(new Set(copies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(copies.map(({ text }) => text)).size).toBe(1);
    expect(new Set(copies.map(({ headers }) => headers.get('etag'))).size).toBe(1);
    expect(copies.filter(({ headers }) => headers.get('idempotency-replayed') === null)).toHaveLength(1);
    expect(await eventCount(app, id)).toBe(CommandAnswer.parse(copies[0]?.json).version);
  });

  it('has one effect among 50 copies of a change, too', async () => {
    const [id, key] = [await initiativeAt(app, 'DRAFT'), newKey()];
    const before = await eventCount(app, id);
    const copies = await Promise.all(
      Array.from({ length: 50 }, () =>
        app.command('meti-desk', id, 'revise-dossier', revision('once'), {
          headers: { 'idempotency-key': key, 'if-match': `"${before}"` },
        }),
      ),
    );
    expect(new Set(copies.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(copies[0]?.status).toBe(200);
    expect(await eventCount(app, id)).toBe(copies[0]?.json.version);
  });

  it('gets its first answer after the dossier has moved on', async () => {
    const [id, key] = [newDossierId(), newKey()];
    const first = await draft(app, id, key);
    await app.command('meti-desk', id, 'request-approval', {});
    const again = await draft(second, id, key);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
  });

  it('may write its JSON in another order', async () => {
    const [id, key] = [newDossierId(), newKey()];
    const body = initiativeBody();
    const reversed = Object.fromEntries(Object.entries(body).reverse());
    const first = await draft(app, id, key, body);
    expect((await draft(app, id, key, reversed)).text).toBe(first.text);
  });
});

describe('a used key', () => {
  it('is refused with another body, another dossier or another expected version, and nothing is written', async () => {
    const [id, other, key] = [newDossierId(), newDossierId(), newKey()];
    await draft(app, id, key);
    const events = await eventCount(app, id);
    const changed = { ...initiativeBody(), head: { ...initiativeBody().head, summary: 'changed' } };
    expect(await draft(app, id, key, changed)).toMatchObject({
      status: 422,
      json: { type: expect.stringContaining('/key-reused') },
    });
    expect(await draft(app, other, key)).toMatchObject({ status: 422 });
    expect([await eventCount(app, id), await eventCount(app, other)]).toEqual([events, 0]);
    const ask = (version: string) =>
      app.command(
        'meti-desk',
        id,
        'request-approval',
        {},
        { headers: { 'idempotency-key': key, 'if-match': version } },
      );
    expect(await ask(`"${events}"`)).toMatchObject({ status: 200 });
    expect(await ask('*')).toMatchObject({ status: 422 });
  });

  it('says nothing to another person: their request is their own', async () => {
    const key = newKey();
    const mine = await draft(app, newDossierId(), key);
    const body = { ...initiativeBody(), head: { ...initiativeBody().head, lead: 'MIC' } };
    const theirs = await draft(app, newDossierId(), key, body, 'mic-desk');
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.json.dossierId).not.toBe(mine.json.dossierId);
  });

  it('is free again when the request was refused', async () => {
    const [id, key] = [newDossierId(), newKey()];
    expect(await draft(app, id, key, { ...initiativeBody(), surplus: 1 })).toMatchObject({ status: 400 });
    expect(await draft(app, id, key)).toMatchObject({ status: 201 });
  });
});
