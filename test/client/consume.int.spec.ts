import { createServer, type Server } from 'node:http';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ChainBroken,
  consume,
  fileCursor,
  KyogiProblem,
  memoryCursor,
  type Delivered,
} from '../../libs/client/src/node';
import { delivery } from '../../apps/delivery/src/app';
import { Given } from '../headquarters/given-events';
import { randomOf, wander } from '../headquarters/wander';
import { TestApp } from '../support/app';
import { query } from '../support/database';
import { pullAll, subscribe } from '../delivery/subscriber';

let base: TestApp;
let app: TestApp;
let given: Given;
let head = 0;
let proxy: Server;
let proxied: string;
/** What the proxy does to an answer's body; it is asked for every one. */
let meddle: (body: string) => string = (body) => body;

beforeAll(async () => {
  base = await TestApp.start();
  app = await TestApp.start(delivery, {}, base);
  await app.register('secretary', 'SECR_REVIEWER', 'HQ');
  given = new Given(app.database.url);
  for (const story of wander(randomOf(5), 12)) head = await given.tell(story);
  proxy = createServer((incoming, answer) => {
    const headers = { authorization: incoming.headers.authorization ?? '' };
    void fetch(`${app.url}${incoming.url}`, { headers })
      .then(async (response) => {
        answer.writeHead(response.status, { 'content-type': response.headers.get('content-type') ?? '' });
        if (!incoming.url?.includes('/stream')) return answer.end(meddle(await response.text()));
        const decoder = new TextDecoder();
        for await (const bytes of response.body!) answer.write(meddle(decoder.decode(bytes)));
        return answer.end();
      })
      .catch(() => answer.destroy());
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => proxy.once('listening', resolve));
  proxied = `http://127.0.0.1:${(proxy.address() as { port: number }).port}`;
}, 90_000);
afterAll(async () => {
  proxy?.closeAllConnections();
  proxy?.close();
  await given?.end();
  await app?.close();
  await base?.close();
});

const token = () => app.tokenOf('secretary');
const open = () => subscribe(app, 'secretary', { organ: 'HQ', scope: 'organ', after: 0 });
const cursorFile = () => join(mkdtempSync(join(tmpdir(), 'kyogi-cursor-')), 'cursor');
const idsOf = (events: readonly { id: string }[]) => events.map(({ id }) => id);

describe('the ten lines of a consumer', () => {
  it.each(['pull', 'sse'] as const)(
    'get everything once, in order, over any number of ends, by %s',
    async (via) => {
      const subscription = await open();
      const all = await pullAll(app, 'secretary', subscription, head);
      const file = cursorFile();
      await fileCursor(file).save(0);
      const got: Delivered[] = [];
      const random = randomOf(3);
      while (got.length < all.length) {
        const some = 1 + Math.floor(random() * 60);
        let count = 0;
        for await (const event of consume({
          url: app.url,
          token,
          subscription,
          cursor: fileCursor(file),
          via,
        })) {
          // An end in the middle of dealing with a delivery: it comes again.
          if (count === some) break;
          got.push(event);
          count += 1;
          if (got.length === all.length) break;
        }
        // The one that was dealt with last when the loop was left was not counted as such.
        if (got.length < all.length) expect(Number(readFileSync(file, 'utf8'))).toBe(got.length);
      }
      expect(idsOf(got)).toEqual(idsOf(all));
    },
    40_000,
  );

  it.each(['pull', 'sse'] as const)(
    'notice what a proxy drops at the next delivery, and read it again, by %s',
    async (via) => {
      const subscription = await open();
      const all = await pullAll(app, 'secretary', subscription, head);
      const victim = all[Math.floor(all.length / 2)]!;
      let dropped = 0;
      const without =
        via === 'pull'
          ? (body: string) =>
              JSON.stringify((JSON.parse(body) as Delivered[]).filter(({ id }) => id !== victim.id))
          : (text: string) =>
              text
                .split('\n\n')
                .filter((block) => !block.includes(`"id":"${victim.id}"`))
                .join('\n\n');
      meddle = (body) => {
        const changed = dropped < 1 && body.includes(victim.id) ? without(body) : body;
        if (changed !== body) dropped += 1;
        return changed;
      };
      const faults: unknown[] = [];
      const got: Delivered[] = [];
      const settings = { url: proxied, token, subscription, cursor: memoryCursor(0), via };
      for await (const event of consume({ ...settings, onFault: (fault) => faults.push(fault) })) {
        got.push(event);
        if (got.length === all.length) break;
      }
      meddle = (body) => body;
      expect(dropped).toBe(1);
      expect(idsOf(got)).toEqual(idsOf(all));
      const number = Number(victim.subsequence);
      expect(faults).toEqual([new ChainBroken(number - 1, number + 1)]);
    },
    40_000,
  );

  it('end with the gap when it stays: a server that leaves one out is not followed', async () => {
    const subscription = await open();
    meddle = (body) =>
      body.startsWith('[{') ? JSON.stringify((JSON.parse(body) as Delivered[]).slice(1)) : body;
    const reading = async () => {
      const settings = { url: proxied, token, subscription, cursor: memoryCursor(0) };
      for await (const event of consume(settings)) throw new Error(`took ${event.subsequence}`);
    };
    await expect(reading()).rejects.toThrow(new ChainBroken(0, 2));
    meddle = (body) => body;
  });

  it('go on when the answer is cut off in the middle, or nobody answers for a while', async () => {
    const subscription = await open();
    let faults = 0;
    meddle = (body) => (faults < 2 ? body.slice(0, body.length / 2) : body);
    const settings = { url: proxied, token, subscription, cursor: memoryCursor(0) };
    for await (const event of consume({ ...settings, onFault: () => (faults += 1) })) {
      expect(event.subsequence).toBe('00000000000000000001');
      break;
    }
    meddle = (body) => body;
    expect(faults).toBe(2);
  });

  it.each(['pull', 'sse'] as const)(
    'do not hammer a server that answers with nothing at once, by %s',
    async (via) => {
      let asked = 0;
      const hollow = createServer((_, answer) => {
        asked += 1;
        answer.end(via === 'pull' ? '[]' : '');
      }).listen(0, '127.0.0.1');
      await new Promise((resolve) => hollow.once('listening', resolve));
      const url = `http://127.0.0.1:${(hollow.address() as { port: number }).port}`;
      const settings = { url, token, subscription: 'any', cursor: memoryCursor(0), via };
      for await (const event of consume({ ...settings, signal: AbortSignal.timeout(1_500) }))
        throw new Error(`took ${event.subsequence}`);
      hollow.close();
      expect(asked).toBeGreaterThan(0);
      expect(asked).toBeLessThan(30);
    },
  );

  it('stop, and never jump, when what comes next is not kept any more', async () => {
    const subscription = await open();
    const all = await pullAll(app, 'secretary', subscription, head);
    await query(app.database.url, 'DELETE FROM delivery.deliveries WHERE subscription_id = $1 AND seq <= 5', [
      subscription,
    ]);
    const reading = async () => {
      const settings = { url: app.url, token, subscription, cursor: memoryCursor(2) };
      for await (const event of consume(settings)) throw new Error(`took ${event.subsequence}`);
    };
    const refusal = (await reading().catch((error: unknown) => error)) as KyogiProblem;
    expect([refusal.status, refusal.type, refusal.document.oldest]).toEqual([410, 'feed-expired', 6]);
    expect(all.length).toBeGreaterThan(6);
  });

  it('end at a refusal that no repetition mends', async () => {
    const settings = { url: app.url, token: 'no token', subscription: await open(), cursor: memoryCursor() };
    const reading = async () => {
      for await (const event of consume(settings)) throw new Error(`took ${event.subsequence}`);
    };
    await expect(reading()).rejects.toMatchObject({
      name: 'KyogiProblem',
      status: 401,
      type: 'unauthenticated',
    });
  });
});

describe('a cursor in a file', () => {
  it('is nothing before the first, and refuses a file that is something else', async () => {
    const file = cursorFile();
    expect(await fileCursor(file).load()).toBeUndefined();
    await fileCursor(file).save(12);
    expect(await fileCursor(file).load()).toBe(12);
    writeFileSync(file, 'twelve');
    await expect(fileCursor(file).load()).rejects.toThrow('holds no cursor');
  });
});
