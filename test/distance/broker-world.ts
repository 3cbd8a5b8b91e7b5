import { feedStream, ledgerStream } from '#contracts';
import { subscribe } from '../delivery/subscriber';
import type { TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { TestNats } from '../support/nats';
import { ChainedConsumer } from './consumer';
import { PublisherProcess } from './publisher-process';
import { fingerprints, Original, reaches, startCopy } from './world';

/** An original that publishes over a cluster, two copies (one may also pull), and a consumer of the feed. */
export class BrokerWorld {
  private constructor(
    readonly nats: TestNats,
    readonly original: Original,
    readonly publishers: PublisherProcess[],
    readonly own: TestApp,
    readonly copies: { pulling: TestApp; alone: TestApp },
    readonly consumer: ChainedConsumer,
    readonly subscription: string,
  ) {}

  static async start(): Promise<BrokerWorld> {
    const [nats, original] = await Promise.all([TestNats.start(3), Original.start()]);
    await original.app.register('chief', 'SECR_DIRECTOR', 'HQ');
    const publishers = [0, 1].map(() => new PublisherProcess(original.app, nats.url));
    for (const publisher of publishers) publisher.start();
    const terms = { organ: 'HQ', scope: 'organ' as const, transport: { kind: 'nats' } };
    const subscription = await subscribe(original.app, 'chief', terms);
    const [own, pulling, alone] = await Promise.all([
      original.headquarters(),
      startCopy(original, nats.url, { LEDGER_PULL_URL: original.app.url }),
      startCopy(original, nats.url),
    ]);
    const consumer = new ChainedConsumer(nats.url, subscription);
    consumer.start();
    return new BrokerWorld(nats, original, publishers, own, { pulling, alone }, consumer, subscription);
  }

  /** Tells stories until something else has happened, and some more. */
  async tellsDuring(happening: () => Promise<void>): Promise<void> {
    let over = false;
    const done = happening().finally(() => (over = true));
    for (let rest = 3; rest > 0; over ? rest-- : undefined) await this.original.tells(2);
    await done;
  }

  /** Waits until all copies have everything, and compares; nothing may be missing in the feed either. */
  async isWhole(timeoutMs = 45_000): Promise<void> {
    const head = await this.original.given.number();
    const { own, copies, consumer } = this;
    for (const { database } of [own, copies.pulling, copies.alone])
      await reaches(database.url, head, timeoutMs);
    const expected = await fingerprints(own.database.url);
    expect(await fingerprints(copies.pulling.database.url)).toEqual(expected);
    expect(await fingerprints(copies.alone.database.url)).toEqual(expected);
    const [cursor] = await eventually(async () => {
      const sql = `SELECT c.delivered::int, c.settled::int FROM delivery.cursors c
                   WHERE subscription_id = $1 AND position >= (SELECT max(position) FROM delivery.announcements)`;
      const rows = await query(own.database.url, sql, [this.subscription]);
      expect(rows).toEqual([{ delivered: consumer.last, settled: consumer.last }]);
      return rows;
    }, timeoutMs);
    expect(consumer.breaks).toEqual([]);
    expect(consumer.ids.size).toBe(cursor!.delivered);
  }

  /** Both streams are gone, as an operator or a fault might do it. */
  async deleteStreams(): Promise<void> {
    await this.nats.ask(async (jsm) => {
      // One that is not there yet, after the misfortune before, is as good as deleted.
      for (const stream of [feedStream, ledgerStream])
        await jsm.streams.delete(stream).catch(() => undefined);
    });
  }

  async close(): Promise<void> {
    await this.consumer.stop();
    for (const publisher of this.publishers) await publisher.kill();
    for (const app of [this.copies.alone, this.copies.pulling, this.own]) await app.close();
    await this.original.close();
    await this.nats.stop();
  }
}
