import { migrate } from '#platform';
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { createDatabase, query } from '../support/database';
import { eventually } from '../support/eventually';
import { FAULTLESS, hammer, judge, sequencers } from './hammer';
import { killProjection } from './kill-projection';
import { lateness } from './lateness';
import { follow, RULES } from './readers';

// KYOGI_SOAK_EVENTS: how many events the hammer writes.
const EVENTS = Number(process.env.KYOGI_SOAK_EVENTS ?? 1_000_000);

jest.setTimeout(7_200_000);

/** Kills a backend with SIGKILL: PostgreSQL throws all sessions out and recovers from its log, as after `pg_ctl restart -m immediate`. */
async function crash(url: string): Promise<void> {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`COPY (SELECT 1) TO PROGRAM 'kill -9 $PPID'`).catch(() => undefined);
  await client.end().catch(() => undefined);
  await eventually(() => query(url, 'SELECT 1'), 60_000, 100);
}

// ES-1
describe('the order of the log, at length', () => {
  let cluster: ChildProcess;
  let url: string;
  beforeAll(async () => {
    cluster = spawn(process.execPath, [join(__dirname, 'own-cluster.mjs')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    url = await new Promise<string>((resolve, reject) => {
      cluster.stdout!.once('data', (line: Buffer) => resolve(line.toString().trim()));
      cluster.once('exit', () => reject(new Error('the cluster did not start')));
    });
    await migrate(url);
  });
  afterAll(async () => {
    const gone = new Promise((resolve) => cluster.once('exit', resolve));
    cluster.stdin!.end();
    await gone;
  });

  it(`has no fault in ${EVENTS} events with killed backends, 20 crashes of the server and three sequencers`, async () => {
    const numbering = sequencers(url, 3);
    const reader = follow(url, RULES.position);
    let crashes = 0;
    const onTick = async () => {
      await crash(url);
      crashes++;
    };
    const run = await hammer(url, {
      events: EVENTS,
      kills: Math.ceil(EVENTS / 500),
      thinkMs: 50,
      streams: 500,
      onTick,
    });
    await eventually(
      async () => expect(await query(url, 'SELECT 1 FROM unsequenced LIMIT 1')).toEqual([]),
      60_000,
    );
    const seen = await reader.finish();
    await numbering.stop();
    expect(judge(seen, run.fates)).toEqual(FAULTLESS);
    // What was seen while it ran is what the log says now: no position was revised.
    const revised = await query(
      url,
      `SELECT count(*)::int AS n, (SELECT count(*)::int FROM event_log) AS of FROM unnest($1::uuid[]) WITH ORDINALITY AS s (id, n)
       JOIN events e ON e.event_id = s.id JOIN event_log l ON l.event_id = e.id AND l.position = s.n`,
      [seen.map((event) => event.eventId)],
    );
    expect(revised).toEqual([{ n: seen.length, of: seen.length }]);
    console.log(
      `${seen.length} events in ${run.seconds} s, ${run.killed} backends killed, ${crashes} crashes, no fault`,
    );
  });
});

// ES-6
describe('a projecting process killed 100 times', () => {
  it('leaves a read model equal to a fresh rebuild', async () => {
    const db = await createDatabase();
    const { killed, rebuilt } = await killProjection(db.url, 20_000, 100);
    expect(killed).toEqual(rebuilt);
    await db.drop();
  });
});

// ES-3
describe('a stranger who leaves a transaction open for a minute', () => {
  it('does not delay the log at 500 events per second', async () => {
    const db = await createDatabase();
    await query(db.url, 'CREATE TABLE stranger (n int)');
    const stranger = new Client(db.url);
    await stranger.connect();
    await stranger.query('BEGIN; INSERT INTO stranger VALUES (1)');
    const measured = await lateness(db.url, 500, 60);
    console.log(measured);
    expect(measured.p99).toBeLessThan(100);
    await stranger.end();
    await db.drop();
  });
});
