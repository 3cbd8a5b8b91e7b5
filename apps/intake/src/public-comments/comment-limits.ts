import type { ThrottlerModuleOptions } from '@nestjs/throttler';
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
