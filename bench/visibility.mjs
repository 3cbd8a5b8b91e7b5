import pg from 'pg';
import { sleep } from '../scripts/support/processes.mjs';
import { say } from '../scripts/support/say.mjs';
import { openLoop } from './http-load.mjs';
import { withClient } from './setup.mjs';
import { percentiles } from './statistics.mjs';

/** The wall clock to a fraction of a millisecond, as PostgreSQL on this machine reads it too. */
function wallClock() {
  const start = Date.now();
  while (Date.now() === start);
  const offset = Date.now() - performance.now();
  return () => offset + performance.now();
}

/**
 * Asks again and again how far something has come, and keeps when each new answer came.
 * @param {string} url @param {{ text: string, values?: unknown[] }} query answers one row {position} @param {() => number} now
 */
async function watch(url, query, now) {
  const client = new pg.Client(url);
  await client.connect();
  const seen = [];
  let on = true;
  const loop = (async () => {
    for (let last = -1; on; await sleep(1)) {
      const { rows } = await client.query({ name: 'watch', ...query });
      const position = Number(rows[0]?.position ?? 0);
      if (position > last) seen.push({ position, at: now() });
      last = Math.max(last, position);
    }
  })();
  return async () => {
    on = false;
    await loop;
    await client.end();
    return seen;
  };
}

/** Delay of every event until the first answer that had come to its position. @param {{ position: number, at: number }[]} events */
function delays(events, seen) {
  let next = 0;
  return events.flatMap(({ position, at }) => {
    while (next < seen.length && seen[next].position < position) next++;
    return seen[next] ? [seen[next].at - at] : [];
  });
}

/** A transaction of somebody else that has written and does not end. @param {string} url */
async function idleWriter(url) {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS unrelated (n int)');
  await client.query('BEGIN');
  await client.query('INSERT INTO unrelated VALUES (1)');
  return () => client.end();
}

async function untilCaughtUp(url) {
  for (let i = 0; i < 600; i++) {
    const [row] = await withClient(url, async (client) => {
      const sql = 'SELECT bool_and(s.position = h.n) AS done FROM subscriptions s, log_head h';
      return (await client.query(sql)).rows;
    });
    if (row?.done) return;
    await sleep(100);
  }
}

async function measureOnce({ url, target, perSecond, seconds }) {
  const now = wallClock();
  const [{ subscription, head }] = await withClient(url, async (client) => {
    const sql = `SELECT subscription, (SELECT n FROM log_head) AS head FROM hq.read_models WHERE name = 'dossiers' AND state = 'live'`;
    return (await client.query(sql)).rows;
  });
  const log = await watch(url, { text: 'SELECT max(position) AS position FROM event_log' }, now);
  const text = 'SELECT position FROM subscriptions WHERE name = $1';
  const register = await watch(url, { text, values: [subscription] }, now);
  const { latencies } = await openLoop({ ...target, rate: perSecond, seconds });
  await untilCaughtUp(url);
  const [inLog, inRegister] = [await log(), await register()];
  // clock_timestamp() of the insert: the commit itself is still to come and counts as delay.
  const events = await withClient(url, async (client) => {
    const sql = `SELECT l.position::float8 AS position, extract(epoch FROM e.recorded_at)::float8 * 1000 AS at
      FROM event_log l JOIN events e ON e.id = l.event_id WHERE l.position > $1 ORDER BY l.position`;
    return (await client.query(sql, [head])).rows;
  });
  return {
    events: events.length,
    log: percentiles(delays(events, inLog)),
    register: percentiles(delays(events, inRegister)),
    answer: percentiles(latencies),
  };
}

/**
 * Time from the insert of an event until others can read it, at a steady rate through the command door, with headquarters projecting.
 * @param {import('./setup.mjs').Setup} setup
 */
export async function measureVisibility(setup, { sample, plan }) {
  const url = await setup.database();
  const apps = [await setup.app('intake', url), await setup.app('headquarters', url)];
  try {
    const perSecond = plan.eventRate / sample.life[0].events.length;
    const target = {
      token: await setup.issuer.token(sample.subject),
      body: sample.body,
      ports: [apps[0].port],
    };
    say(`Commit to visible at ${plan.eventRate} events/s ...`);
    await openLoop({ ...target, rate: perSecond, seconds: Math.max(3, plan.visible / 4) });
    await untilCaughtUp(url);
    await withClient(url, (client) => client.query('VACUUM ANALYZE'));
    const quiet = await measureOnce({ url, target, perSecond, seconds: plan.visible });
    say('The same beside a transaction that does not end ...');
    const release = await idleWriter(url);
    const held = await measureOnce({ url, target, perSecond, seconds: plan.visible });
    await release();
    return { quiet, held };
  } finally {
    for (const app of apps) await app.stop();
    await setup.drop(url);
  }
}
