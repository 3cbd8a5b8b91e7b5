import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail } from '@nestjs/throttler';
import { Problem } from '#contracts';

/** Refuses what exceeds the limits of ThrottlerModule with too-many-requests and Retry-After. */
@Injectable()
export class RequestLimit extends ThrottlerGuard {
  protected override throwThrottlingException(
    _context: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    const retryAfterSeconds = Math.max(1, Math.ceil(timeToBlockExpire));
    const detail = `Too many requests at once; send it again in ${retryAfterSeconds} seconds.`;
    return Promise.reject(new Problem('too-many-requests', detail, { retryAfterSeconds }));
  }
}
