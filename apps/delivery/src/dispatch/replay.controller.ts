import { Body, Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { Problem, ReplayDeliveries, type Principal, type ReplayAnswer } from '#contracts';
import { CurrentPrincipal } from '#identity';
import { commandData } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { SubscriptionDesk, subscriptionIdOf } from '../subscriptions/subscription-desk.js';
import { Subscribers } from '../subscriptions/subscribers.js';
import { DELIVERER } from '../tokens.js';
import { countReplay, oldestKept } from './replay-rows.js';

const requireDelivered = (from: number, delivered: number): void => {
  if (from <= delivered) return;
  const message = delivered === 0 ? 'nothing has been delivered yet' : `the last delivery is ${delivered}`;
  throw new Problem('invalid-request', `from: ${message}.`, { faults: [{ path: 'from', message }] });
};

/** Sends deliveries of a webhook again: POST /v1/subscriptions/{id}/replay. */
@Controller('v1/subscriptions')
export class ReplayController {
  constructor(
    @Inject(DELIVERER) private readonly db: Pool,
    private readonly desk: SubscriptionDesk,
    private readonly subscribers: Subscribers,
  ) {}

  @Post(':id/replay')
  @HttpCode(200)
  async replay(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReplayAnswer> {
    const subscriptionId = subscriptionIdOf(id);
    const { transport, delivered } = await this.subscribers.get(subscriptionId, principal);
    if (transport.kind !== 'webhook')
      throw new Problem('guard-refused', 'Only a webhook is sent to: read the others from where you like.', {
        rule: 'subscription-transport',
      });
    const asked = commandData(ReplayDeliveries, body) as ReplayDeliveries;
    const { dryRun, ...wanted } = asked;
    requireDelivered(asked.from, delivered);
    await this.requireKept(subscriptionId, asked.from, delivered);
    const to = Math.min(asked.to, delivered);
    const { from, filter = {}, only } = asked;
    const count = await countReplay(this.db, {
      subscriptionId,
      from,
      to,
      filter,
      onlyParked: only === 'parked',
    });
    if (dryRun) return { subscriptionId, count, dryRun, position: null };
    // What comes later is not meant: it is under way by itself.
    const change = { name: 'ReplayDeliveries', subscriptionId, data: { ...wanted, to, count } } as const;
    const asWell = { subscriptionId, ...wanted };
    const { position } = await this.desk.alter(change, principal, request, reply, asWell);
    return { subscriptionId, count, dryRun, position };
  }

  private async requireKept(subscriptionId: string, from: number, delivered: number): Promise<void> {
    const oldest = (await oldestKept(this.db, subscriptionId)) ?? delivered + 1;
    if (from >= oldest) return;
    throw new Problem('feed-expired', `Deliveries before ${oldest} are no longer kept.`, { oldest });
  }
}
