import { AckPolicy, DeliverPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { digits20, feedStream, feedSubject, FeedEvent } from '#contracts';
import { connectNats, firstFrom } from '#platform';
import { setTimeout as delay } from 'node:timers/promises';

/** A consumer of a subscription over NATS that keeps its own cursor and asserts the chain, as every consumer should. */
export class ChainedConsumer {
  /** Number of the last delivery that was taken. */
  last = 0;
  /** Deliveries whose predecessor is not the last one taken. */
  readonly breaks: string[] = [];
  readonly ids = new Set<string>();
  private nc: NatsConnection | undefined;
  private stopping = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly url: string,
    private readonly subscriptionId: string,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.nc?.close();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      await this.session().catch(() => undefined);
      await this.nc?.close();
      if (!this.stopping) await delay(100);
    }
  }

  private async session(): Promise<void> {
    const nc = (this.nc = await connectNats({ url: this.url, name: 'consumer' }));
    const jsm = await jetstreamManager(nc);
    const subject = feedSubject('japan', this.subscriptionId);
    const first = await firstFrom(jsm, feedStream, subject, this.last + 1);
    if (!first) return;
    const { name } = await jsm.consumers.add(feedStream, {
      ...{ ack_policy: AckPolicy.None, filter_subject: subject, mem_storage: true, num_replicas: 1 },
      ...{ deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: first.seq },
    });
    const consumer = await jetstream(nc).consumers.get(feedStream, name);
    for (let before = -1; before !== this.last;) {
      before = this.last;
      const messages = await consumer.fetch({ max_messages: 256, expires: 1_000 });
      // The client does not notice that the server of a consumer is gone.
      const timer = setTimeout(() => messages.stop(), 3_000);
      for await (const message of messages) this.take(FeedEvent.parse(message.json()));
      clearTimeout(timer);
    }
  }

  private take({ subsequence, prevsequence, id }: FeedEvent): void {
    if (prevsequence !== digits20(this.last))
      this.breaks.push(`${this.last}: ${prevsequence} → ${subsequence}`);
    this.last = Number(subsequence);
    this.ids.add(id);
  }
}
