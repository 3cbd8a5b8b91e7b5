import { spawnSync } from 'node:child_process';
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { quantile } from './statistics.mjs';

/** Median and p99 of write + fdatasync of one 8 KiB page at growing offsets, microseconds: what a commit costs. @param {string} dir */
function syncLatency(dir) {
  const file = path.join(dir, 'fdatasync.probe');
  const handle = openSync(file, 'w');
  const page = Buffer.alloc(8192, 1);
  const times = [];
  for (let i = 0; i < 500; i++) {
    const began = performance.now();
    writeSync(handle, page, 0, page.length, (i % 2048) * page.length);
    fdatasyncSync(handle);
    times.push((performance.now() - began) * 1000);
  }
  closeSync(handle);
  rmSync(file);
  return { median: Math.round(quantile(times, 0.5)), p99: Math.round(quantile(times, 0.99)) };
}

/** @param {string} exe @param {NodeJS.ProcessEnv} env */
const firstLine = (exe, env) =>
  (spawnSync(exe, ['--version'], { encoding: 'utf8', env: { ...process.env, ...env } }).stdout ?? '').split(
    '\n',
  )[0];

/**
 * What the numbers were measured on, one line each.
 * @param {{ dir: string, client: import('pg').Client, redis?: import('../scripts/services/find-redis.mjs').RedisServer, pgbench?: string }} setup
 */
export async function describeMachine({ dir, client, redis, pgbench }) {
  const cpus = os.cpus();
  const sync = syncLatency(dir);
  const { rows } = await client.query(
    `SELECT split_part(version(), ' on ', 1) AS version, current_setting('fsync') AS fsync,
       current_setting('synchronous_commit') AS sync_commit, current_setting('shared_buffers') AS buffers`,
  );
  const [server] = rows;
  return {
    CPU: `${cpus.length} × ${cpus[0]?.model.trim()}, shared by client, node and PostgreSQL`,
    Memory: `${(os.totalmem() / 2 ** 30).toFixed(1)} GiB`,
    System: `${os.type()} ${os.release()} ${os.arch()}`,
    'Disk, write + fdatasync of 8 KiB': `median ${sync.median} µs, p99 ${sync.p99} µs`,
    Node: process.version,
    PostgreSQL: `${server.version}, fsync ${server.fsync}, synchronous_commit ${server.sync_commit}, shared_buffers ${server.buffers}`,
    pgbench: pgbench ? firstLine(pgbench, {}) : 'not found',
    Redis: redis ? `${firstLine(redis.exe, redis.env).split(' sha')[0]} (idle: hints only)` : 'none',
    'Load before the run': os
      .loadavg()
      .map((load) => load.toFixed(2))
      .join(' '),
    Date: new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC',
  };
}
