import { readFileSync } from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import path from 'node:path';
import { Unreachable } from '../../apps/delivery/src/egress/failures';
import { Egress, type EgressSettings } from '../../apps/delivery/src/egress/post';
import { eventually } from '../support/eventually';
import { startNameServer } from './name-server';
import { Receiver } from './receiver';

const folder = path.join(__dirname, '../fixtures/receiver');
const [key, cert] = ['key.pem', 'cert.pem'].map((name) => readFileSync(path.join(folder, name), 'utf8'));

describe('one request to a receiver', () => {
  const closing: { close: () => void }[] = [];
  const outgoing = { headers: { 'webhook-id': 'a.1' }, body: '{"機":1}', timeoutMs: 700 };

  const receiver = async (listener: RequestListener): Promise<Receiver & { url: string; egress: Egress }> => {
    const made = await Receiver.start(listener);
    const egress = egressTo(`127.0.0.2:${made.port}`);
    closing.push(made);
    return Object.assign(made, { url: `http://127.0.0.2:${made.port}/hook?x=1`, egress });
  };
  const egressTo = (allowed: string, settings: EgressSettings = {}): Egress => {
    const made = new Egress({ WEBHOOK_ALLOWED_HOSTS: allowed }, settings);
    closing.push({ close: () => made.onApplicationShutdown() });
    return made;
  };

  afterAll(() => closing.forEach((one) => one.close()));

  it('arrives as it is, with the host that was meant', async () => {
    let seen: unknown;
    const { egress, url, port } = await receiver((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { method, url: address, headers } = request;
        seen = [method, address, headers.host, headers['webhook-id'], Buffer.concat(parts).toString()];
        response.writeHead(202, { 'retry-after': '7' }).end('taken');
      });
    });
    expect(await egress.post(url, outgoing)).toMatchObject({ status: 202, retryAfterMs: 7_000, body: '' });
    expect(seen).toEqual(['POST', '/hook?x=1', `127.0.0.2:${port}`, 'a.1', outgoing.body]);
  });

  it('keeps its connection for the next one', async () => {
    const { egress, url, ...made } = await receiver((_, response) => response.writeHead(204).end());
    for (let n = 0; n < 20; n += 1) await egress.post(url, outgoing);
    expect(made.connections).toBeLessThanOrEqual(1);
  });

  it('keeps it also when the name was looked up again and leads where it led', async () => {
    const server = await startNameServer({ 'stable.test': [['127.0.0.2']] });
    const made = await Receiver.start((_, response) => response.writeHead(204).end());
    closing.push(server, made);
    const settings = { nameServers: [server.address], freshMs: 0 };
    const egress = egressTo(`127.0.0.2/32:${made.port}`, settings);
    for (let n = 0; n < 20; n += 1) await egress.post(`http://stable.test:${made.port}/`, outgoing);
    expect(made.connections).toBe(1);
  });

  it('lets what is under way end when the name leads elsewhere, and goes there from then on', async () => {
    let release = (): void => undefined;
    const old = await Receiver.start((_, response) => (release = () => response.writeHead(204).end()));
    const server = await startNameServer({ 'moving.test': [['127.0.0.2'], ['127.0.0.3']] });
    const young = await Receiver.start(
      (_, response) => response.writeHead(202).end(),
      '127.0.0.3',
      undefined,
      old.port,
    );
    closing.push(old, young, server);
    const egress = egressTo(`127.0.0.0/8:${old.port}`, { nameServers: [server.address], freshMs: 0 });
    const url = `http://moving.test:${old.port}/`;
    const first = egress.post(url, { ...outgoing, timeoutMs: 5_000 });
    await eventually(() => expect(old.connections).toBe(1));
    expect((await egress.post(url, outgoing)).status).toBe(202);
    release();
    expect((await first).status).toBe(204);
  });

  it('goes on another connection when the kept one was closed, and is unreachable when every one is', async () => {
    let [closed, answered] = [0, 0];
    const { egress, url } = await receiver((request, response) => {
      const first = !(request.socket as { known?: true }).known;
      Object.assign(request.socket, { known: true });
      if (first && answered < 2) return void ((answered += 1), response.writeHead(204).end());
      closed += 1;
      request.socket.destroy();
    });
    expect((await egress.post(url, outgoing)).status).toBe(204);
    expect((await egress.post(url, outgoing)).status).toBe(204);
    expect(closed).toBe(1);
    await expect(egress.post(url, outgoing)).rejects.toThrow(Unreachable);
  });

  it('reads no more than 4 kB of a body, however much there is', async () => {
    let written = 0;
    const pour = (response: ServerResponse): void => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536, 'x'))) written += 65_536;
      if (!response.destroyed) response.once('drain', () => pour(response));
    };
    const { egress, url } = await receiver((_, response) => pour(response.writeHead(500)));
    const answered = await egress.post(url, { ...outgoing, timeoutMs: 5_000 });
    expect([answered.status, answered.body.length]).toEqual([500, 4_096]);
    expect(written).toBeLessThan(64_000_000);
  });

  it('counts what was said when the rest never comes', async () => {
    const { egress, url } = await receiver((request, response) => {
      response.writeHead(request.url === '/hook?x=1' ? 410 : 200).write('going');
    });
    expect(await egress.post(url, outgoing)).toMatchObject({ status: 410, body: 'going' });
    expect(await egress.post(`${url}0`, outgoing)).toMatchObject({ status: 200 });
  });

  it('is unreachable when nothing is answered in time, or a head larger than 8 kB, or no HTTP', async () => {
    const { egress, url } = await receiver((request, response) => {
      if (request.url === '/large') response.writeHead(204, { x: 'y'.repeat(9_000) }).end();
      if (request.url === '/none') request.socket.end('hello\r\n\r\n');
      if (request.url === '/switch')
        request.socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n');
    });
    for (const address of ['/silent', '/large', '/none', '/switch'])
      await expect(egress.post(new URL(address, url).href, outgoing)).rejects.toThrow(Unreachable);
  });

  it('is unreachable when its name is unknown, or name servers are silent', async () => {
    const server = await startNameServer({});
    closing.push(server);
    const unknown = egressTo('', { nameServers: [server.address] });
    await expect(unknown.post('https://nowhere.test/', outgoing)).rejects.toThrow(Unreachable);
    const silent = egressTo('', { nameServers: ['127.0.0.2:9'] });
    await expect(silent.post('https://nowhere.test/', outgoing)).rejects.toThrow(Unreachable);
  });

  describe('over TLS', () => {
    const names: (string | false | null)[] = [];
    let [port, nameServer] = [0, ''];

    beforeAll(async () => {
      const listener: RequestListener = (request, response) => {
        names.push((request.socket as { servername?: string }).servername ?? null);
        response.writeHead(204).end();
      };
      const made = await Receiver.start(listener, '127.0.0.2', { key, cert });
      const zone = { 'receiver.test': [['127.0.0.2']], 'other.test': [['127.0.0.2']] };
      const server = await startNameServer(zone);
      [port, nameServer] = [made.port, server.address];
      closing.push(made, server);
    });
    const secure = (ca?: string): Egress =>
      egressTo(`127.0.0.2/32:${port}`, { nameServers: [nameServer], ...(ca !== undefined && { ca }) });

    it('says whom it wants, and takes a certificate of that name', async () => {
      expect((await secure(cert).post(`https://receiver.test:${port}/`, outgoing)).status).toBe(204);
      expect(names.splice(0)).toEqual(['receiver.test']);
    });

    it('takes none of another name, of an address, or of an unknown authority', async () => {
      process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
      try {
        const tries = [
          secure(cert).post(`https://other.test:${port}/`, outgoing),
          secure(cert).post(`https://127.0.0.2:${port}/`, outgoing),
          secure().post(`https://receiver.test:${port}/`, outgoing),
        ];
        for (const one of tries) await expect(one).rejects.toThrow(Unreachable);
      } finally {
        delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      }
      expect(names).toEqual([]);
    });
  });
});
