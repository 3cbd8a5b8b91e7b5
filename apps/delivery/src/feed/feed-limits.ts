import type { ThrottlerModuleOptions } from '@nestjs/throttler';
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
