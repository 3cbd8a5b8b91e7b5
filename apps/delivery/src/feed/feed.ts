import { Inject, Injectable } from '@nestjs/common';
import { digits20, Problem, type Principal, type PullRequest } from '#contracts';
import { Principals } from '#identity';
import type { Pool } from 'pg';
import { SubscriptionRows, type SubscriptionRow } from '../subscriptions/subscription-rows.js';
import { Subscribers } from '../subscriptions/subscribers.js';
import { DELIVERER } from '../tokens.js';
import { Listener } from './listener.js';
import { readDeliveries, type Delivery } from './read-deliveries.js';
import { Wakeups } from './wakeups.js';

/** Deliveries that a stream reads at once. */
const PAGE = 100;
/** Milliseconds after which a silent stream says that it is alive. */
const HEARTBEAT_MS = 15_000;
/** Milliseconds after which a stream asks again whether its reader may still read. */
const TRUST_MS = 5_000;

/** Deliveries of one subscription, to one who may have them. */
@Injectable()
export class Feed {
  constructor(
    @Inject(DELIVERER) private readonly db: Pool,
    private readonly wakeups: Wakeups,
    private readonly subscribers: Subscribers,
    private readonly rows: SubscriptionRows,
    private readonly principals: Principals,
  ) {}

  /**
   * The subscription, when it may be read now by this person, from this number on.
   * @throws Problem not-found, not-permitted; guard-refused when it is not active; invalid-request for a number that was not delivered
   */
  async readable(id: string, principal: Principal, after?: number): Promise<SubscriptionRow> {
    const row = await this.subscribers.get(id, principal);
    if (row.state !== 'ACTIVE') {
      const [rule, what] = row.state === 'ENDED' ? ['ended', 'has ended'] : ['disabled', 'is disabled'];
      throw new Problem('guard-refused', `The subscription ${what}.`, { rule: `subscription-${rule}` });
    }
    if (after !== undefined && after > row.delivered) {
      const message = `the last delivery is ${row.delivered}`;
      throw new Problem('invalid-request', `after: ${message}.`, { faults: [{ path: 'after', message }] });
    }
    return row;
  }

  /** Says that all up to a number were taken. @returns up to where they were. Throws guard-refused where the sender keeps that account. */
  async acknowledge(id: string, principal: Principal, through: number): Promise<number> {
    const { transport, settled } = await this.readable(id, principal, through);
    if (transport.kind !== 'pull')
      throw new Problem('guard-refused', `What was taken is known by the answers of the ${transport.kind}.`, {
        rule: 'subscription-transport',
      });
    await this.rows.settle(id, through);
    return Math.max(settled, through);
  }

  /** Throws feed-expired when deliveries after a number are gone. */
  async requireKept(row: SubscriptionRow, after: number): Promise<void> {
    await this.after(row, after, 1);
  }

  /** The next deliveries; when there are none, waits for them. Throws as `readable`, and feed-expired. */
  async pull(
    { subscription, after, limit, wait }: PullRequest,
    principal: Principal,
    gone: AbortSignal,
  ): Promise<Delivery[]> {
    const end = performance.now() + wait * 1_000;
    const listener = new Listener(this.wakeups, subscription, gone);
    try {
      let row = await this.readable(subscription, principal, after);
      if (after !== undefined && row.transport.kind === 'pull') await this.rows.settle(subscription, after);
      for (;;) {
        const found = await this.after(row, after ?? row.settled, limit);
        const left = end - performance.now();
        if (found.length > 0 || left <= 0 || listener.isOver) return found;
        await listener.wait(left);
        row = await this.readable(subscription, await this.principals.refresh(principal), after);
      }
    } finally {
      listener.close();
    }
  }

  /** What a stream sends, from a subscription that is readable on: fields of server-sent events, without end. */
  async *stream(id: string, after: number, principal: Principal, gone: AbortSignal): AsyncGenerator<string> {
    const listener = new Listener(this.wakeups, id, gone);
    try {
      yield 'retry: 1000\n\n';
      let [last, trusted, said] = [after, 0, performance.now()];
      while (!listener.isOver) {
        let found = await readDeliveries(this.db, id, last, PAGE);
        const isOld = performance.now() - trusted >= TRUST_MS;
        if (found.length === 0 || isOld) {
          // In this order: what comes between the two looks is not taken for what is gone.
          const row = await this.readable(id, isOld ? await this.principals.refresh(principal) : principal);
          if (isOld) trusted = performance.now();
          found = await this.after(row, last, PAGE);
        }
        requireNext(found, last, last);
        for (const { seq, text } of found) yield `id: ${digits20((last = seq))}\ndata: ${text}\n\n`;
        if (found.length > 0) said = performance.now();
        else if (performance.now() - said >= HEARTBEAT_MS) {
          said = performance.now();
          yield ': alive\n\n';
        } else await listener.wait(TRUST_MS);
      }
    } catch (error) {
      yield endOf(error);
    } finally {
      listener.close();
    }
  }

  private async after({ id, delivered }: SubscriptionRow, after: number, limit: number): Promise<Delivery[]> {
    const found = await readDeliveries(this.db, id, after, limit);
    requireNext(found, after, delivered);
    return found;
  }
}

/** Throws feed-expired when deliveries between `after` and those that were found (or, without any, `delivered`) are gone. */
const requireNext = ([first]: Delivery[], after: number, delivered: number): void => {
  const oldest = first?.seq ?? delivered + 1;
  if (oldest <= after + 1) return;
  throw new Problem('feed-expired', `Deliveries before ${oldest} are gone; go on with after=${oldest - 1}.`, {
    oldest,
  });
};

/** The last event of a stream that will not go on; its reader need not come back. What is a fault of ours ends it without a word. */
const endOf = (error: unknown): string => {
  if (!(error instanceof Problem)) throw error;
  const { type, detail, extra } = error;
  return `event: end\ndata: ${JSON.stringify({ type, detail, ...extra })}\n\n`;
};
