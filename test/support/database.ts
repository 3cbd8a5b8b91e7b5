import { grantDatabase, migrate, projectRoot } from '#platform';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

export interface TestDatabase {
  url: string;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
}

/** A fresh migrated database, copied from a template that is migrated once per cluster and set of migrations. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `kyogi_test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(async (admin) => {
    await admin.query('SELECT pg_advisory_lock(19481, 9)');
    const template = await templateOf(admin);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = urlOf(name);
  await using(url, async (client) => {
    await grantDatabase(client);
    // A copy must not pass for its original.
    await client.query('UPDATE instance SET id = gen_random_uuid()');
  });
  return {
    url,
    drop: () =>
      asSuperuser((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)).then(
        () => undefined,
      ),
  };
}

/** The address of another database of the test cluster. */
export function urlOf(database: string): string {
  const url = new URL(testUrl());
  url.pathname = `/${database}`;
  return url.href;
}

/** One statement under the superuser. */
export async function query(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  return using(url, async (client) => (await client.query<Record<string, unknown>>(sql, values)).rows);
}

/** Work under the superuser in the cluster's maintenance database. */
export function asSuperuser<T>(work: (admin: Client) => Promise<T>): Promise<T> {
  return using(testUrl(), work);
}

async function using<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** datistemplate is set last, so a template whose maker died is made again. */
async function templateOf(admin: Client): Promise<string> {
  const folder = join(projectRoot(), 'migrations');
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)));
  const name = `kyogi_template_${hash.digest('hex').slice(0, 12)}`;
  const { rows } = await admin.query('SELECT datistemplate AS ready FROM pg_database WHERE datname = $1', [
    name,
  ]);
  if (rows[0]?.ready) return name;
  if (rows[0]) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name}`);
  await migrate(urlOf(name));
  await admin.query(`ALTER DATABASE ${name} IS_TEMPLATE true`);
  return name;
}

function testUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is not set: start the tests with `npm test`');
  return url;
}

/** Appends while somebody else holds the head of the log: they leave the numbering to the sequencers. */
export async function whileHeadIsHeld<T>(url: string, act: () => Promise<T>): Promise<T> {
  const holder = new Client(url);
  await holder.connect();
  await holder.query('BEGIN; SELECT FROM log_head FOR UPDATE');
  try {
    return await act();
  } finally {
    await holder.query('ROLLBACK');
    await holder.end();
  }
}
