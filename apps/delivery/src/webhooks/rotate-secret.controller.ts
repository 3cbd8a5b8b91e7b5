import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { digest } from '#commands';
import { Problem, RotateSecret, Ulid, type Principal, type SubscriptionAnswer } from '#contracts';
import { CurrentPrincipal } from '#identity';
import { commandData, idempotencyKey } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
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
    @Req() { headers, id: correlationId }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubscriptionAnswer> {
    if (!Ulid.safeParse(id).success) throw new Problem('not-found', 'There is no such subscription.');
    const data = commandData(RotateSecret, body) as RotateSecret;
    const receipt = {
      scope: `${principal.person} POST /v1/subscriptions/{id}/rotate-secret`,
      key: idempotencyKey(headers['idempotency-key']),
      fingerprint: digest({ name: 'RotateSecret', subscriptionId: id, data }),
    };
    const { replayed, ...answer } = await this.rotation.rotate(id, data, {
      ...{ principal, receipt, correlationId },
    });
    if (replayed) void reply.header('idempotency-replayed', 'true');
    void reply.header('cache-control', 'no-store');
    return answer;
  }
}
