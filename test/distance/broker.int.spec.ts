import { ledgerStream } from '#contracts';
import { describeNats } from '../support/nats';
import { BrokerWorld } from './broker-world';

jest.setTimeout(90_000);

// More of the kind, and longer, in broker.soak.spec.ts.
describeNats(
  'over a cluster of three NATS servers, copies have the same hashes and consumers miss nothing',
  () => {
    let world: BrokerWorld;
    beforeAll(async () => {
      world = await BrokerWorld.start();
    }, 120_000);
    afterAll(() => world?.close(), 60_000);

    it('when the streams are deleted during traffic', async () => {
      await world.original.tells(15);
      await world.isWhole();
      await world.tellsDuring(() => world.deleteStreams());
      await world.isWhole();
    });

    it('when the server that leads, and a publisher, are killed during traffic', async () => {
      const leader = await world.nats.leaderOf(ledgerStream);
      await world.tellsDuring(() => world.nats.kill(leader));
      await world.tellsDuring(() => world.publishers[0]!.kill());
      await world.isWhole();
    });
  },
);
