import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startServices } from '../../scripts/services/index.mjs';
import { readJson, writeJson } from '../../scripts/support/files.mjs';
import { processStamp } from '../../scripts/support/processes.mjs';
import { inRoot } from '../../scripts/support/project.mjs';

const prefix = path.join(os.tmpdir(), 'kyogi-test-');

/** Removes the folders of test runs that were killed before they could. */
function sweep() {
  for (const name of readdirSync(os.tmpdir())) {
    const dir = path.join(os.tmpdir(), name);
    const owner = dir.startsWith(prefix) ? readJson(path.join(dir, 'owner.json')) : undefined;
    if (owner && processStamp(owner.pid) !== owner.stamp) rmSync(dir, { recursive: true, force: true });
  }
}

/** @param {string} url @returns the same server's maintenance database */
function maintenance(url) {
  const parsed = new URL(url);
  parsed.pathname = '/postgres';
  return parsed.href;
}

/**
 * One PostgreSQL and one Redis for the run, without fsync, in a temporary folder; or those of DATABASE_URL and REDIS_URL.
 * Specs read TEST_DATABASE_URL (superuser, database postgres: each spec creates its own), TEST_REDIS_URL and, to start a Redis
 * of their own, TEST_REDIS_SERVER (executable) with TEST_REDIS_ENV (JSON of the variables it needs).
 */
export default async function setUp() {
  if (process.env.KYOGI_UNIT_ONLY) return;
  sweep();
  const dir = mkdtempSync(prefix);
  writeJson(path.join(dir, 'owner.json'), { pid: process.pid, stamp: processStamp(process.pid) });
  const services = await startServices({ dir, durable: false, packages: inRoot('.data', 'redis-debian') });
  globalThis.kyogiTest = { dir, services };
  process.env.TEST_DATABASE_URL = maintenance(services.env.DATABASE_URL);
  if (services.env.REDIS_URL) process.env.TEST_REDIS_URL = services.env.REDIS_URL;
  if (services.redis && existsSync(services.redis.exe)) {
    process.env.TEST_REDIS_SERVER = services.redis.exe;
    process.env.TEST_REDIS_ENV = JSON.stringify(services.redis.env);
  }
}
