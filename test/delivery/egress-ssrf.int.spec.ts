import { Refused } from '../../apps/delivery/src/egress/failures';
import { CheckedAgent } from '../../apps/delivery/src/egress/connect';
import { Exceptions } from '../../apps/delivery/src/egress/exceptions';
import { exchange } from '../../apps/delivery/src/egress/exchange';
import { Egress } from '../../apps/delivery/src/egress/post';
import { targetOf } from '../../apps/delivery/src/egress/target';
import { Problem } from '#contracts';
import { startNameServer, type Zone } from './name-server';
import { checkInLookup, checkThenFetch } from './naive-senders';
import { Canary, Receiver } from './receiver';
import { insideNames, insideUrls, oddUrls } from './refused-urls';

type Send = (url: string) => Promise<unknown>;

const outgoing = { headers: { 'content-type': 'application/json' }, body: '{}', timeoutMs: 2_000 };

describe('a webhook to an address inside', () => {
  const closing: { close: () => void }[] = [];
  let receiver: Receiver;
  let canary: Canary;
  let port: number;
  let allowed: string;

  /** At first the receiver's address, which is allowed, and from then on the canary's, which is not. */
  const rebinding = (count: number): Zone =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`rebind-${at}.test`, [['127.0.0.2'], ['127.0.0.1']]]),
    );

  const nameServer = async (zone: Zone): Promise<string> => {
    const server = await startNameServer(zone);
    closing.push(server);
    return server.address;
  };
  const zoneOf = (names: Record<string, string[]>): Zone =>
    Object.fromEntries(Object.entries(names).map(([name, list]) => [name, [list]]));
  const egress = (nameServer: string, freshMs = 0): Egress => {
    const made = new Egress(
      { WEBHOOK_ALLOWED_HOSTS: allowed },
      { nameServers: [nameServer], freshMs, usualPort: port },
    );
    closing.push({ close: () => made.onApplicationShutdown() });
    return made;
  };
  const at = (url: string): string => url.replaceAll('PORT', String(port));
  /** How often each URL came to the canary. */
  const led = async (urls: string[], send: Send): Promise<string[]> => {
    const through: string[] = [];
    for (const url of urls) {
      const before = canary.connections;
      await send(at(url)).catch(() => undefined);
      if (canary.connections > before) through.push(url);
    }
    return through;
  };

  beforeAll(async () => {
    receiver = await Receiver.start((request, response) => {
      const [, status = ''] = /^\/(3\d\d)$/.exec(request.url ?? '') ?? [];
      if (status !== '') response.setHeader('location', `http://127.0.0.1:${port}/`);
      response.writeHead(Number(status || 204)).end();
    });
    port = receiver.port;
    // The receiver's address alone; the canary listens on the same port of every other address of loopback.
    allowed = `127.0.0.2/32:${port}`;
    canary = await Canary.start(port);
    closing.push(receiver, canary);
    closing.push(await Canary.start(port, '::1').catch(() => canary));
  });
  afterAll(() => closing.forEach((one) => one.close()));

  it.each(insideUrls)('is refused however it is written: %s', async (url) => {
    const guard = egress(await nameServer({}));
    expect(() => guard.checkUrl(at(url))).toThrow(Problem);
    await expect(guard.post(at(url), outgoing)).rejects.toThrow(Refused);
    await expect(guard.options(at(url), {})).rejects.toThrow(Refused);
    expect(canary.connections).toBe(0);
  });

  it.each(oddUrls)('is refused when it is no address of a receiver: %s', async (url) => {
    const guard = new Egress({ WEBHOOK_ALLOWED_HOSTS: '' }, { usualPort: port });
    expect(() => guard.checkUrl(at(url))).toThrow(Problem);
    await expect(guard.post(at(url), outgoing)).rejects.toThrow(Refused);
  });

  it.each(Object.keys(insideNames))('is refused when one address of its name is inside: %s', async (name) => {
    const guard = egress(await nameServer(zoneOf(insideNames)));
    await expect(guard.post(`https://${name}:${port}/`, outgoing)).rejects.toThrow(Refused);
    expect(canary.connections).toBe(0);
  });

  it('is refused for localhost, which no name server is asked about', async () => {
    const guard = egress(await nameServer({}));
    for (const name of ['localhost', 'LOCALHOST', 'localhost.', 'x.localhost'])
      await expect(guard.post(`https://${name}:${port}/`, outgoing)).rejects.toThrow();
    expect(canary.connections).toBe(0);
  });

  it('never follows a redirect there', async () => {
    const guard = egress(await nameServer({}));
    for (const status of [300, 301, 302, 303, 307, 308]) {
      const answered = await guard.post(`http://127.0.0.2:${port}/${status}`, outgoing);
      expect(answered.status).toBe(status);
    }
    expect(canary.connections).toBe(0);
  });

  it('never goes through a proxy of the environment', async () => {
    const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'all_proxy'];
    const guard = egress(await nameServer({}));
    process.env.NODE_USE_ENV_PROXY = '1';
    for (const name of names) process.env[name] = `http://127.0.0.1:${port}`;
    try {
      expect((await guard.post(`http://127.0.0.2:${port}/`, outgoing)).status).toBe(204);
    } finally {
      for (const name of [...names, 'NODE_USE_ENV_PROXY']) delete process.env[name];
    }
    expect(canary.connections).toBe(0);
  });

  it('gets nothing from a name that changes its address after the check', async () => {
    const guard = egress(await nameServer(rebinding(50)));
    const before = receiver.connections;
    for (let n = 0; n < 50; n += 1) {
      const url = `http://rebind-${n}.test:${port}/`;
      expect((await guard.post(url, outgoing)).status).toBe(204);
      // Looked up again, and now it leads inside: the kept connection is of no use to it either.
      await expect(guard.post(url, outgoing)).rejects.toThrow(Refused);
    }
    expect(receiver.connections - before).toBe(50);
    expect(canary.connections).toBe(0);
  });

  it('gets nothing while an earlier answer holds, for then it is not looked up', async () => {
    const guard = egress(await nameServer(rebinding(1)), 60_000);
    for (let n = 0; n < 5; n += 1)
      expect((await guard.post(`http://rebind-0.test:${port}/`, outgoing)).status).toBe(204);
    expect(canary.connections).toBe(0);
  });

  it.each([true, false])(
    'is not told a byte when a connection ends elsewhere than was checked (TLS: %s)',
    async (tls) => {
      const elsewhere = await Canary.start(0);
      closing.push(elsewhere);
      const url = `http${tls ? 's' : ''}://127.0.0.1:${elsewhere.port}/`;
      const target = targetOf(url, new Exceptions(`127.0.0.1:${elsewhere.port}`));
      const agent = new CheckedAgent(target, ['127.0.0.2']);
      const asked = exchange({ agent, target, method: 'POST', ...outgoing, patience: 2_000 });
      await expect(asked).rejects.toThrow(Refused);
      expect([elsewhere.connections, elsewhere.bytes]).toEqual([1, 0]);
    },
  );

  describe('as known-bad senders let it happen', () => {
    afterEach(() => (canary.connections = 0));

    it('by a name that is looked up again, and by a redirect, where one checks and then fetches', async () => {
      const send = checkThenFetch({ allowed, port, nameServer: await nameServer(rebinding(1)) });
      const urls = ['http://rebind-0.test:PORT/', 'http://127.0.0.2:PORT/302'];
      expect(await led(urls, send)).toEqual(urls);
    });

    it('by an address written as such, where only the lookup checks', async () => {
      const send = checkInLookup({ allowed, port, nameServer: await nameServer({}) });
      const urls = ['https://127.1:PORT/', 'https://2130706433:PORT/', 'https://①②⑦.⓪.⓪.①:PORT/'];
      expect(insideUrls).toEqual(expect.arrayContaining(urls));
      expect(await led(urls, send)).toEqual(urls);
    });
  });
});
