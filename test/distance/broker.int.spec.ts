import { feedStream, feedSubject, ledgerStream, ledgerSubject } from '#contracts';
import { firstFrom } from '#platform';
import { eventually } from '../support/eventually';
import { describeNats } from '../support/nats';
import { BrokerWorld } from './broker-world';
import { ChainedConsumer } from './consumer';
import { fingerprints, headOf, reaches, startCopy } from './world';

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

    // Last, because the streams are not whole afterwards.
    it('and a message that is gone from a stream is noticed, and fetched by pull where that is configured', async () => {
      const { nats, original, own, consumer, subscription } = world;
      await nats.ask(async (jsm) => {
        for (const [stream, subject, number] of [
          [feedStream, feedSubject('japan', subscription), 3],
          [ledgerStream, ledgerSubject('japan'), 5],
        ] as const)
          await jsm.streams.deleteMessage(stream, (await firstFrom(jsm, stream, subject, number))!.seq);
      });
      const other = new ChainedConsumer(nats.url, subscription);
      other.start();
      const alone = await startCopy(original, nats.url);
      const pulling = await startCopy(original, nats.url, { LEDGER_PULL_URL: original.app.url });
      try {
        await eventually(() => expect(other.last).toBe(consumer.last), 20_000);
        expect(other.breaks).toEqual(['2: 00000000000000000003 → 00000000000000000004']);
        await reaches(pulling.database.url, await original.given.number());
        expect(await fingerprints(pulling.database.url)).toEqual(await fingerprints(own.database.url));
        // Not counted as a gap when the broker, short of a server, was slow and everything came by pull.
        expect((await pulling.send('/metrics')).text).toMatch(/kyogi_mirror_backfilled_total [1-9]/);
        await eventually(async () => {
          const { text } = await alone.send('/metrics');
          expect(text).toMatch(/kyogi_mirror_stalled 1/);
          expect(text).toMatch(/kyogi_mirror_gaps_total [1-9]/);
          expect(await headOf(alone.database.url)).toBe(4);
        }, 20_000);
      } finally {
        await other.stop();
        await alone.close();
        await pulling.close();
      }
    });
  },
);
