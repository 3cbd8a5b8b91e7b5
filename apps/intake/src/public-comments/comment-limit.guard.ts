import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail, type ThrottlerModuleOptions } from '@nestjs/throttler';
import { Problem } from '#contracts';
import type { Config } from '#platform';
import { networkOf } from './network.js';

const MINUTE_MS = 60_000;

/** Two limits: of one address, which is asked first so that it cannot use up the other, and of all together. */
export const commentLimits = (config: Config): ThrottlerModuleOptions => ({
  setHeaders: false,
  throttlers: [
    {
      ...{ name: 'address', ttl: MINUTE_MS, limit: config.PUBLIC_COMMENTS_PER_ADDRESS },
      getTracker: ({ ip }) => networkOf(String(ip)),
    },
    {
      ...{ name: 'all', ttl: MINUTE_MS, limit: config.PUBLIC_COMMENTS_PER_MINUTE },
      getTracker: () => 'all',
    },
  ],
});

/** Refuses what exceeds the limits with too-many-requests and Retry-After. */
@Injectable()
export class CommentLimit extends ThrottlerGuard {
  protected override throwThrottlingException(
    _context: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    const retryAfterSeconds = Math.max(1, Math.ceil(timeToBlockExpire));
    const detail = `Too many comments at once; send it again in ${retryAfterSeconds} seconds.`;
    return Promise.reject(new Problem('too-many-requests', detail, { retryAfterSeconds }));
  }
}
