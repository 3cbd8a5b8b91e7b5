import { pool } from '#platform';
import { openCheckpoint, parseTrust, Unsound, type Fault } from '#transparency';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { LogFiles } from '../files/log-files.js';
import { fetchBytes, remoteTiles } from '../monitor/remote-log.js';
import { auditDatabase, type PublishedLog } from './audit-database.js';

const usage = `Holds every row of a database against the published transparency log.

  DATABASE_URL=… node dist/apps/evidence/src/audit/main.js <address or folder of the log>
      --origin <name> --keys <file> [--witnesses <k>]

The login of DATABASE_URL must be a member of kyogi_verifier. --keys: vkeys of the log and its witnesses, one a line.
Prints one line. Exit code 0: OK. 1: not so, with the first bad index.
`;

async function logAt(place: string): Promise<PublishedLog> {
  if (/^https?:\/\//.test(place)) {
    const address = place.replace(/\/$/, '');
    const note = await fetchBytes(`${address}/checkpoint`);
    return { checkpoint: note?.toString() ?? '', readTile: remoteTiles(address) };
  }
  const files = new LogFiles(place);
  return { checkpoint: (await files.read('checkpoint'))?.toString() ?? '', readTile: files.tile };
}

const say = ({ index, to, what }: Fault): string =>
  `BAD: ${to === index + 1 ? `index ${index}` : `between index ${index} and ${to - 1}`}: ${what}`;

async function audit(
  place: string,
  url: string,
  origin: string,
  keys: string,
  witnesses: string,
): Promise<string> {
  const trust = parseTrust(origin, (await readFile(keys)).toString(), Number(witnesses));
  const log = await logAt(place);
  const db = pool(url, 'kyogi_verifier', { size: 2 });
  try {
    const { size } = openCheckpoint(log.checkpoint, trust);
    const fault = await auditDatabase(db, log, trust);
    return fault ? say(fault) : `OK: ${size} entries, and the database has what they say`;
  } catch (error) {
    if (error instanceof Unsound) return `BAD: ${error.message}`;
    throw error;
  } finally {
    await db.end();
  }
}

async function main(): Promise<void> {
  const options = {
    origin: { type: 'string' },
    keys: { type: 'string' },
    witnesses: { type: 'string', default: '0' },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [[place], url] = [positionals, process.env.DATABASE_URL];
  if (!place || !url || !values.origin || !values.keys) {
    process.stderr.write(usage);
    process.exitCode = 2;
    return;
  }
  const line = await audit(place, url, values.origin, values.keys, values.witnesses);
  process.stdout.write(`${line}\n`);
  process.exitCode = line.startsWith('OK') ? 0 : 1;
}

void main();
