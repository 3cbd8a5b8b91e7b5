import { spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { onPath } from '../scripts/support/processes.mjs';
import { built } from './built.mjs';
import { varied } from './sample.mjs';

/** pgbench of PATH or of the newest Debian package; undefined when there is none (the npm package of PostgreSQL has none). */
export function findPgbench() {
  const base = '/usr/lib/postgresql';
  const versions = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a)) : [];
  const packaged = versions.map((version) => path.join(base, version, 'bin', 'pgbench')).find(existsSync);
  return packaged ?? onPath(['pgbench']);
}

/** Ids as texts with {name} where pgbench puts its variables; every one is unique to (run, client, iteration). */
const ids = {
  streamId: '01{run}{i}{c}{short}',
  key: '{long}-{run}-4990-8{c}-{i}',
  correlationId: '{long}-{run}-4991-8{c}-{i}',
  eventId: (n) => `{long}-{run}-4${String(n).padStart(3, '0')}-8{c}-{i}`,
};

/** A text as an SQL expression, its {name}s replaced by pgbench's variables. @param {string} text */
const sqlText = (text) =>
  `'${text.replaceAll("'", "''").replace(/\{(run|i|c|short|long)\}/g, "' || :$1::text || '")}'`;

/**
 * A value as the SQL expression of its JSON. pgbench takes any ':name' for a variable of its own, inside of quotes too: colons in
 * texts are written as their JSON escape, others get a blank behind them.
 */
function sqlJson(value) {
  const colon = '\u{e000}';
  const marked = JSON.stringify(value, (_, inner) =>
    typeof inner === 'string' ? inner.replaceAll(':', colon) : inner,
  );
  return sqlText(marked.replaceAll(':', ': ').replaceAll(colon, '\\u003a'));
}

/** The statement by which the event store opens a stream: taken from it, so that both cannot differ. @returns {Promise<string>} */
async function openStatement() {
  const { EventStore } = built('libs/event-store/src/index.js');
  let text = '';
  const query = async (given) => {
    text = given.text;
    return { rows: [{ opened: { fingerprint: null } }] };
  };
  await new EventStore({ query }).open('');
  // A colon that pgbench would take for a variable; the format does not matter here.
  return text.replaceAll('HH24:MI:SS', 'HH24-MI-SS');
}

const variables = String.raw`\set i :i + 1
\set c 100 + :client_id
\set short random(10000, 99999)
\set long random(10000000, 99999999)
`;

/**
 * Writes the scripts: the append alone, and the append after the look that precedes every command.
 * @param {string} dir
 * @param {Record<string, any>} append
 */
export async function writeScripts(dir, append) {
  const scripts = {
    alone: path.join(dir, 'append.pgbench'),
    whole: path.join(dir, 'open-and-append.pgbench'),
  };
  const given = { 1: ids.streamId, 2: '0', 3: append.receipt.scope, 4: ids.key };
  const look = (await openStatement())
    .replace(/\$([1-4])/g, (_, n) => `(${sqlText(given[n])})${n === '2' ? '::int' : ''}`)
    .replaceAll(/\s*\n\s*/g, ' ');
  const statement = `SELECT append_events((${sqlJson(varied(append, ids))})::jsonb);\n`;
  writeFileSync(scripts.alone, variables + statement);
  writeFileSync(scripts.whole, `${variables}${look};\n${statement}`);
  return scripts;
}

let runs = 1000;

/**
 * Runs a script. @param {{ pgbench: string, script: string, url: string, clients: number, seconds: number }} options
 * @returns {Promise<number>} transactions per second
 */
export async function runPgbench({ pgbench, script, url, clients, seconds }) {
  const { hostname, port, username, pathname } = new URL(url);
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    clients,
    '-j',
    Math.min(2, clients),
    '-T',
    seconds,
    '-f',
    script,
  ];
  const settings = [
    '-D',
    `run=${++runs}`,
    '-D',
    'i=100000000000',
    '-h',
    hostname,
    '-p',
    port,
    '-U',
    username,
  ];
  const child = spawn(pgbench, [...args, ...settings, pathname.slice(1)].map(String), {
    env: { ...process.env, PGOPTIONS: '-c role=kyogi_app', PGCLIENTENCODING: 'UTF8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  const tps = /tps = ([\d.]+)/.exec(output)?.[1];
  if (code !== 0 || !tps) throw new Error(`pgbench failed:\n${output.slice(-2000)}`);
  return Number(tps);
}
