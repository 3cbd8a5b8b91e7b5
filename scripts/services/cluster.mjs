import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { commandLine, endProcess, processesIn, processStamp } from '../support/processes.mjs';
import { Stop } from '../support/say.mjs';

/**
 * A locale whose character classes know Japanese: pg_trgm asks it what a letter is, and under plain C no kanji is one, so every
 * similarity of Japanese text would be 0. C.UTF-8 sorts by code point on every machine; the others are for systems without it.
 */
function wantedLocales() {
  const listed = spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? '';
  const utf8 = listed.split('\n').filter((name) => /\.utf-?8$/i.test(name));
  return ['C.UTF-8', ...new Set([...utf8.filter((name) => /^(ja_JP|en_US)/.test(name)), ...utf8])];
}

/** Removes what a killed initdb left behind. @param {string} dir */
function clearHalfDone(dir) {
  for (const name of readdirSync(dir)) {
    if (name.startsWith('data.new-')) rmSync(path.join(dir, name), { recursive: true, force: true });
  }
}

/**
 * Makes the data folder unless there is a whole one. initdb works under another name that is renamed at the end: a folder called
 * `data` is always complete.
 * @param {string} bin
 * @param {import('./non-root.mjs').Identity} identity
 * @param {boolean} durable
 */
export function ensureCluster(bin, { dir, prefix, uid, gid }, durable) {
  const data = path.join(dir, 'data');
  clearHalfDone(dir);
  if (existsSync(path.join(data, 'PG_VERSION'))) return data;
  rmSync(data, { recursive: true, force: true });
  const errors = [];
  for (const locale of wantedLocales()) {
    const fresh = path.join(dir, `data.new-${process.pid}`);
    rmSync(fresh, { recursive: true, force: true });
    const options = [
      '-U',
      'postgres',
      '--auth=trust',
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--no-instructions',
      ...(durable ? [] : ['--no-sync']),
    ];
    const [exe, ...args] = [...prefix, path.join(bin, 'initdb'), '-D', fresh, ...options];
    const env = { ...process.env, LC_ALL: locale, TZ: 'UTC' };
    const result = spawnSync(exe, args, { uid, gid, env, encoding: 'utf8' });
    if (result.status === 0) {
      renameSync(fresh, data);
      return data;
    }
    errors.push(`${locale}: ${(result.stderr || String(result.error ?? '')).trim()}`);
    rmSync(fresh, { recursive: true, force: true });
    if (!/locale/i.test(result.stderr ?? '')) break;
  }
  throw new Stop(`PostgreSQL's initdb failed in ${dir}: ${errors.join('; ')}`);
}

/** Major version the data folder was made by, undefined when there is none. @param {string} data */
export function clusterVersion(data) {
  const file = path.join(data, 'PG_VERSION');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** Whether PostgreSQL takes the number for a running server's: a zombie's too, another user's not. @param {number} pid */
function isTaken(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * Stops a server that a killed node left running on this folder, and removes a pid file whose number another program has by now, or
 * a zombie: PostgreSQL would refuse to start. A pid file without a process stays: by it PostgreSQL sees whether backends are left.
 * @param {string} data
 */
export async function clearOrphan(data) {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const command = commandLine(pid);
  const isOurs = command.includes(data) || (/postgres/.test(command) && processesIn(data).includes(pid));
  if (isOurs) await endProcess(pid, 'SIGINT', 20_000);
  const isZombie = processStamp(pid) === undefined;
  if (isTaken(pid) && (isZombie || (command && !isOurs))) rmSync(file, { force: true });
}

/** Ends what a server that was killed left at work on this folder: backends notice its end when their statement does. @param {string} data */
export async function endBackends(data) {
  // Whoever looks at the folder in a shell has it as working directory, too.
  const pids = processesIn(data).filter((pid) => commandLine(pid).startsWith('postgres: '));
  await Promise.all(pids.map((pid) => endProcess(pid, 'SIGTERM', 5_000)));
}
