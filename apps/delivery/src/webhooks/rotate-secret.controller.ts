import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { RotateSecret, type Principal, type SubscriptionAnswer } from '#contracts';
import { CurrentPrincipal } from '#identity';
import { commandData } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { subscriptionIdOf } from '../subscriptions/subscription-desk.js';
import { Rotation } from './rotation.js';

/** POST /v1/subscriptions/{id}/rotate-secret */
@Controller('v1/subscriptions')
export class RotateSecretController {
  constructor(private readonly rotation: Rotation) {}

  @Post(':id/rotate-secret')
  @HttpCode(200)
  async rotate(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubscriptionAnswer> {
    const data = commandData(RotateSecret, body) as RotateSecret;
    const asker = { principal, request };
    const { replayed, ...answer } = await this.rotation.rotate(subscriptionIdOf(id), data, asker);
    if (replayed) void reply.header('idempotency-replayed', 'true');
    void reply.header('cache-control', 'no-store');
    return answer;
  }
}
