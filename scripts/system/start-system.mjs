import { rmSync } from 'node:fs';
import path from 'node:path';
import { startServices } from '../services/index.mjs';
import { writeJson } from '../support/files.mjs';
import { processStamp } from '../support/processes.mjs';
import { inRoot } from '../support/project.mjs';
import { say as sayLine, Stop } from '../support/say.mjs';
import { dataFolder, packagesFolder, runFile } from './data-folder.mjs';
import { endOrphans, pidsFile } from './pids-file.mjs';
import { choosePorts, portVariables } from './ports.mjs';
import { runStep } from './run-step.mjs';
import { supervise } from './supervise.mjs';
import { takeFolder } from './take-folder.mjs';
import { evidenceVariables, startWitnesses } from './witnesses.mjs';

const apps = /** @type {const} */ (['intake', 'review', 'headquarters', 'delivery', 'evidence']);

const at = (port) => `http://127.0.0.1:${port}`;

/** Where tokens come from: the configured issuer, else the demonstration issuer on its port. @param {number} port */
function issuerVariables(port) {
  const { OIDC_ISSUER, OIDC_AUDIENCE = 'urn:kyogi:api', OIDC_JWKS_URL } = process.env;
  if (OIDC_ISSUER) return { OIDC_ISSUER, OIDC_AUDIENCE, ...(OIDC_JWKS_URL ? { OIDC_JWKS_URL } : {}) };
  return { OIDC_ISSUER: at(port), OIDC_AUDIENCE, OIDC_JWKS_URL: `${at(port)}/jwks` };
}

/** Never settles, except by failing when the signal comes. @param {AbortSignal} [signal] @returns {Promise<never>} */
function givenUp(signal) {
  const promise = new Promise((_, reject) =>
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
  promise.catch(() => {});
  return promise;
}

/** Things to undo, last first, each once. */
function undoList() {
  const steps = [];
  return {
    /** @param {() => unknown} step */
    add: (step) => void steps.push(step),
    run: async () => {
      for (let step = steps.pop(); step; step = steps.pop()) await step();
    },
  };
}

/**
 * Starts the whole system of a cabinet: services, schema, cabinet data, demonstration issuer, apps; returns when all are ready.
 * The checkout must have been prepared.
 * @param {{ cabinet: string, logs?: boolean, say?: (line: string) => void, stop?: AbortSignal, hurry?: AbortSignal }} options
 *   logs: print every line of the children; stop: aborted when the start is to be given up;
 *   hurry: when a stop must not wait
 * @returns {Promise<{ running: import('./data-folder.mjs').Running, notes: string[], env: NodeJS.ProcessEnv, stop(): Promise<void> }>}
 */
export async function startSystem({ cabinet, logs = false, say = sayLine, stop, hurry }) {
  const data = dataFolder(cabinet);
  const undo = undoList();
  undo.add(takeFolder(data).release);
  const interrupted = givenUp(stop);
  try {
    await endOrphans(data);
    const services = await startServices({
      dir: data,
      durable: true,
      supervised: true,
      packages: packagesFolder(cabinet),
      say,
    });
    undo.add(services.stop);
    stop?.throwIfAborted();
    const ports = await choosePorts(say);
    const issuer = issuerVariables(ports.issuer);
    const env = {
      ...process.env,
      ...services.env,
      ...portVariables(ports),
      ...issuer,
      ...evidenceVariables(data, ports),
      HOST: process.env.HOST ?? '127.0.0.1',
      KYOGI_CABINET: cabinet,
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'info',
    };
    await runStep('Migrating the database', 'dist/libs/platform/src/migrate-main.js', env);
    await runStep(`Loading cabinet ${cabinet}`, 'dist/libs/identity/src/load-cabinet-main.js', env);

    stop?.throwIfAborted();
    const onPid = pidsFile(data);
    const common = { logs: path.join(data, 'logs'), all: logs, say, onPid };
    const children = [];
    undo.add(async () => {
      for (const child of children) child.hush();
      await Promise.all(children.map((child) => child.stop({ now: hurry?.aborted })));
    });
    if (!process.env.OIDC_ISSUER) {
      const issuerEnv = { ...env, OIDC_ISSUER: undefined, KYOGI_DATA: data };
      const script = inRoot('scripts/demo-issuer.mjs');
      children.push(
        supervise({
          ...common,
          name: 'issuer',
          script,
          env: issuerEnv,
          readyUrl: `${at(ports.issuer)}/jwks`,
        }),
      );
    }
    const witnesses = startWitnesses({ data, ports, env, common });
    children.push(...witnesses.children);
    /** @param {string} name @param {NodeJS.ProcessEnv} [more] */
    const startApp = (name, more = {}) => {
      const script = inRoot('dist/apps', name, 'src/main.js');
      const readyUrl = `${at(ports[name])}/health/ready`;
      children.push(supervise({ ...common, name, script, env: { ...env, ...more }, readyUrl }));
    };
    for (const name of apps) if (name !== 'evidence') startApp(name);
    startApp('evidence', await Promise.race([witnesses.variables(), interrupted]));
    await Promise.race([Promise.all(children.map((child) => child.ready())), interrupted]);

    const running = {
      ...{ pid: process.pid, stamp: processStamp(process.pid) ?? '', cabinet },
      urls: Object.fromEntries(apps.map((name) => [name, at(ports[name])])),
      ...{ ports, ...services.env, issuer: issuer.OIDC_ISSUER },
      ...(process.env.OIDC_ISSUER ? {} : { tokenUrl: `${at(ports.issuer)}/token` }),
    };
    writeJson(runFile(data), running, 0o600);
    undo.add(() => rmSync(runFile(data), { force: true }));
    return { running, notes: services.notes, env, stop: undo.run };
  } catch (error) {
    await undo.run();
    throw stop?.aborted ? new Stop('Stopped while starting.') : error;
  }
}
