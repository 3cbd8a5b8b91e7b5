import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { jetstreamManager } from '@nats-io/jetstream';
import { nkeys } from '@nats-io/transport-node';
import { delivery } from '../../apps/delivery/src/app.js';
import { Publisher } from '../../apps/delivery/src/jetstream/publisher.js';
import { connectNats, Leader } from '#platform';
import { ConfiguredNats } from '../support/configured-nats';
import { TestApp } from '../support/app';
import { eventually } from '../support/eventually';
import { describeNats } from '../support/nats';
import { NatsOperator } from '../support/nats-credentials';
import { PublisherProcess } from './publisher-process';

const password = 'pä%s,s:w/o@r#d?';
const jetstream = 'jetstream { store_dir: "data" }';
const withPassword = (right: string) =>
  `${jetstream}\nauthorization { user: kyogi, password: ${JSON.stringify(right)} }`;

describeNats('who connects to NATS', () => {
  let nats: ConfiguredNats;
  let ofPublisher: ConfiguredNats;
  let app: TestApp;
  let publisher: PublisherProcess;
  beforeAll(async () => {
    [nats, ofPublisher, app] = await Promise.all([
      ConfiguredNats.in(),
      ConfiguredNats.in(),
      TestApp.start(delivery),
    ]);
    await ofPublisher.serve(withPassword('another'));
    // Not waited for here: a process of its own needs its time.
    publisher = new PublisherProcess(app, urlWith(password, ofPublisher));
    publisher.start({ LOG_LEVEL: 'trace' });
  }, 60_000);
  afterAll(async () => {
    await publisher?.kill();
    await app?.close();
    await ofPublisher?.stop();
    await nats?.stop();
  });

  const urlWith = (secret: string, { port } = nats): string =>
    `nats://kyogi:${encodeURIComponent(secret)}@127.0.0.1:${port}`;
  const uses = async (settings: { url?: string; credentials?: string }): Promise<void> => {
    const nc = await connectNats({ url: `nats://127.0.0.1:${nats.port}`, name: 'test', ...settings });
    await (await jetstreamManager(nc)).getAccountInfo();
    await nc.close();
  };
  const refused = 'Authorization Violation';

  it('may have a name and a password with any characters, in any of the addresses', async () => {
    await nats.serve(withPassword(password));
    await uses({ url: urlWith(password) });
    await uses({ url: `nats://127.0.0.1:1,${urlWith(password)}` });
    await expect(uses({ url: urlWith(`${password}x`) })).rejects.toThrow(refused);
    await expect(uses({})).rejects.toThrow(refused);
  });

  it('may have a credentials file, of which the server has only a signature', async () => {
    const operator = new NatsOperator();
    await nats.serve(`${jetstream}\n${operator.configuration}`);
    const credentials = nats.put('kyogi.creds', operator.credentials());
    await uses({ credentials });
    nats.put('kyogi.creds', operator.credentials(nkeys.createAccount()));
    await expect(uses({ credentials })).rejects.toThrow(refused);
    nats.put('kyogi.creds', 'nothing');
    await expect(uses({ credentials })).rejects.toThrow('unable to parse credentials');
    await expect(uses({ credentials: `${credentials}.absent` })).rejects.toThrow('ENOENT');
    await expect(uses({})).rejects.toThrow(refused);
  });

  it('is refused aloud without telling the secret, while the other transports go on, and is let in later', async () => {
    const url = await eventually(() => publisher.url, 60_000);
    const ready = async (): Promise<unknown> => (await fetch(`${url}/health/ready`)).json();
    await eventually(async () =>
      expect(await ready()).toMatchObject({
        status: 'degraded',
        checks: { nats: { ok: false, note: 'publishes nothing; see the log' } },
      }),
    );
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    await app.register('machine', 'DOWNSTREAM', 'HQ');
    const headers = { authorization: `Bearer ${await app.tokenOf('machine')}` };
    expect((await fetch(`${url}/v1/ledger?after=0`, { headers })).status).toBe(200);
    await ofPublisher.serve(withPassword(password));
    await eventually(async () =>
      expect(await ready()).toMatchObject({
        status: 'ready',
        checks: { nats: { ok: true, note: 'publishes' } },
      }),
    );
    // Taken away from one that is connected.
    await ofPublisher.serve(withPassword('another'));
    await eventually(async () => expect(await ready()).toMatchObject({ status: 'degraded' }), 20_000);
    expect(publisher.output).toContain(`nothing is published to NATS at the moment: ${refused}`);
    for (const secret of [password, encodeURIComponent(password), Buffer.from(password).toString('base64')])
      expect(publisher.output).not.toContain(secret);
  });

  it('is no obstacle to a process that is let in', async () => {
    await nats.serve(withPassword(password));
    const lead = { url: app.database.url, role: 'kyogi_deliverer', lock: 40, name: 'another' } as const;
    const other = new Publisher({
      nats: { url: urlWith(password), name: 'another' },
      leader: new Leader(lead),
      lanes: () => Promise.resolve([]),
    });
    other.start();
    try {
      await eventually(() => expect([other.works, other.ails]).toEqual([true, false]), 20_000);
    } finally {
      await other.stop();
    }
  });

  it('is told to be ill for as long as none of several processes is let in', async () => {
    // Says nothing and hangs up, so that each holds the lead for a while before it fails.
    const mute = createServer((socket) => {
      socket.on('error', () => undefined);
      setTimeout(() => socket.destroy(), 800);
    }).listen(0, '127.0.0.1');
    await once(mute, 'listening');
    const { port } = mute.address() as AddressInfo;
    const failures = [0, 0];
    const ill = failures.map((_, i) => {
      const lead = { url: app.database.url, role: 'kyogi_deliverer', lock: 44, name: `ill ${i}` } as const;
      return new Publisher({
        nats: { url: `nats://127.0.0.1:${port}`, name: 'ill' },
        leader: new Leader(lead),
        lanes: () => Promise.resolve([]),
        onError: () => (failures[i]! += 1),
      });
    });
    for (const one of ill) one.start();
    let well = 0;
    const looks = setInterval(() => {
      if (Math.min(...failures) > 0) well += ill.filter(({ ails }) => !ails).length;
    }, 10);
    try {
      await eventually(() => expect(Math.min(...failures)).toBeGreaterThan(2), 40_000);
      expect(well).toBe(0);
    } finally {
      clearInterval(looks);
      for (const one of ill) await one.stop();
      mute.close();
    }
  });
});
