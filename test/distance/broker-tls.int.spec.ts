import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { connectNats } from '#platform';
import { Authority } from '../support/certificates';
import { ConfiguredNats } from '../support/configured-nats';
import { describeNats } from '../support/nats';

const ministry = new Authority('an authority of the ministry');
const stranger = new Authority('an authority of somebody');
const tls = 'tls { cert_file: "server.pem", key_file: "server.key" }';

describeNats('a connection to NATS over TLS', () => {
  let nats: ConfiguredNats;
  let ca: string;
  let other: string;
  beforeAll(async () => {
    nats = await ConfiguredNats.in();
    ca = nats.put('ca.pem', ministry.pem);
    other = nats.put('other.pem', stranger.pem);
  });
  afterAll(() => nats?.stop());

  const certifiedFor = async (...names: string[]) => {
    const { certificate, key } = ministry.issue(...names);
    nats.put('server.pem', certificate);
    nats.put('server.key', key);
    await nats.serve(tls);
  };
  const connects = async (servers: string, settings: { ca?: string } = { ca }): Promise<void> => {
    const url = servers.replace(/\$/g, String(nats.port));
    const nc = await connectNats({ url, name: 'test', ...settings });
    await nc.flush();
    await nc.close();
  };
  const unknown = /self[- ]signed certificate in certificate chain|unable to (get|verify)/;

  it('is made when the authority is known and the certificate names the server', async () => {
    await certifiedFor('localhost');
    await connects('tls://localhost:$');
    // The setting says that TLS is meant, even where the address does not.
    await connects('nats://localhost:$');
  });

  it('is refused when the authority is another, or one of those that everybody knows is needed', async () => {
    await certifiedFor('localhost');
    await expect(connects('tls://localhost:$', { ca: other })).rejects.toThrow(unknown);
    await expect(connects('tls://localhost:$', {})).rejects.toThrow(unknown);
    await expect(connects('tls://localhost:$', { ca: `${ca}.absent` })).rejects.toThrow("doesn't exist");
  });

  it('is refused when the certificate names another server', async () => {
    await certifiedFor('nats.example.go.jp');
    await expect(connects('tls://localhost:$')).rejects.toThrow("does not match certificate's altnames");
    await expect(connects('tls://127.0.0.1:$')).rejects.toThrow("does not match certificate's altnames");
  });

  it('is made by address when the certificate names the address, and only then', async () => {
    await certifiedFor('127.0.0.1');
    await connects('tls://127.0.0.1:$');
    await expect(connects('tls://localhost:$')).rejects.toThrow("does not match certificate's altnames");
    await certifiedFor('localhost');
    await expect(connects('tls://127.0.0.1:$')).rejects.toThrow("does not match certificate's altnames");
  });

  it('is made when one of the servers that the settings name is reached', async () => {
    await certifiedFor('b.invalid', 'localhost');
    await connects('tls://b.invalid:1,tls://localhost:$');
  });

  it('never goes on in plain text when TLS was asked for', async () => {
    const said: string[] = [];
    const plain = createServer((socket) => {
      socket.write(
        'INFO {"server_id":"x","version":"2.9.10","proto":1,"headers":true,"max_payload":1024}\r\n',
      );
      socket.on('data', (text) => said.push(text.toString())).on('error', () => undefined);
    }).listen(0, '127.0.0.1');
    await once(plain, 'listening');
    const { port } = plain.address() as AddressInfo;
    try {
      for (const scheme of ['tls', 'nats'])
        await expect(connects(`${scheme}://u:secret@127.0.0.1:${port}`)).rejects.toThrow(
          "server does not support 'tls'",
        );
      // The servers are tried in any order, and the last one that failed is named.
      await expect(connects(`nats://127.0.0.1:1,tls://127.0.0.1:${port}`, {})).rejects.toThrow();
      expect(said).toEqual([]);
    } finally {
      plain.close();
    }
    await nats.serve('');
    await expect(connects('tls://localhost:$')).rejects.toThrow("server does not support 'tls'");
  });
});
