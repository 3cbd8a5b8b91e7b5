import type { Redis } from 'ioredis';
import { ConfigError } from '#platform';

/** Redis is set to drop keys when its memory is full. A process refuses to start with it. */
export class EvictionPolicy extends ConfigError {}

/**
 * Reads the policy from INFO, which managed services allow where they forbid CONFIG.
 * @throws EvictionPolicy
 */
export async function assertNoEviction(client: Redis): Promise<void> {
  const policy = /maxmemory_policy:(\S+)/.exec(await client.info('memory'))?.[1];
  if (policy === undefined || policy === 'noeviction') return;
  throw new EvictionPolicy(
    `Redis has maxmemory-policy ${policy} and would drop hints when its memory is full: set it to noeviction.`,
  );
}
