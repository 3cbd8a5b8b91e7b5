import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AlterSubscription } from '#commands';
import type { RotateSecret, SubscriptionAnswer, Transport } from '#contracts';
import { Clock } from '#platform';
import type { Pool } from 'pg';
import { DELIVERER } from '../tokens.js';
import { Secrets } from './secrets.js';

const hour = 3_600_000;
/** Names no key: the command is refused before it matters, because there is no such subscription or it is none by webhook. */
const noKey = 'key-none';

/** Gives a subscription a new key. Its first one is made in the same way. */
@Injectable()
export class Rotation {
  constructor(
    private readonly bus: CommandBus,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    @Inject(DELIVERER) private readonly pool: Pool,
  ) {}

  /** The secret is in the answer that made it, and in no other: who lost it rotates once more. Throws a Problem. */
  async rotate(
    subscriptionId: string,
    { overlapHours }: RotateSecret,
    context: AlterSubscription['context'],
  ): Promise<SubscriptionAnswer & { replayed: boolean }> {
    const kind = await this.signatureOf(subscriptionId);
    const made = kind && (await this.secrets.make(subscriptionId, kind));
    const oldUntil = new Date(this.clock.now().getTime() + overlapHours * hour).toISOString();
    const data = { keyId: made?.keyId ?? noKey, oldUntil };
    const change = { name: 'RotateSecret', subscriptionId, data } as const;
    let named = false;
    try {
      const answer = await this.bus.execute(new AlterSubscription(change, context));
      named = !answer.replayed;
      return named && made ? { ...answer, secret: made.shown } : answer;
    } finally {
      if (made && !named) await this.secrets.discard(subscriptionId, made.keyId);
    }
  }

  private async signatureOf(subscriptionId: string): Promise<'v1' | 'v1a' | undefined> {
    const { rows } = await this.pool.query<{ transport: Transport }>(
      'SELECT transport FROM delivery.subscriptions WHERE id = $1',
      [subscriptionId],
    );
    const transport = rows[0]?.transport;
    return transport?.kind === 'webhook' ? transport.signature : undefined;
  }
}
