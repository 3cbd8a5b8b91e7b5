import type { Pool } from 'pg';
import type { Clock } from '#platform';
import type { Egress } from '../egress/post.js';
import { ask, type Reply } from './ask-consent.js';

/** Whether a receiver wants to be called. */
export type Consent =
  | {
      given: true;
      /** Requests a minute; null: any number. */
      rate: number | null;
    }
  | {
      given: false;
      why: string;
      /** It said no, or did not answer for a day: the subscription has been disabled. Else it is asked again. */
      final: boolean;
    };

/** A subscription by webhook. */
export interface Asked {
  id: string;
  url: string;
}

export interface ConsentSettings {
  /** Under kyogi_deliverer. */
  pool: Pick<Pool, 'query'>;
  egress: Pick<Egress, 'options'>;
  /** FEED_ORIGIN. */
  origin: string;
  clock: Pick<Clock, 'now'>;
  /** Disables the subscription with `no-consent`; may be called twice. */
  disable: (subscriptionId: string, why: string) => Promise<void>;
}

interface Row {
  rate: number | null;
  until: Date | null;
  silentSince: Date | null;
  askAgainAt: Date | null;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A consent holds for a week; a receiver that does not answer is asked again for a day. */
const validity = 7 * day;
const silence = day;

/** Soon at first, since a receiver is often started after its subscription is opened; every five minutes in the end. */
const pauseAfter = (silentMs: number): number => Math.min(5 * minute, Math.max(10_000, silentMs / 2));

const later = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms);

/**
 * Asks receivers for their consent (CloudEvents HTTP webhook, abuse protection) before the first event and every week, and remembers it.
 * While a receiver that had consented is silent, its consent goes on for a day.
 */
export class Consents {
  private readonly asked = new Map<string, Promise<Consent>>();

  constructor(private readonly around: ConsentSettings) {}

  /** Answers from what is remembered where that holds; else asks, one question at a time for each subscription. */
  consentOf(subscription: Asked): Promise<Consent> {
    const key = `${subscription.id} ${subscription.url}`;
    const asked = this.asked.get(key) ?? this.find(subscription).finally(() => this.asked.delete(key));
    this.asked.set(key, asked);
    return asked;
  }

  private async find(subscription: Asked): Promise<Consent> {
    const now = this.around.clock.now();
    const row = await this.read(subscription);
    if (row?.until && row.until > now) return { given: true, rate: row.rate };
    if (row?.askAgainAt && row.askAgainAt > now) return meanwhile(row, 'the receiver has not answered yet');
    const reply = await ask(this.around.egress, subscription.url, this.around.origin);
    if (reply.kind === 'yes') return this.remember(subscription, reply.rate, now);
    if (reply.kind === 'no') return this.refuse(subscription, reply.why);
    return this.wait(subscription, row, reply, now);
  }

  private async remember({ id, url }: Asked, rate: number | null, now: Date): Promise<Consent> {
    await this.write([id, url, rate, now, later(now, validity), null, null]);
    return { given: true, rate };
  }

  private async refuse({ id }: Asked, why: string): Promise<Consent> {
    await this.around.disable(id, why);
    await this.around.pool.query('DELETE FROM delivery.consents WHERE subscription_id = $1', [id]);
    return { given: false, why, final: true };
  }

  private async wait(
    asked: Asked,
    row: Row | undefined,
    { why }: Reply & { kind: 'silent' },
    now: Date,
  ): Promise<Consent> {
    // Only while we asked: what was before a longer pause of ours is not its silence.
    const asking = row?.askAgainAt && later(row.askAgainAt, hour) > now;
    const since = (asking && row.silentSince) || now;
    if (later(since, silence) <= now) return this.refuse(asked, `${why}, for a day`);
    const { rate = null, until = null } = row ?? {};
    const { id, url } = asked;
    const again = later(now, pauseAfter(now.getTime() - since.getTime()));
    await this.write([id, url, rate, until && later(until, -validity), until, since, again]);
    return meanwhile({ rate, until }, why);
  }

  /** What was said for another address does not count for this one. */
  private async read({ id, url }: Asked): Promise<Row | undefined> {
    const { rows } = await this.around.pool.query<Row>(
      `SELECT rate, until, silent_since AS "silentSince", ask_again_at AS "askAgainAt"
       FROM delivery.consents WHERE subscription_id = $1 AND url = $2`,
      [id, url],
    );
    return rows[0];
  }

  private async write(values: unknown[]): Promise<void> {
    await this.around.pool.query(
      `INSERT INTO delivery.consents (subscription_id, url, rate, given_at, until, silent_since, ask_again_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (subscription_id) DO UPDATE SET (url, rate, given_at, until, silent_since, ask_again_at) =
         (excluded.url, excluded.rate, excluded.given_at, excluded.until, excluded.silent_since, excluded.ask_again_at)`,
      values,
    );
  }
}

const meanwhile = ({ rate, until }: Pick<Row, 'rate' | 'until'>, why: string): Consent =>
  until ? { given: true, rate } : { given: false, why, final: false };
