import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { connection } from './database.js';

type MigrationClass = new () => MigrationInterface;

/** Any number of processes may start to migrate at once; the lock lets one through at a time. */
const LOCK = [19481, 1];

/** The folder of the nearest package.json named kyogi, upwards from this file: the same from source and from dist. */
export function projectRoot(from = __dirname): string {
  const file = join(from, 'package.json');
  if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'kyogi')
    return from;
  if (dirname(from) === from) throw new Error('no package.json named kyogi above the program');
  return projectRoot(dirname(from));
}

/** The migrations of a folder, by number. Files are append-only: one that has run anywhere is never edited. */
export function migrations(folder = join(projectRoot(), 'migrations')): MigrationClass[] {
  const files = readdirSync(folder).filter((file) => /^\d{4}_\w+\.sql$/.test(file));
  const numbers = files.map((file) => file.slice(0, 4));
  const twice = numbers.find((number, i) => numbers.indexOf(number) !== i);
  if (twice) throw new Error(`two migrations are numbered ${twice}`);
  return files.sort().map((file) => migration(file, readFileSync(join(folder, file), 'utf8')));
}

/** Roles and extensions are made by the login (files named …roles); everything else belongs to kyogi_owner. */
function migration(file: string, sql: string): MigrationClass {
  const [, number, title] = /^(\d{4})_(\w+)\.sql$/.exec(file) as unknown as [string, string, string];
  return class {
    // TypeORM orders by the 13 digits at the end.
    name = `${title}_${number.padStart(13, '0')}`;
    async up(runner: QueryRunner): Promise<void> {
      const makesRoles = title.endsWith('roles');
      if (!makesRoles) await runner.query('SET LOCAL ROLE kyogi_owner');
      await runner.query(sql);
      await runner.query('RESET ROLE');
      if (makesRoles) await grantDatabase(runner);
    }
    async down(): Promise<void> {
      await Promise.reject(new Error('migrations are append-only; restore a backup or write a new one'));
    }
  };
}

/**
 * Brings the database to the newest schema; does nothing when it is there already. Waits for the database to accept connections.
 * @param waitMs how long to wait for it, milliseconds
 * @returns the names of the migrations that were run now
 */
export async function migrate(url: string, waitMs = 30_000): Promise<string[]> {
  const client = await connectWithin(url, waitMs);
  try {
    await client.query('SELECT pg_advisory_lock($1, $2)', LOCK);
    const source = new DataSource({
      type: 'postgres',
      url,
      migrations: migrations(),
      migrationsTransactionMode: 'each',
      installExtensions: false,
      poolSize: 1,
      extra: { options: '-c search_path=public' },
    });
    await source.initialize();
    try {
      await grantDatabase(client);
      return (await source.runMigrations()).map((done) => done.name);
    } finally {
      await source.destroy();
    }
  } finally {
    await client.end();
  }
}

/**
 * Rights on the database itself. They are not part of its content: a copy made from a dump or a template needs them again.
 * A read model is a schema per generation, made and dropped by the projector at run time. Nobody shadows a table by a temporary one.
 */
export async function grantDatabase(db: { query(sql: string): Promise<unknown> }): Promise<void> {
  await db.query(`DO $$ BEGIN
    IF to_regrole('kyogi_owner') IS NULL THEN RETURN; END IF; -- before the first migration
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CREATE, TEMPORARY ON DATABASE %I TO kyogi_owner', current_database());
    EXECUTE format('GRANT CREATE ON DATABASE %I TO kyogi_projector', current_database());
  END $$`);
}

async function connectWithin(url: string, waitMs: number): Promise<Client> {
  const end = Date.now() + waitMs;
  for (;;) {
    const client = new Client({
      ...connection(url, null, { statementTimeout: 0 }),
      connectionTimeoutMillis: 3_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (!notYet(error) || Date.now() > end) throw error;
      await delay(200);
    }
  }
}

/** Refused, starting up, or not in the DNS yet; a wrong password or an unknown database will not get better by waiting. */
function notYet(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return [
    '',
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    'ENOENT',
    '57P03',
    '53300',
  ].includes(code);
}
