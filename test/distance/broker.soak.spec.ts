import { ledgerStream } from '#contracts';
import { headOf } from './world';
import { pick, randomOf } from '../headquarters/wander';
import { query } from '../support/database';
import { describeNats } from '../support/nats';
import { BrokerWorld } from './broker-world';

const ROUNDS = 20;

describeNats('over a cluster of three NATS servers, through one misfortune after another', () => {
  let world: BrokerWorld;
  beforeAll(async () => {
    world = await BrokerWorld.start();
  }, 120_000);
  afterAll(() => world?.close(), 60_000);

  it(`copies have the same hashes and consumers miss nothing (${ROUNDS} rounds)`, async () => {
    const random = randomOf(11);
    const misfortunes: Record<string, () => Promise<void>> = {
      'a server is killed': async () => {
        const i = pick(random, [0, 1, 2]);
        await world.nats.kill(i);
        world.nats.revive(i);
      },
      'the server that leads is killed': async () => {
        const i = await world.nats.leaderOf(ledgerStream).catch(() => 0);
        await world.nats.kill(i);
        world.nats.revive(i);
      },
      'the streams are deleted': () => world.deleteStreams(),
      'all servers lose all they had': () => world.nats.wipe(),
      'a publisher is killed': async () => {
        const publisher = pick(random, world.publishers);
        await publisher.kill();
        publisher.start();
      },
    };
    const counts: Record<string, number> = {};
    for (let round = 0; round < ROUNDS; round++) {
      const name = pick(random, Object.keys(misfortunes));
      counts[name] = (counts[name] ?? 0) + 1;
      await world.tellsDuring(misfortunes[name]!);
      await world.isWhole(120_000);
    }
    const { url } = world.original.app.database;
    const [made] = await query(url, 'SELECT count(*)::int AS deliveries FROM delivery.deliveries');
    console.log(JSON.stringify({ ...counts, events: await headOf(url), ...made, missed: 0, chainBreaks: 0 }));
  }, 3_600_000);
});
