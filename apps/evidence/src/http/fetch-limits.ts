import type { ThrottlerModuleOptions } from '@nestjs/throttler';
import type { Config } from '#platform';

/** So many that a verifier may read the whole log at once. */
export const fetchLimits = ({ EVIDENCE_PER_ADDRESS }: Config): ThrottlerModuleOptions => ({
  setHeaders: false,
  throttlers: [{ name: 'address', ttl: 60_000, limit: EVIDENCE_PER_ADDRESS }],
});
