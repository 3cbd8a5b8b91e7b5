import pg from 'pg';
import { sleep } from '../scripts/support/processes.mjs';
import { say } from '../scripts/support/say.mjs';
import { built } from './built.mjs';
import { fill } from './fill.mjs';
import { appendLoop, numberAll, pool } from './ledger.mjs';
import { withClient } from './setup.mjs';
import { percentiles, spread } from './statistics.mjs';

const { EventStore, readLog, Wake } = built('libs/event-store/src/index.js');

/** Opening streams chosen at random over the whole ledger, one after another, milliseconds. */
async function measureOpen(url, count) {
  const connections = pool(url, 'kyogi_app', 1);
  const store = new EventStore(connections);
  const { rows } = await connections.query('SELECT stream_id FROM streams ORDER BY md5(stream_id) LIMIT $1', [
    count,
  ]);
  const times = [];
  for (const { stream_id } of rows) {
    const began = performance.now();
    await store.open(stream_id, 0, { scope: 'bench', key: stream_id, fingerprint: '' });
    times.push(performance.now() - began);
  }
  await connections.end();
  return percentiles(times);
}

/** Events per second that a subscription reads from the middle of the log, in its batches of 500. */
async function measureReading(url, events) {
  const connections = pool(url, 'kyogi_projector', 1);
  const rows = async (text, values) => (await connections.query(text, values)).rows;
  const first = Math.floor(events / 2);
  const began = performance.now();
  let read = 0;
  for (let at = first; read < 50_000;) {
    const found = await readLog(rows, at, 500);
    if (found.length === 0) break;
    read += found.length;
    at = found.at(-1).position;
  }
  await connections.end();
  return read / ((performance.now() - began) / 1000);
}

/** Bytes by table, with indexes and out-of-line values. */
const measureSize = (url) =>
  withClient(url, async (client) => {
    const tables = ['events', 'event_log', 'streams', 'receipts', 'work_items'];
    const sql =
      'SELECT name, pg_total_relation_size(name::regclass)::float8 AS bytes FROM unnest($1::text[]) AS name';
    const { rows } = await client.query(sql, [tables]);
    return {
      total: rows.reduce((sum, { bytes }) => sum + bytes, 0),
      tables: Object.fromEntries(rows.map((r) => [r.name, r.bytes])),
    };
  });

/**
 * Builds the register from the whole ledger, as headquarters does. Given up after `limit` seconds: the time of the whole is then
 * extrapolated from the part.
 */
async function measureRebuild(url, limit) {
  const { Generations } = built('apps/headquarters/src/read-models/generations.js');
  const { dossiers } = built('apps/headquarters/src/projections/dossiers.projection.js');
  const { World } = built('libs/commands/src/world.js');
  const { cabinet } = new World({ KYOGI_CABINET: 'japan' });
  const { dataSource } = built('libs/platform/src/index.js');
  const db = await dataSource(url, 'kyogi_projector', { size: 4 }).initialize();
  const wake = new Wake(url, 'kyogi_projector');
  const generations = new Generations({ db, wake, cabinet, models: [dossiers], everyMs: 100 });
  const [{ n }] = await db.query('SELECT n FROM log_head');
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const position = async () => {
    const [row] = await db.query(`SELECT position FROM subscriptions WHERE name = 'dossiers_1'`);
    return Number(row?.position ?? 0);
  };
  await generations.start();
  let at = await position();
  for (; at < Number(n) && seconds() < limit; at = await position()) await sleep(50);
  const took = seconds();
  await generations.stop();
  await db.destroy();
  return { rate: at / took, seconds: (took * Number(n)) / at, whole: at === Number(n) };
}

/** Numbers what was appended while somebody else held the head of the log, so that it had to wait. */
async function numberPile(url, options) {
  const holder = new pg.Client(url);
  await holder.connect();
  await holder.query('BEGIN; SELECT FROM log_head FOR UPDATE');
  await appendLoop(options);
  await holder.end();
  return numberAll(url);
}

/** @param {import('./setup.mjs').Setup} setup */
async function measureAt(setup, size, { sample, plan }) {
  say(`A ledger of ${size} events: filling ...`);
  const url = await setup.database();
  try {
    const { events, dossiers } = await fill(url, sample, size);
    const bytes = await measureSize(url);
    say('  opening streams, reading the log ...');
    const open = await measureOpen(url, plan.opens);
    const reading = await measureReading(url, events);
    say('  appending, numbering ...');
    const [appends, numbering] = [[], []];
    for (let i = 0; i < plan.repetitions; i++) {
      const options = { url, append: sample.life[0], clients: 8, seconds: plan.seconds };
      appends.push(await appendLoop(options));
      const numbered = await numberPile(url, { ...options, seconds: 1 });
      numbering.push(numbered.events / numbered.seconds);
    }
    say('  building the register ...');
    const rebuild = await measureRebuild(url, plan.rebuildLimit);
    return {
      events,
      dossiers,
      bytes,
      open,
      reading,
      append: spread(appends),
      numbering: spread(numbering),
      rebuild,
    };
  } finally {
    await setup.drop(url);
  }
}

/** What a long history costs. @param {import('./setup.mjs').Setup} setup */
export async function measureScale(setup, context) {
  const found = [];
  for (const size of context.plan.sizes) found.push(await measureAt(setup, size, context));
  return found;
}
