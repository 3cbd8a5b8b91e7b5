import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parseTrust } from '#transparency';
import { exitCodeOf } from './alarm.js';
import { History } from './history.js';
import { Monitor } from './monitor.js';
import { metricsOf, readable } from './say.js';

const usage = `Watches a transparency log from outside, with public files and keys only.

  monitor --log <address> --origin <name> --keys <file> --state <folder> [--witnesses <k>] [--witness <address>]...

  --keys       vkeys of the log and of its witnesses, one a line; not those the log itself serves
  --witnesses  how many witnesses must have cosigned (0)
  --witness    a witness that is asked what the log showed to it
  --state      where it stands, every alarm and the checkpoints it saw: evidence, keep it
  --max-age    seconds after which a cosignature is too old (60)
  --every      seconds between rounds (10)
  --once       one round
  --whole      reads all of the log anew first
  --json       a line of JSON for each round

Exit code with --once: 0 well, 1 not run, 2 unreachable, 3 stale, 4 unsound, 5 bad-entry, 6 fork.`;

const options = {
  log: { type: 'string' },
  origin: { type: 'string' },
  keys: { type: 'string' },
  state: { type: 'string' },
  witnesses: { type: 'string', default: '0' },
  witness: { type: 'string', multiple: true },
  'max-age': { type: 'string', default: '60' },
  every: { type: 'string', default: '10' },
  once: { type: 'boolean', default: false },
  whole: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

const bare = (address: string): string => address.replace(/\/+$/, '');

function whole(text: string, name: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new Error(`--${name} must be a whole number\n\n${usage}`);
  return Number(text);
}

async function run(): Promise<number> {
  const { values } = parseArgs({ options });
  const { log, origin, keys, state } = values;
  if (!log || !origin || !keys || !state) throw new Error(usage);
  const history = new History(state);
  const trust = parseTrust(origin, readFileSync(keys, 'utf8'), whole(values.witnesses, 'witnesses'));
  const witnesses = (values.witness ?? []).map(bare);
  const monitor = new Monitor(
    { log: bare(log), trust, witnesses, maxAge: whole(values['max-age'], 'max-age') },
    history,
  );
  const every = whole(values.every, 'every') * 1_000;
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stop.abort());
  const found = values.whole ? await monitor.audit() : [];
  for (;;) {
    const round = await monitor.round();
    const report = { ...round, alarms: [...found, ...round.alarms] };
    const at = new Date().toISOString();
    process.stdout.write(
      `${values.json ? JSON.stringify({ at, ...report }) : `${at} ${readable(report)}`}\n`,
    );
    await history.writeMetrics(metricsOf(report, Math.floor(Date.now() / 1_000)));
    if (values.once) return exitCodeOf(report.alarms);
    await delay(every, undefined, { signal: stop.signal }).catch(() => undefined);
    if (stop.signal.aborted) return 0;
  }
}

run().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
