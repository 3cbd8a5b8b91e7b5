import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const largest = 20 * 1024 * 1024;
const quietFor = 10_000;

/** Lines of the OpenID library that say what a demonstration server is. */
const expected = /^oidc-provider (WARNING|NOTICE)|^Demonstration issuer on/;

/**
 * What of a line is worth the terminal: warnings and errors of structured logs and, once the child is ready, whatever is no log at
 * all (of one that fails before, the end of its log is shown once instead).
 * @param {string} line
 * @param {boolean} ready
 */
function worthSaying(line, ready) {
  if (line.trim() === '' || expected.test(line)) return undefined;
  if (!line.startsWith('{')) return ready ? line : undefined;
  try {
    const { level, msg, err } = JSON.parse(line);
    return level >= 40 ? [...new Set([msg, err?.message])].filter(Boolean).join(': ') : undefined;
  } catch {
    return line;
  }
}

/**
 * The log file of one child, to which its output is appended; what matters also goes to the terminal, the same line once in ten
 * seconds.
 * @param {string} folder
 * @param {string} name
 * @param {{ say: (line: string) => void, all: boolean }} options all: every line to the terminal
 */
export function childOutput(folder, name, { say, all }) {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.log`);
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`);
  const log = createWriteStream(file, { flags: 'a' });
  log.on('error', () => {});
  const lastSaid = new Map();
  let calm = false;
  let ready = false;

  /** @param {string} line */
  const onLine = (line) => {
    log.write(`${line}\n`);
    const text = all ? line : worthSaying(line, ready);
    if (text === undefined || (calm && !all)) return;
    const now = Date.now();
    if (!all && now - (lastSaid.get(text) ?? -Infinity) < quietFor) return;
    if (lastSaid.size > 1000) lastSaid.clear();
    lastSaid.set(text, now);
    say(`${name}: ${text}`);
  };

  return {
    file,
    /** @param {import('node:child_process').ChildProcess} child */
    attach: (child) => {
      for (const stream of [child.stdout, child.stderr]) {
        if (stream) createInterface({ input: stream }).on('line', onLine);
      }
    },
    ready: () => (ready = true),
    /** From now on only to the file: while stopping, complaints about closed connections say nothing. */
    hush: () => (calm = true),
    close: () => log.end(),
    tail: () =>
      existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-14).join('\n') : '',
  };
}
