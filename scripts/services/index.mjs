import path from 'node:path';
import { say as sayLine } from '../support/say.mjs';
import { findRedis } from './find-redis.mjs';
import { keepRunning } from './keep-running.mjs';
import { startPostgres } from './postgres.mjs';
import { startRedis } from './redis.mjs';

/**
 * A started server and the means to start it again at the same address.
 * @typedef {object} Service
 * @property {string} name
 * @property {NodeJS.ProcessEnv} env what clients need
 * @property {string[]} notes
 * @property {import('./run-server.mjs').Server} first
 * @property {() => Promise<import('./run-server.mjs').Server>} launch
 */

const noRedis = "No Redis found: hints run on BullMQ's PostgreSQL backend (slower, nothing else changes).";

/**
 * PostgreSQL and Redis for a system or a test run: those of DATABASE_URL and REDIS_URL when set, else servers of our own below
 * `dir`, on 127.0.0.1 at free ports.
 * @param {object} options
 * @param {string} options.dir data folder
 * @param {boolean} options.durable false: no fsync (tests)
 * @param {boolean} [options.supervised] start a server again when it dies
 * @param {string} [options.packages] where unpacked Redis packages are kept, default `<dir>/redis-debian`
 * @param {(line: string) => void} [options.say]
 * @returns {Promise<{ env: { DATABASE_URL: string, REDIS_URL?: string }, redis?: import('./find-redis.mjs').RedisServer,
 *   notes: string[], pids(): { PostgreSQL?: number, Redis?: number }, stop(): Promise<void> }>}
 */
export async function startServices({ dir, durable, supervised = false, packages, say = sayLine }) {
  const running = [];
  const env = {};
  const notes = [];
  const stop = async () => {
    for (const one of running.splice(0).reverse()) await one.stop();
  };
  const add = (service) => {
    running.push(keepRunning(service, { supervised, say }));
    Object.assign(env, service.env);
    notes.push(...service.notes);
  };
  const redis = process.env.REDIS_URL
    ? undefined
    : findRedis(packages ?? path.join(dir, 'redis-debian'), say);
  try {
    if (process.env.DATABASE_URL) env.DATABASE_URL = process.env.DATABASE_URL;
    else add(await startPostgres({ dir: path.join(dir, 'postgres'), durable, say }));
    if (process.env.REDIS_URL) env.REDIS_URL = process.env.REDIS_URL;
    else if (redis) add(await startRedis({ dir: path.join(dir, 'redis'), durable, server: redis, say }));
    else notes.push(noRedis);
  } catch (error) {
    await stop();
    throw error;
  }
  const pids = () => Object.fromEntries(running.map((one) => [one.name, one.pid()]));
  return { env: /** @type {any} */ (env), redis, notes, pids, stop };
}
