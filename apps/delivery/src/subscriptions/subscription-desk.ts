import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AlterSubscription, digest, type SubscriptionChange } from '#commands';
import { Problem, Ulid, type Principal, type SubscriptionAnswer } from '#contracts';
import { idempotencyKey } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The id of a subscription in an address. Throws invalid-request. */
export const subscriptionIdOf = (id: string): string => {
  if (Ulid.safeParse(id).success) return id;
  const message = 'a ULID: 26 characters, no I, L, O or U';
  throw new Problem('invalid-request', `The subscription id in the address must be ${message}.`, {
    faults: [{ path: 'id', message }],
  });
};

/** Takes a change of a subscription from a request to the command bus. */
@Injectable()
export class SubscriptionDesk {
  constructor(private readonly bus: CommandBus) {}

  /** `asked`: what the caller said, when it is not what is recorded: by it a repetition is known. */
  async alter(
    change: SubscriptionChange,
    principal: Principal,
    { headers, id: correlationId }: FastifyRequest,
    reply: FastifyReply,
    asked: unknown = change,
  ): Promise<SubscriptionAnswer & { position: number }> {
    const receipt = {
      scope: `${principal.person} POST /v1/subscriptions/{id} ${change.name}`,
      key: idempotencyKey(headers['idempotency-key']),
      fingerprint: digest(asked),
    };
    const context = { principal, receipt, correlationId };
    const { replayed, ...answer } = await this.bus.execute(new AlterSubscription(change, context));
    if (replayed) void reply.header('idempotency-replayed', 'true');
    return answer;
  }
}
