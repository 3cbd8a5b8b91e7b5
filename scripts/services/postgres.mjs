import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sleep } from '../support/processes.mjs';
import { projectRequire } from '../support/project.mjs';
import { Stop } from '../support/say.mjs';
import { clearOrphan, clusterVersion, endBackends, ensureCluster } from './cluster.mjs';
import { findPostgres } from './find-postgres.mjs';
import { asNonRoot } from './non-root.mjs';
import { freePort } from './ports.mjs';
import { deathPrefix, runServer } from './run-server.mjs';

const wayOut =
  'set DATABASE_URL to an existing server (PostgreSQL 15 or newer), or install one (apt-get install postgresql, brew install postgresql).';

const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/** @param {number} port @param {boolean} durable */
const settings = (port, durable) =>
  [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=128MB',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(durable ? [] : fast),
  ].flatMap((setting) => ['-c', setting]);

/** Last lines of a server's log, for the sentence that says why it did not start. @param {string} log */
const lastLines = (log) =>
  existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' | ') : '';

/** Backends of an earlier server, which was killed, are still at work on the data folder. */
class StillInUse extends Stop {}
const inUse = /pre-existing shared memory block/;
/** Milliseconds that they are given to end. */
const patience = 30_000;

/** @param {string} log */
const notStarted = (log) => {
  const said = lastLines(log);
  return new (inUse.test(said) ? StillInUse : Stop)(`PostgreSQL did not start: ${said}. Its log is ${log}.`);
};

/** Waits for the first connection and creates the database. @param {number} port @param {import('./run-server.mjs').Server} server @param {string} log */
async function connectFirst(port, server, log) {
  const pg = projectRequire('pg');
  const until = Date.now() + 120_000; // crash recovery of a long write-ahead log takes its time
  for (;;) {
    if (server.isGone()) throw notStarted(log);
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
    client.on('error', () => {});
    try {
      await client.connect();
      const found = await client.query("select 1 from pg_database where datname = 'kyogi'");
      if (found.rowCount === 0) await client.query('create database kyogi');
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(40);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** @param {string} data */
function binariesFor(data) {
  if (process.platform === 'win32') throw new Stop(`On Windows use WSL, or ${wayOut}`);
  const version = clusterVersion(data);
  const bin = findPostgres(version);
  if (bin) return bin;
  if (version)
    throw new Stop(
      `${data} was made by PostgreSQL ${version}, which is no longer here: install it, or ${wayOut}`,
    );
  throw new Stop(`No PostgreSQL binaries for ${process.platform}-${process.arch} were found: ${wayOut}`);
}

/**
 * Starts PostgreSQL on `dir`, making its data folder at the first start and ending an orphan of an earlier one.
 * @param {{ dir: string, durable: boolean, say: (line: string) => void }} options durable false: no fsync, for tests
 * @returns {Promise<import('./index.mjs').Service>}
 */
export async function startPostgres({ dir, durable, say }) {
  const identity = asNonRoot(path.resolve(dir));
  const { prefix, uid, gid, note } = identity;
  const log = path.join(identity.dir, 'postgres.log');
  const data = path.join(identity.dir, 'data');
  const bin = binariesFor(data);
  await clearOrphan(data);
  ensureCluster(bin, identity, durable);
  const port = await freePort();
  const once = async () => {
    await clearOrphan(data);
    const command = [
      ...prefix,
      ...deathPrefix('SIGINT'),
      path.join(bin, 'postgres'),
      '-D',
      data,
      ...settings(port, durable),
    ];
    const server = runServer(command, { log, signal: 'SIGINT', uid, gid });
    try {
      await connectFirst(port, server, log);
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  };
  const launch = async () => {
    const until = Date.now() + patience;
    for (;;) {
      try {
        return await once();
      } catch (error) {
        if (!(error instanceof StillInUse) || Date.now() > until) throw error;
        say(`Processes of an earlier PostgreSQL are still at work on ${data}: ending them ...`);
        await endBackends(data);
        await sleep(500);
      }
    }
  };
  const first = await launch();
  return {
    name: 'PostgreSQL',
    env: { DATABASE_URL: `postgres://postgres@127.0.0.1:${port}/kyogi` },
    notes: [...(note ? [note] : []), `PostgreSQL ${clusterVersion(data)} on port ${port}, data in ${data}`],
    first,
    launch,
  };
}
