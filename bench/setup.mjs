import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { freePort } from '../scripts/services/ports.mjs';
import { startServices } from '../scripts/services/index.mjs';
import { endProcess, sleep } from '../scripts/support/processes.mjs';
import { inRoot, root } from '../scripts/support/project.mjs';
import { say, Stop } from '../scripts/support/say.mjs';
import { runStep } from '../scripts/system/run-step.mjs';
import { built } from './built.mjs';
import { startIssuer } from './issuer.mjs';

/** @param {string} url @param {string} database */
const withDatabase = (url, database) => Object.assign(new URL(url), { pathname: `/${database}` }).href;

/** @template T @param {string} url @param {(client: pg.Client) => Promise<T>} work */
export async function withClient(url, work) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * A durable PostgreSQL of our own in a temporary folder, migrated, with the cabinet loaded, as the template of each part's database;
 * and an issuer of tokens.
 */
export async function openSetup() {
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'OIDC_ISSUER', 'OIDC_JWKS_URL']) delete process.env[name];
  const dir = mkdtempSync(path.join(process.env.KYOGI_BENCH_DIR ?? os.tmpdir(), 'kyogi-bench-'));
  const services = await startServices({
    dir,
    durable: true,
    packages: inRoot('.data', 'redis-debian'),
    say,
  });
  const issuer = await startIssuer();
  const { DATABASE_URL: template } = services.env;
  const env = {
    ...process.env,
    ...services.env,
    ...issuer.env,
    KYOGI_CABINET: 'japan',
    NODE_ENV: 'production',
  };
  await runStep('Migrating the database', 'dist/libs/platform/src/migrate-main.js', env);
  await runStep('Loading the cabinet', 'dist/libs/identity/src/load-cabinet-main.js', env);
  const admin = withDatabase(template, 'postgres');
  let made = 0;
  return {
    dir,
    template,
    redis: services.redis,
    issuer,
    /** Process id of the postmaster. */
    postgres: services.pids().PostgreSQL,
    /** A fresh migrated database. @returns {Promise<string>} its address */
    async database() {
      const name = `bench_${++made}`;
      await withClient(admin, (client) =>
        client.query(`CREATE DATABASE ${name} TEMPLATE kyogi STRATEGY file_copy`),
      );
      const url = withDatabase(template, name);
      await withClient(url, (client) => built('libs/platform/src/index.js').grantDatabase(client));
      return url;
    },
    /** @param {string} url */
    drop: (url) =>
      withClient(admin, (client) =>
        client.query(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`),
      ),
    /** @param {'intake' | 'headquarters' | 'delivery'} name @param {string} url @param {Record<string, string>} [more] settings */
    app: (name, url, more = {}) => startApp(name, { ...env, DATABASE_URL: url, ...more }),
    async stop() {
      issuer.stop();
      await services.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
/** @typedef {Awaited<ReturnType<typeof openSetup>>} Setup */

/** One of the product's processes at its default settings, its log lines written and thrown away. */
async function startApp(name, env) {
  const port = await freePort();
  const flags = (process.env.KYOGI_BENCH_NODE ?? '').split(' ').filter(Boolean);
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', ...flags, inRoot('dist', 'apps', name, 'src', 'main.js')],
    {
      cwd: root,
      env: { ...env, [`${name.toUpperCase()}_PORT`]: String(port) },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + 60_000;
  for (;;) {
    const ready = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) break;
    if (child.exitCode !== null || Date.now() > until) throw new Stop(`${name} did not become ready.`);
    await sleep(50);
  }
  const pid = /** @type {number} */ (child.pid);
  return {
    port,
    url,
    pid,
    /** Stands still, so that it takes no part in what is measured. */
    pause: () => process.kill(pid, 'SIGSTOP'),
    resume: () => process.kill(pid, 'SIGCONT'),
    stop: async () => {
      if (child.exitCode !== null) return;
      process.kill(pid, 'SIGCONT');
      await endProcess(pid, 'SIGTERM', 20_000);
    },
  };
}
/** @typedef {Awaited<ReturnType<typeof startApp>>} App */
