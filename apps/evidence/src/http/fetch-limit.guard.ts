import { Injectable, type ExecutionContext } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail, type ThrottlerModuleOptions } from '@nestjs/throttler';
import { Problem } from '#contracts';
import type { Config } from '#platform';

/** So many that a verifier may read the whole log at once. */
export const fetchLimits = ({ EVIDENCE_PER_ADDRESS }: Config): ThrottlerModuleOptions => ({
  setHeaders: false,
  throttlers: [{ name: 'address', ttl: 60_000, limit: EVIDENCE_PER_ADDRESS }],
});

/** Refuses what exceeds the limit of an address with too-many-requests and Retry-After. */
@Injectable()
export class FetchLimit extends ThrottlerGuard {
  protected override throwThrottlingException(
    _context: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    const retryAfterSeconds = Math.max(1, Math.ceil(timeToBlockExpire));
    const detail = `Too many requests at once; go on in ${retryAfterSeconds} seconds.`;
    return Promise.reject(new Problem('too-many-requests', detail, { retryAfterSeconds }));
  }
}
