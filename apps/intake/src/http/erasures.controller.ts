import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ErasePayload, Problem, Ulid, type ErasureAnswer, type Principal } from '#contracts';
import { EraseWords, digest } from '#commands';
import { CurrentPrincipal } from '#identity';
import { commandData, idempotencyKey } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Words that must not be kept: POST /v1/dossiers/{id}/erase-payload. */
@Controller('v1/dossiers')
export class ErasuresController {
  constructor(private readonly bus: CommandBus) {}

  @Post(':id/erase-payload')
  @HttpCode(200)
  async erase(
    @Param('id') id: string,
    @Body() body: unknown,
    @CurrentPrincipal() principal: Principal,
    @Req() { headers, id: correlationId }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ErasureAnswer> {
    const data = commandData(ErasePayload, body) as ErasePayload;
    if (!Ulid.safeParse(id).success) throw new Problem('not-found', 'There is no such dossier.');
    const receipt = {
      scope: `${principal.person} POST /v1/dossiers/{id}/erase-payload`,
      key: idempotencyKey(headers['idempotency-key']),
      fingerprint: digest({ id, data }),
    };
    const { replayed, ...answer } = await this.bus.execute(
      new EraseWords(id, data, { principal, receipt, correlationId }),
    );
    if (replayed) void reply.header('idempotency-replayed', 'true');
    return answer;
  }
}
