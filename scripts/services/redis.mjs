import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { commandLine, endProcess, processStamp, sleep } from '../support/processes.mjs';
import { readJson, writeJson } from '../support/files.mjs';
import { Stop } from '../support/say.mjs';
import { freePort } from './ports.mjs';
import { deathPrefix, runServer } from './run-server.mjs';

/** @param {number} port @param {string} data @param {boolean} durable */
const options = (port, data, durable) => [
  ...['--port', String(port), '--bind', '127.0.0.1', '--dir', data, '--daemonize', 'no', '--save', ''],
  ...[
    '--appendonly',
    durable ? 'yes' : 'no',
    '--aof-load-truncated',
    'yes',
    '--maxmemory-policy',
    'noeviction',
  ],
];

/** Ends a server that a killed node left running on this folder. @param {string} pidFile */
async function clearOrphan(pidFile) {
  const known = readJson(pidFile);
  if (!known || processStamp(known.pid) !== known.stamp) return;
  if (/redis|valkey/.test(commandLine(known.pid))) await endProcess(known.pid, 'SIGTERM', 10_000);
}

/** Redis listens before it has read its log, and may yet refuse it: only a PONG says that it serves. @param {number} port @returns {Promise<boolean>} */
const serves = (port) =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 1000 });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => socket.write('PING\r\n'));
    socket.once('data', (answer) => end(answer.toString().startsWith('+PONG')));
    for (const event of ['timeout', 'error', 'close']) socket.once(event, () => end(false));
  });

/** @param {import('./run-server.mjs').Server} server @param {number} port @returns whether it serves before it ends or two minutes pass */
async function comesUp(server, port) {
  const until = Date.now() + 120_000;
  while (!server.isGone() && Date.now() < until) {
    if (await serves(port)) return true;
    await sleep(20);
  }
  return false;
}

/**
 * Starts Redis on `dir`. What it holds are hints that are derived again from PostgreSQL, so a data folder it refuses is moved
 * aside instead of stopping the start.
 * @param {{ dir: string, durable: boolean, server: import('./find-redis.mjs').RedisServer, say: (line: string) => void }} options
 * @returns {Promise<import('./index.mjs').Service>}
 */
export async function startRedis({ dir, durable, server: { exe, env }, say }) {
  const home = path.resolve(dir);
  const data = path.join(home, 'data');
  const log = path.join(home, 'redis.log');
  const pidFile = path.join(home, 'pid.json');
  const port = await freePort();
  const once = async () => {
    mkdirSync(data, { recursive: true });
    await clearOrphan(pidFile);
    const command = [...deathPrefix('SIGTERM'), exe, ...options(port, data, durable)];
    const server = runServer(command, { log, signal: 'SIGTERM', env: { ...process.env, ...env } });
    writeJson(pidFile, { pid: server.pid, stamp: processStamp(server.pid) });
    if (await comesUp(server, port)) return server;
    await server.stop();
    return undefined;
  };
  const launch = async () => {
    const server = await once();
    if (server) return server;
    if (existsSync(data)) {
      const aside = `${data}.refused-${Date.now()}`;
      renameSync(data, aside);
      say(
        `Redis refused its data folder: moved to ${aside}, started with an empty one (its hints are derived again).`,
      );
    }
    const again = await once();
    if (again) return again;
    throw new Stop(`Redis (${exe}) did not start: its log is ${log}. Set REDIS_URL to use another.`);
  };
  return {
    name: 'Redis',
    env: { REDIS_URL: `redis://127.0.0.1:${port}` },
    notes: [`Redis on port ${port} (${exe})`],
    first: await launch(),
    launch,
  };
}
