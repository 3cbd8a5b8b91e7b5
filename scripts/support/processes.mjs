import { execFileSync, spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import path from 'node:path';

/** @param {number} milliseconds */
export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Identity of a running process: a pid is reused, a pid with its start time is not.
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process runs (a zombie counts as gone)
 */
export function processStamp(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    if (process.platform === 'linux') {
      // The name in parentheses may contain blanks: fields are counted from behind it.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' || fields[0] === 'X' ? undefined : `${pid}@${fields[19]}`;
    }
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return started ? `${pid}@${started}` : undefined;
  } catch {
    return undefined;
  }
}

/** Command line of a process, blank-separated; empty when unknown. @param {number} pid */
export function commandLine(pid) {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Processes whose working directory is the folder; none where the system does not tell (Linux tells of one's own). @param {string} folder */
export function processesIn(folder) {
  if (process.platform !== 'linux') return [];
  const real = realpathSync(folder);
  const isThere = (pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === real;
    } catch {
      return false;
    }
  };
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && isThere(pid));
}

/** Waits until the process is gone. @param {number} pid @param {number} milliseconds @returns whether it went in time */
export async function waitGone(pid, milliseconds) {
  const stamp = processStamp(pid);
  const until = Date.now() + milliseconds;
  while (stamp !== undefined && processStamp(pid) === stamp) {
    if (Date.now() > until) return false;
    await sleep(20);
  }
  return true;
}

/** Asks a process to end, then insists. @param {number} pid @param {NodeJS.Signals} signal @param {number} grace milliseconds */
export async function endProcess(pid, signal, grace) {
  for (const next of /** @type {NodeJS.Signals[]} */ ([signal, 'SIGKILL'])) {
    try {
      process.kill(pid, next);
    } catch {
      return;
    }
    if (await waitGone(pid, grace)) return;
  }
}

/** First executable of these names on PATH. @param {string[]} names */
export function onPath(names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        if (statSync(file).isFile()) return file;
      } catch {
        // not here
      }
    }
  }
  return undefined;
}

/** Whether a command runs and exits with 0. @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
export const runs = (command, args, env) =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 20_000, ...(env ? { env } : {}) }).status === 0;
