import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { eventually } from './support/eventually.js';

interface Report {
  env: { DATABASE_URL: string; REDIS_URL?: string };
  pids: { PostgreSQL: number; Redis?: number };
  notes: string[];
}

jest.setTimeout(60_000);

const run = promisify(execFile);
const runner = path.join(__dirname, 'support', 'run-services.mjs');
const redisServer = process.env.TEST_REDIS_SERVER;
const environment: NodeJS.ProcessEnv = {
  ...process.env,
  ...(JSON.parse(process.env.TEST_REDIS_ENV ?? '{}') as NodeJS.ProcessEnv),
  DATABASE_URL: undefined,
  REDIS_URL: undefined,
  ...(redisServer ? { REDIS_SERVER: redisServer } : { KYOGI_NO_REDIS: '1' }),
};
const withRedis = redisServer ? it : it.skip;

const started: ChildProcess[] = [];
const dir = mkdtempSync(path.join(tmpdir(), 'kyogi-launcher-'));

/** Starts services on the folder in a process of their own. */
async function start(
  folder: string,
  extra: NodeJS.ProcessEnv = {},
): Promise<Report & { child: ChildProcess; said: string[] }> {
  const child = spawn(process.execPath, [runner, folder], {
    env: { ...environment, ...extra },
    stdio: 'pipe',
  });
  started.push(child);
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said.join('\n')}`)));
  });
  return { ...(JSON.parse(line) as Report), child, said };
}

async function stop({ child }: { child: ChildProcess }): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function redis<T>(url: string | undefined, use: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url ?? '', { maxRetriesPerRequest: 1 });
  client.on('error', () => undefined);
  try {
    return await use(client);
  } finally {
    client.disconnect();
  }
}

const notes = (url: string) =>
  query(url, 'select what from note order by what').then((rows) => rows.map(({ what }) => what));

describe('The launcher', () => {
  const main = path.join(dir, 'main');

  afterAll(async () => {
    await Promise.all(started.map((child) => stop({ child })));
    rmSync(dir, { recursive: true, force: true });
  });

  it('starts cold in an empty folder, with a database that can compare Japanese text', async () => {
    const services = await start(main);
    await query(services.env.DATABASE_URL, 'create extension pg_trgm');
    const [row] = await query(
      services.env.DATABASE_URL,
      `select current_database() as name, show_trgm('協議会') as trigrams, similarity('人工知能の利用', '人工知能の活用') as alike`,
    );
    expect(row).toMatchObject({ name: 'kyogi' });
    expect(row?.trigrams).not.toEqual([]);
    expect(row?.alike).toBeGreaterThan(0.3);
    await query(services.env.DATABASE_URL, `create table note as select 'first' as what`);
    if (services.env.REDIS_URL) await redis(services.env.REDIS_URL, (client) => client.set('hint', 'one'));
    await stop(services);
  });

  it('starts warm with the data it had, and again at the same address after kill -9 of PostgreSQL', async () => {
    const services = await start(main);
    expect(await notes(services.env.DATABASE_URL)).toEqual(['first']);
    await query(services.env.DATABASE_URL, `insert into note values ('second')`);
    process.kill(services.pids.PostgreSQL, 'SIGKILL');
    await eventually(async () => expect(await notes(services.env.DATABASE_URL)).toEqual(['first', 'second']));
    expect(services.said).toContain('PostgreSQL ended unexpectedly: starting it again ...');
    await stop(services);
  });

  it.each([
    ['with the kernel ending its servers', {}],
    ['where the servers stay behind as orphans', { KYOGI_NO_SETPRIV: '1' }],
  ])('starts with its data after kill -9 of itself, %s', async (_how, extra) => {
    const killed = await start(main, extra);
    await query(killed.env.DATABASE_URL, `insert into note values ('third') on conflict do nothing`);
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    const next = await start(main, extra);
    expect(await notes(next.env.DATABASE_URL)).toContain('third');
    await expect(query(killed.env.DATABASE_URL, 'select 1')).rejects.toThrow();
    await stop(next);
  });

  it('is not stopped by a pid file whose number another program has now', async () => {
    const file = path.join(main, 'postgres', 'data', 'postmaster.pid');
    writeFileSync(file, `${process.pid}\n${path.dirname(file)}\n0\n5432\n\n\n`);
    const services = await start(main);
    expect(await notes(services.env.DATABASE_URL)).toContain('first');
    await stop(services);
  });

  it('ends what a killed PostgreSQL left at work on its data, and says so', async () => {
    const killed = await start(main, { KYOGI_NO_SETPRIV: '1' });
    const slow = 'select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b';
    const busy = expect(query(killed.env.DATABASE_URL, slow)).rejects.toThrow();
    await eventually(async () =>
      expect(
        await query(killed.env.DATABASE_URL, `select 1 from pg_stat_activity where query = '${slow}'`),
      ).toHaveLength(1),
    );
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    process.kill(killed.pids.PostgreSQL, 'SIGKILL');
    const services = await start(main);
    expect(await notes(services.env.DATABASE_URL)).toContain('first');
    expect(services.said.join('\n')).toMatch(/Processes of an earlier PostgreSQL are still at work/);
    await busy;
    await stop(services);
  });

  it('leaves a pid file whose process is gone to PostgreSQL', async () => {
    const file = path.join(main, 'postgres', 'data', 'postmaster.pid');
    const gone = spawn('true');
    await once(gone, 'exit');
    writeFileSync(file, `${gone.pid}\n${path.dirname(file)}\n0\n5432\n\n\n`);
    const clear = `import { clearOrphan } from './scripts/services/cluster.mjs'; await clearOrphan(process.argv[1]);`;
    await run(process.execPath, ['--input-type=module', '-e', clear, path.dirname(file)]);
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`^${gone.pid}\n`));
    await stop(await start(main));
  });

  withRedis('starts Redis on a log that was cut off, with what was whole', async () => {
    const folder = path.join(main, 'redis', 'data', 'appendonlydir');
    const log = readdirSync(folder).find((name) => name.endsWith('.incr.aof')) ?? '';
    const file = path.join(folder, log);
    truncateSync(file, readFileSync(file).length - 3);
    const services = await start(main);
    expect(await redis(services.env.REDIS_URL, (client) => client.ping())).toBe('PONG');
    await stop(services);
  });

  withRedis('moves aside a data folder that Redis refuses, and says so', async () => {
    const folder = path.join(main, 'redis', 'data', 'appendonlydir');
    const log = readdirSync(folder).find((name) => name.endsWith('.incr.aof')) ?? '';
    writeFileSync(path.join(folder, log), '*3\r\n$3\r\nSET\r\nnonsense\r\n$1\r\nx\r\n*1\r\n$4\r\nPING\r\n');
    const services = await start(main);
    expect(await redis(services.env.REDIS_URL, (client) => client.get('hint'))).toBeNull();
    expect(services.said.join('\n')).toMatch(/Redis refused its data folder: moved to .*refused/);
    await stop(services);
  });

  it('makes the data folder anew when its first making was cut short', async () => {
    const folder = path.join(dir, 'half');
    const half = path.join(folder, 'postgres', 'data.new-1');
    mkdirSync(path.join(half, 'base'), { recursive: true });
    mkdirSync(path.join(folder, 'postgres', 'data', 'base'), { recursive: true });
    const services = await start(folder, { KYOGI_NO_REDIS: '1' });
    expect(await query(services.env.DATABASE_URL, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(path.join(folder, 'postgres')).filter((name) => name.startsWith('data'))).toEqual([
      'data',
    ]);
    expect(services.notes).toContain(
      "No Redis found: hints run on BullMQ's PostgreSQL backend (slower, nothing else changes).",
    );
    await stop(services);
  });

  it('uses the servers of DATABASE_URL and REDIS_URL and starts none', async () => {
    const given = { DATABASE_URL: 'postgres://elsewhere/kyogi', REDIS_URL: 'redis://elsewhere' };
    const services = await start(path.join(dir, 'none'), given);
    expect(services.env).toEqual(given);
    expect(services.pids).toEqual({});
    await stop(services);
  });

  it('says in one sentence what to do where no PostgreSQL can be found', async () => {
    const failed = start(path.join(dir, 'missing'), { KYOGI_PG_BIN: '/nowhere', KYOGI_NO_REDIS: '1' });
    await expect(failed).rejects.toThrow(/No PostgreSQL binaries .* set DATABASE_URL/);
  });
});
