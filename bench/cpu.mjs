import { readdirSync, readFileSync } from 'node:fs';
import { sleep } from '../scripts/support/processes.mjs';

/** Ticks of /proc per second: 100 on every Linux that matters. */
const hertz = 100;

/** Fields of /proc/<pid>/stat from `state` on. @param {number | string} pid */
function statOf(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** @param {number} pid @returns CPU seconds of a process and of its children that have ended */
function ownSeconds(pid) {
  const fields = statOf(pid);
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / hertz;
}

/** CPU seconds of the postmaster and all its backends, past and present. @param {number} postmaster */
function serverSeconds(postmaster) {
  let sum = ownSeconds(postmaster);
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const fields = statOf(name);
      if (Number(fields[1]) === postmaster) sum += (Number(fields[11]) + Number(fields[12])) / hertz;
    } catch {
      // ended meanwhile: it is counted with its parent from now on
    }
  }
  return sum;
}

/** @param {number} pid postmaster */
const reading = (pid, nodes) => ({
  client: ownSeconds(process.pid),
  node: nodes.reduce((sum, node) => sum + ownSeconds(node), 0),
  postgres: serverSeconds(pid),
});

/**
 * Begins to measure who uses the cores.
 * @param {{ postgres?: number, nodes?: number[] }} pids
 * @returns {() => Promise<{ client: number, node: number, postgres: number } | undefined>} cores used on average since then; undefined
 *   where there is no /proc
 */
export function watchCpu({ postgres, nodes = [] }) {
  if (process.platform !== 'linux' || !postgres) return async () => undefined;
  const began = performance.now();
  const before = reading(postgres, nodes);
  return async () => {
    const seconds = (performance.now() - began) / 1000;
    await sleep(200); // a backend whose client is gone counts when the postmaster has taken leave of it
    const after = reading(postgres, nodes);
    const share = (key) => (after[key] - before[key]) / seconds;
    return { client: share('client'), node: share('node'), postgres: share('postgres') };
  };
}
