import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AlterSubscription, digest } from '#commands';
import type { Principal, RotateSecret, SubscriptionAnswer, Transport } from '#contracts';
import { Clock, idempotencyKey } from '#platform';
import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { DELIVERER } from '../tokens.js';
import { Secrets } from './secrets.js';
import type { LiveKey } from './sign.js';

export interface Asker {
  principal: Principal;
  request: Pick<FastifyRequest, 'headers' | 'id'>;
}

const hour = 3_600_000;
/** Names no key: the command is refused before it matters, because there is no such subscription or it is none by webhook. */
const noKey = 'key-none';
/** Hours for which the key of another signature goes on when the signature was changed. */
const changeOverlap = 24;

/** Gives subscriptions their keys. A secret is in the answer that made it and in no other: who lost it rotates once more. */
@Injectable()
export class Rotation {
  constructor(
    private readonly bus: CommandBus,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    @Inject(DELIVERER) private readonly pool: Pool,
  ) {}

  /** The answer to POST …/rotate-secret. Throws a Problem. */
  async rotate(subscriptionId: string, { overlapHours }: RotateSecret, asker: Asker): Promise<Rotated> {
    const { rows } = await this.pool.query<{ transport: Transport }>(
      'SELECT transport FROM delivery.subscriptions WHERE id = $1',
      [subscriptionId],
    );
    const transport = rows[0]?.transport;
    const kind = transport?.kind === 'webhook' ? transport.signature : undefined;
    return this.record('rotate-secret', { subscriptionId, kind, overlapHours }, asker);
  }

  /** The secret of a subscription that has no lasting key of this signature: it was opened, or its signature was changed. */
  async first(subscriptionId: string, kind: LiveKey['kind'], asker: Asker): Promise<string | undefined> {
    if (await this.secrets.hasLasting(subscriptionId, kind)) return undefined;
    const asked = { subscriptionId, kind, overlapHours: changeOverlap };
    return (await this.record('first-secret', asked, asker)).secret;
  }

  private async record(name: string, asked: Asked, { principal, request }: Asker): Promise<Rotated> {
    const { subscriptionId, kind, overlapHours } = asked;
    const receipt = {
      scope: `${principal.person} POST /v1/subscriptions/{id} ${name}`,
      key: idempotencyKey(request.headers['idempotency-key']),
      fingerprint: digest({ subscriptionId, overlapHours }),
    };
    const made = kind && (await this.secrets.make(subscriptionId, kind));
    const oldUntil = new Date(this.clock.now().getTime() + overlapHours * hour).toISOString();
    const data = { keyId: made?.keyId ?? noKey, oldUntil };
    const change = { name: 'RotateSecret', subscriptionId, data } as const;
    let isNamed = false;
    try {
      const context = { principal, receipt, correlationId: request.id };
      const answer = await this.bus.execute(new AlterSubscription(change, context));
      isNamed = !answer.replayed;
      return isNamed && made ? { ...answer, secret: made.shown } : answer;
    } finally {
      if (made && !isNamed) await this.secrets.discard(subscriptionId, made.keyId);
    }
  }
}

interface Asked {
  subscriptionId: string;
  /** Undefined: nothing to make a key for. */
  kind: LiveKey['kind'] | undefined;
  overlapHours: number;
}

type Rotated = SubscriptionAnswer & { replayed: boolean };
