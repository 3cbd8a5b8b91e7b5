import { EventStore, Sequencer, Subscription, Wake, type LedgerEvent } from '#event-store';
import { dataSource, migrate, pool } from '#platform';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  asSuperuser,
  createDatabase,
  query,
  urlOf,
  whileHeadIsHeld,
  type TestDatabase,
} from '../support/database';
import { eventually } from '../support/eventually';
import { someEvents } from './events';

jest.setTimeout(60_000);

interface Tools {
  dump: string;
  psql: string;
}

/** pg_dump and psql that are not older than the server; the binaries npm brings have neither. */
function tools(serverMajor: number): Tools | undefined {
  const debian = '/usr/lib/postgresql';
  const folders = existsSync(debian)
    ? readdirSync(debian).map((version) => join(debian, version, 'bin'))
    : [];
  for (const folder of [...folders, ...(process.env.PATH ?? '').split(':')]) {
    const found = { dump: join(folder, 'pg_dump'), psql: join(folder, 'psql') };
    if (!existsSync(found.dump) || !existsSync(found.psql)) continue;
    const major = Number(/(\d+)/.exec(execFileSync(found.dump, ['--version'], { encoding: 'utf8' }))?.[1]);
    if (major >= serverMajor) return found;
  }
  return undefined;
}

function dumpAndRestore(from: string, to: string, { dump, psql }: Tools): void {
  const sql = execFileSync(dump, ['--dbname', from], { maxBuffer: 1 << 28 });
  execFileSync(psql, ['--quiet', '--set', 'ON_ERROR_STOP=1', '--dbname', to], {
    input: sql,
    stdio: ['pipe', 'ignore', 'inherit'],
  });
}

/** What a dump carries, without pg_dump: every row of every table as text, and the counters, into a schema made by the migrations. */
async function copyLogically(from: string, to: string): Promise<void> {
  await migrate(to);
  const tables = await query(
    from,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename <> 'migrations'`,
  );
  for (const { name } of tables) {
    const [{ rows }] = (await query(
      from,
      `SELECT coalesce(json_agg(t), '[]')::text AS rows FROM ${String(name)} t`,
    )) as [{ rows: string }];
    // Replica: neither triggers nor foreign keys, as pg_restore has it. One message is one transaction.
    await query(
      to,
      `SET session_replication_role = replica; DELETE FROM ${String(name)}; INSERT INTO ${String(name)} OVERRIDING SYSTEM VALUE
       SELECT * FROM json_populate_recordset(NULL::${String(name)}, '${rows.replaceAll("'", "''")}')`,
    );
  }
  for (const { name } of await query(
    from,
    `SELECT format('%I.%I', schemaname, sequencename) AS name FROM pg_sequences`,
  )) {
    const [{ last_value: last, is_called: called }] = (await query(
      from,
      `SELECT * FROM ${String(name)}`,
    )) as [Record<string, unknown>];
    await query(to, 'SELECT setval($1::regclass, $2, $3)', [name, last, called]);
  }
}

/** The ledger of one database, with one subscription that writes down what it sees. */
async function open(url: string) {
  const app = pool(url, 'kyogi_app', { log: () => undefined });
  const db = await dataSource(url, 'kyogi_projector', { log: () => undefined }).initialize();
  const wake = new Wake(url, 'kyogi_projector');
  await wake.start();
  const seen: LedgerEvent[] = [];
  const subscription = new Subscription({
    name: 'consumer',
    db,
    wake,
    handle: (event) => void seen.push(event),
  });
  const sequencer = new Sequencer({ pool: app });
  return {
    store: new EventStore(app),
    subscription,
    sequencer,
    seen,
    close: async () => {
      await subscription.stop();
      await sequencer.stop();
      await wake.stop();
      await db.destroy();
      await app.end();
    },
  };
}

const POSITIONS =
  'SELECT l.position, e.event_id FROM event_log l JOIN events e ON e.id = l.event_id ORDER BY 1';

// ES-10
describe('a restored ledger', () => {
  let db: TestDatabase;
  const restored = `kyogi_test_restored_${process.pid}`;
  beforeAll(async () => {
    db = await createDatabase();
    await asSuperuser((admin) => admin.query(`CREATE DATABASE ${restored} TEMPLATE template0`));
  });
  afterAll(async () => {
    await asSuperuser((admin) => admin.query(`DROP DATABASE IF EXISTS ${restored} WITH (FORCE)`));
    await db.drop();
  });

  it('(by pg_dump where one of the server’s version is installed, else by a logical copy) lets consumers go on from their old cursors: none lost, none re-numbered', async () => {
    const before = await open(db.url);
    before.sequencer.start();
    before.subscription.start();
    for (let i = 0; i < 20; i++)
      await before.store.append({ streamId: `s${i % 5}`, expected: 'any', events: someEvents(10) });
    await eventually(() => expect(before.seen).toHaveLength(200));
    await before.subscription.stop();
    // Numbered but not consumed, and committed but not numbered: both must survive.
    const { lastId } = await before.store.append({ streamId: 's0', expected: 'any', events: someEvents(7) });
    expect(await before.sequencer.positionOf(lastId!, 5_000)).toBe(207);
    await before.sequencer.stop();
    const receipt = { scope: 'tests', key: 'k', fingerprint: 'f' };
    const answer = await whileHeadIsHeld(db.url, () =>
      before.store.append({ streamId: 's1', expected: 'any', events: someEvents(3), receipt }),
    );
    const old = await query(db.url, POSITIONS);
    await before.close();

    const [{ version }] = (await query(
      db.url,
      `SELECT current_setting('server_version_num')::int / 10000 AS version`,
    )) as [{ version: number }];
    const found = tools(version);
    if (found) dumpAndRestore(db.url, urlOf(restored), found);
    else await copyLogically(db.url, urlOf(restored));
    // Transaction ids are the cluster's and do not come along; positions do not depend on them.
    expect(await migrate(urlOf(restored))).toEqual([]);

    const after = await open(urlOf(restored));
    after.subscription.start();
    after.sequencer.start();
    await after.store.append({ streamId: 's1', expected: 'any', events: someEvents(5) });
    await eventually(() => expect(after.seen).toHaveLength(15));
    expect(after.seen.map((event) => event.position)).toEqual(Array.from({ length: 15 }, (_, i) => 201 + i));
    expect((await query(urlOf(restored), POSITIONS)).slice(0, 207)).toEqual(old);
    expect(
      await after.store.append({ streamId: 's1', expected: 'any', events: someEvents(3), receipt }),
    ).toEqual({ ...answer, replayed: true });
    await expect(query(urlOf(restored), 'DELETE FROM events')).rejects.toMatchObject({ code: 'KY405' });
    await after.close();
  });
});
