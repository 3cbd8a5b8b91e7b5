import { onPath, runs } from '../support/processes.mjs';
import { debianRedis } from './debian-redis.mjs';

/** @typedef {{ exe: string, env: NodeJS.ProcessEnv }} RedisServer */

/**
 * A Redis or Valkey executable: REDIS_SERVER, then PATH, then Debian's packages unpacked below `home`.
 * KYOGI_NO_REDIS=1 finds none.
 * @param {string} home
 * @param {(line: string) => void} say
 * @returns {RedisServer | undefined}
 */
export function findRedis(home, say) {
  if (process.env.KYOGI_NO_REDIS) return undefined;
  const candidates = [process.env.REDIS_SERVER, onPath(['redis-server']), onPath(['valkey-server'])];
  const exe = candidates.find((candidate) => candidate && runs(candidate, ['--version']));
  return exe ? { exe, env: {} } : debianRedis(home, say);
}
