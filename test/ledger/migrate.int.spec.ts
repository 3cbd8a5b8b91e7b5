import { migrate, migrations, pool, projectRoot } from '#platform';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asSuperuser, query, urlOf } from '../support/database';

jest.setTimeout(60_000);

describe('the migrations', () => {
  const name = (n: number) => `kyogi_test_migrate_${process.pid}_${n}`;
  beforeAll(async () => {
    for (const n of [1, 2]) await asSuperuser((admin) => admin.query(`CREATE DATABASE ${name(n)}`));
  });
  afterAll(async () => {
    for (const n of [1, 2])
      await asSuperuser((admin) => admin.query(`DROP DATABASE ${name(n)} WITH (FORCE)`));
  });

  it('run once when six processes start at once on two databases of one cluster, and then never again', async () => {
    const all = await Promise.all([1, 2, 1, 2, 1, 2].map((n) => migrate(urlOf(name(n)))));
    const ran = all.filter((done) => done.length > 0);
    expect(ran.map((done) => done.length)).toEqual([migrations().length, migrations().length]);
    expect(await migrate(urlOf(name(1)))).toEqual([]);
  });

  it('leave everything of ours to kyogi_owner', async () => {
    expect(
      await query(
        urlOf(name(1)),
        `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_depend d ON d.objid = c.oid AND d.deptype = 'e'
         WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND d.objid IS NULL
         AND c.relkind IN ('r', 'v', 'm', 'S') AND c.relowner <> 'kyogi_owner'::regrole AND c.relname NOT LIKE 'migrations%'`,
      ),
    ).toEqual([]);
  });

  it('need no superuser: the owner of the database who may create roles is enough', async () => {
    const [login, own] = [`kyogi_test_login_${process.pid}`, `kyogi_test_owned_${process.pid}`];
    await asSuperuser(async (admin) => {
      await admin.query(`CREATE ROLE ${login} LOGIN CREATEROLE PASSWORD 'secret'`);
      // The roles exist already here, made by another; on a fresh cluster the login makes them and is their admin.
      for (const role of [
        'owner',
        'app',
        'sequencer',
        'projector',
        'reader',
        'verifier',
        'deliverer',
        'notary',
      ]) {
        await admin.query(`GRANT kyogi_${role} TO ${login}`);
      }
      await admin.query(`CREATE DATABASE ${own} OWNER ${login}`);
    });
    const url = new URL(urlOf(own));
    [url.username, url.password] = [login, 'secret'];
    try {
      expect(await migrate(url.href)).toHaveLength(migrations().length);
      const app = pool(url.href, 'kyogi_app', { size: 1 });
      expect((await app.query('SELECT current_user::text AS role')).rows).toEqual([{ role: 'kyogi_app' }]);
      await app.end();
    } finally {
      await asSuperuser(async (admin) => {
        await admin.query(`DROP DATABASE ${own} WITH (FORCE)`);
        await admin.query(`DROP ROLE ${login}`);
      });
    }
  });

  it('wait for a database that does not accept connections yet, and then say so', async () => {
    const port = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port: free } = server.address() as { port: number };
        server.close(() => resolve(free));
      });
    });
    const began = Date.now();
    await expect(migrate(`postgres://postgres@127.0.0.1:${port}/x`, 600)).rejects.toThrow(/ECONNREFUSED/);
    expect(Date.now() - began).toBeGreaterThan(500);
  });

  it('do not wait for what waiting will not mend', async () => {
    const began = Date.now();
    await expect(migrate(urlOf('kyogi_there_is_no_such_database'), 30_000)).rejects.toThrow(/does not exist/);
    expect(Date.now() - began).toBeLessThan(5_000);
  });

  it('are refused when two have one number', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kyogi-migrations-'));
    for (const file of ['0001_a.sql', '0001_b.sql']) writeFileSync(join(folder, file), 'SELECT 1');
    expect(() => migrations(folder)).toThrow('two migrations are numbered 0001');
    rmSync(folder, { recursive: true });
    expect(migrations(join(projectRoot(), 'migrations')).length).toBeGreaterThanOrEqual(4);
  });
});
