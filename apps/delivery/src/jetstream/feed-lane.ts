import type { Pool } from 'pg';
import { feedSubject } from '#contracts';
import { lastMessage, storedNumber } from '#platform';
import { gapText } from '../feed/gap-text.js';
import { readDeliveries, type Delivery } from '../feed/read-deliveries.js';
import type { Chain, Message } from './chain.js';
import { eraseMessage } from './erase.js';
import { deliveriesOf, natsSubscriptions, settle, type NatsSubscription } from './subscriptions.js';

/** Deliveries of one subscription that are read at once: none waits long behind another. */
const BATCH = 100;
/** Why a notice stands in the place of a delivery that the servers do not take; the event can be had by pull. */
const tooLarge = { reason: 'larger than the broker takes', attempts: 0 };

export interface FeedLaneSettings {
  db: Pool;
  chain: Chain;
  cabinet: string;
  /** The stream has more than the subscription: it is another's, or the database is older. */
  onAhead: (subscriptionId: string, has: number, delivered: number) => void;
  /** A delivery is larger than what the servers take, and a notice stands in its place. */
  onOmitted: (subscriptionId: string, seq: number) => void;
}

/** Publishes the deliveries of subscriptions over NATS, each in order. Where one goes on is read from the stream. */
export class FeedLane {
  /** Number of the last delivery in the stream, by subscription. */
  private readonly published = new Map<string, number>();

  constructor(private readonly settings: FeedLaneSettings) {}

  /** Looks where the stream ends; of each subscription when it is its turn. */
  async sync(): Promise<void> {
    await this.settings.chain.sync();
    this.published.clear();
  }

  /** Publishes the next deliveries of everybody. @returns how many */
  async step(): Promise<number> {
    const { db, chain } = this.settings;
    const reached = new Map<string, number>();
    const messages: Message[] = [];
    for (const subscription of await natsSubscriptions(db)) {
      const { id, settled } = subscription;
      const next = await this.next(subscription);
      messages.push(...next.map((delivery) => this.message(id, delivery)));
      const at = next.at(-1)?.seq ?? this.published.get(id)!;
      if (at > settled) reached.set(id, at);
    }
    await chain.send(messages);
    for (const [id, seq] of reached) this.published.set(id, seq);
    await settle(db, reached);
    return messages.length;
  }

  /** Takes the deliveries of the event at a position out of the stream. */
  async erase(position: number): Promise<void> {
    const { db, chain, cabinet } = this.settings;
    for (const { id, seq } of await deliveriesOf(db, position))
      await eraseMessage(chain, feedSubject(cabinet, id), seq);
  }

  private async next({ id, delivered }: NatsSubscription): Promise<Delivery[]> {
    const { db, onAhead } = this.settings;
    const known = this.published.get(id);
    const at = known ?? (await this.lookUp(id));
    if (known === undefined && at > delivered) onAhead(id, at, delivered);
    this.published.set(id, at);
    return at < delivered ? readDeliveries(db, id, at, BATCH) : [];
  }

  private async lookUp(id: string): Promise<number> {
    const { chain, cabinet } = this.settings;
    const last = await lastMessage(chain.jsm, chain.stream, feedSubject(cabinet, id));
    return last ? storedNumber(last) : 0;
  }

  private message(id: string, delivery: Delivery): Message {
    const { chain, cabinet, onOmitted } = this.settings;
    const message = {
      subject: feedSubject(cabinet, id),
      id: `${id}.${delivery.seq}`,
      body: delivery.text,
    };
    if (chain.takes(message)) return message;
    onOmitted(id, delivery.seq);
    return { ...message, body: gapText(delivery.text, tooLarge) };
  }
}
