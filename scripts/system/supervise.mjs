import { spawn } from 'node:child_process';
import { endProcess, sleep } from '../support/processes.mjs';
import { inRoot, root } from '../support/project.mjs';
import { Stop } from '../support/say.mjs';
import { childOutput } from './child-output.mjs';

const [shortestPause, longestPause] = [500, 30_000];
const grace = 10_000;
const patient = 15_000;

/** @param {string} script @param {NodeJS.ProcessEnv} env */
const spawnNode = (script, env) =>
  spawn(
    process.execPath,
    ['--enable-source-maps', '--require', inRoot('scripts/system/follow-supervisor.cjs'), script],
    {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C reaches the supervisor only, which stops things in order.
      detached: true,
    },
  );

/** @param {string} url @returns {Promise<boolean>} */
const answers = async (url) => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
};

/**
 * Runs a script as a child that is started again whenever it ends: after half a second, then with doubling pauses; a child that
 * came as far as to be ready begins anew.
 * @param {object} options
 * @param {string} options.name
 * @param {string} options.script
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} options.readyUrl answers 2xx when it can work
 * @param {string} options.logs folder of the log files
 * @param {boolean} options.all print every line of its output
 * @param {(line: string) => void} options.say
 * @param {(name: string, pid: number | undefined) => void} options.onPid
 */
export function supervise({ name, script, env, readyUrl, logs, all, say, onPid }) {
  const output = childOutput(logs, name, { say, all });
  let stopping = false;
  let failures = 0;
  let wasReady = false;
  /** Whether the present child came as far as to be ready. */
  let works = false;
  /** @type {import('node:child_process').ChildProcess} */
  let child;
  /** @type {() => void} */
  let wake = () => {};

  const run = async () => {
    for (let pause = shortestPause; !stopping; pause = Math.min(pause * 2, longestPause)) {
      works = false;
      child = spawnNode(script, env);
      output.attach(child);
      onPid(name, child.pid);
      const how = await new Promise((resolve) => {
        child.once('error', (error) => resolve(error.message));
        child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`));
      });
      if (stopping) return;
      failures++;
      if (works) pause = shortestPause;
      if (wasReady) say(`${name} ended (${how}): starting it again in ${pause / 1000} s ...`);
      await Promise.race([sleep(pause), new Promise((resolve) => (wake = () => resolve(undefined)))]);
      if (wasReady && !stopping) void announce();
    }
  };
  const announce = async () => {
    const before = failures;
    while (!stopping && before === failures) {
      if (await answers(readyUrl)) {
        works = true;
        return say(`${name} runs again (pid ${child.pid}).`);
      }
      await sleep(200);
    }
  };
  const running = run();

  return {
    name,
    pid: () => child.pid,
    /** Settles when it is ready; fails when it ends three times before. */
    ready: async () => {
      let patience = Date.now() + patient;
      while (!(await answers(readyUrl))) {
        if (Date.now() > patience) {
          patience += patient;
          say(`Still waiting for ${name} (${readyUrl}); its log is ${output.file}.`);
        }
        if (stopping) throw new Stop('Stopped while starting.');
        if (failures >= 3)
          throw new Stop(`${name} does not start. The end of ${output.file}:\n${output.tail()}`);
        await sleep(100);
      }
      works = wasReady = true;
      output.ready();
    },
    hush: output.hush,
    /** @param {{ now?: boolean }} [options] now: without the ten seconds of grace */
    stop: async ({ now = false } = {}) => {
      stopping = true;
      wake();
      if (child.pid && child.exitCode === null && child.signalCode === null) {
        await endProcess(child.pid, now ? 'SIGKILL' : 'SIGTERM', grace);
      }
      await running;
      onPid(name, undefined);
      output.close();
    },
  };
}
