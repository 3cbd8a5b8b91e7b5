import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { endProcess, onPath, runs } from '../support/processes.mjs';

/**
 * Prefix that makes the kernel end a server when node dies, even by kill -9 (util-linux; Linux only). KYOGI_NO_SETPRIV=1 leaves
 * it out: the next start then finds the orphan and stops it.
 * @param {NodeJS.Signals} signal
 */
export function deathPrefix(signal) {
  if (process.env.KYOGI_NO_SETPRIV || !onPath(['setpriv'])) return [];
  const prefix = ['setpriv', '--pdeathsig', signal.replace('SIG', '')];
  return runs(prefix[0], [...prefix.slice(1), 'true']) ? prefix : [];
}

/**
 * @typedef {object} Server
 * @property {number} pid
 * @property {Promise<void>} gone settles when the process has ended
 * @property {() => boolean} isGone
 * @property {() => Promise<void>} stop
 */

/**
 * Spawns a server in a process group of its own (so Ctrl-C reaches the apps first), its output appended to a file.
 * @param {string[]} command
 * @param {{ log: string, signal: NodeJS.Signals, env?: NodeJS.ProcessEnv, uid?: number, gid?: number }} options signal: the polite stop
 * @returns {Server}
 */
export function runServer([exe, ...args], { log, signal, env = process.env, uid, gid }) {
  const output = openSync(log, 'a');
  const child = spawn(exe, args, { stdio: ['ignore', output, output], detached: true, env, uid, gid });
  closeSync(output);
  let ended = false;
  const gone = new Promise((resolve) => {
    const end = () => {
      ended = true;
      resolve(undefined);
    };
    child.once('exit', end);
    child.once('error', end);
  });
  return {
    pid: child.pid ?? -1,
    gone,
    isGone: () => ended,
    stop: async () => {
      if (!ended && child.pid) await endProcess(child.pid, signal, 20_000);
      await gone;
    },
  };
}
