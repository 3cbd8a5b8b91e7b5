import { Injectable, type ExecutionContext } from '@nestjs/common';
import type { ThrottlerModuleOptions } from '@nestjs/throttler';
import { RequestLimit, type Config } from '#platform';
import type { FastifyReply } from 'fastify';
import { POSITION_HEADER } from '../http/answer.js';

/** The limit of one address (of IPv6: of one /64) for all of the register together. */
export const openDataLimits = (config: Config): ThrottlerModuleOptions => ({
  throttlers: [{ ttl: 60_000, limit: config.OPEN_DATA_PER_ADDRESS }],
  generateKey: (_context, address) => `open-data ${address}`,
});

const exposed = [
  ...['ETag', 'Last-Modified', 'Link', 'Retry-After', POSITION_HEADER],
  ...['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
].join(', ');

/** The door of the register: pages of every origin may read it, refusals too; an address that asks too often is refused. */
@Injectable()
export class OpenDataLimit extends RequestLimit {
  protected override headerPrefix = 'RateLimit';

  override canActivate(context: ExecutionContext): Promise<boolean> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    void reply.headers({ 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed });
    return super.canActivate(context);
  }
}
