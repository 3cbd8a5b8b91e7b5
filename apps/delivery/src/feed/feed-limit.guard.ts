import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail, type ThrottlerModuleOptions } from '@nestjs/throttler';
import { Problem } from '#contracts';
import { principalOf } from '#identity';
import type { Config } from '#platform';
import type { FastifyRequest } from 'fastify';

const MINUTE_MS = 60_000;

/** Requests of one person, by whatever address they come. */
export const feedLimits = (config: Config): ThrottlerModuleOptions => ({
  setHeaders: false,
  throttlers: [
    {
      ...{ name: 'person', ttl: MINUTE_MS, limit: config.FEED_PULLS_PER_MINUTE },
      getTracker: (request) => principalOf(request as unknown as FastifyRequest).person,
    },
  ],
});

/** Refuses what exceeds the limit with too-many-requests and Retry-After. */
@Injectable()
export class FeedLimit extends ThrottlerGuard {
  protected override throwThrottlingException(
    _context: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    const retryAfterSeconds = Math.max(1, Math.ceil(timeToBlockExpire));
    const detail = `Too many requests for events; send it again in ${retryAfterSeconds} seconds, and use wait or the stream.`;
    return Promise.reject(new Problem('too-many-requests', detail, { retryAfterSeconds }));
  }
}
