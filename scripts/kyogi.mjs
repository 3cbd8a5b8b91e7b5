import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { prepare } from './prepare.mjs';
import { cabinetOf, dataFolder, runningOn } from './system/data-folder.mjs';
import { startSystem } from './system/start-system.mjs';
import { witnessKeys } from './system/witnesses.mjs';
import { inRoot } from './support/project.mjs';
import { runMain, say, Stop } from './support/say.mjs';

/** @param {import('./system/data-folder.mjs').Running} running @returns what the command line program needs to reach a system */
const addresses = ({ urls, tokenUrl, issuer, DATABASE_URL, REDIS_URL, cabinet }) => ({
  KYOGI_INTAKE_URL: urls.intake,
  KYOGI_HEADQUARTERS_URL: urls.headquarters,
  KYOGI_REVIEW_URL: urls.review,
  KYOGI_DELIVERY_URL: urls.delivery,
  KYOGI_EVIDENCE_URL: urls.evidence,
  ...(tokenUrl ? { KYOGI_TOKEN_URL: tokenUrl } : {}),
  ...{ DATABASE_URL, OIDC_ISSUER: issuer, KYOGI_CABINET: cabinet },
  ...(REDIS_URL ? { REDIS_URL } : {}),
});

const program = inRoot('dist/apps/intake/src/cli/main.js');
const verifier = inRoot('scripts/verify.mjs');

/** @param {string} program @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function run(program, args, env) {
  const options = { env: { ...process.env, ...env }, stdio: /** @type {const} */ ('inherit') };
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], options);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    // The terminal has told the program too; this process waits for it, to stop the system afterwards.
    process.on(signal, () => void (signal === 'SIGTERM' && child.kill(signal)));
  }
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 130));
  });
}

/**
 * What the verifier is called with. Without more than the cabinet it is the log of the system that runs here: believed are its keys in
 * the data folder and those of its witnesses.
 * @param {string[]} args @param {string} cabinet
 */
async function whatToVerify(args, cabinet) {
  if (args.length > 0 && args[0] !== '--cabinet') return args;
  const data = dataFolder(cabinet);
  const running = runningOn(data);
  if (!running)
    throw new Stop(
      `No system of cabinet ${cabinet} runs. Say what to verify: npm run kyogi -- verify --help`,
    );
  const log = running.urls.evidence;
  const [origin] = (await (await fetch(`${log}/checkpoint`)).text()).split('\n');
  const keys = path.join(data, 'trusted-keys');
  const { vkeys, quorum } = await witnessKeys(running.ports);
  const published = readFileSync(path.join(data, 'evidence', 'keys'), 'utf8')
    .split('\n')
    .filter(Boolean);
  writeFileSync(keys, `${[...new Set([...published, ...vkeys])].join('\n')}\n`);
  return ['log', log, '--origin', origin, '--keys', keys, '--witnesses', String(quorum)];
}

await runMain(async () => {
  await prepare({ quiet: true });
  const args = process.argv.slice(2);
  const cabinet = cabinetOf(args);
  if (args[0] === 'verify') return run(verifier, await whatToVerify(args.slice(1), cabinet), {});
  const needsNone =
    args.length === 0 || args[0] === 'help' || args.includes('--help') || process.env.KYOGI_INTAKE_URL;
  if (needsNone) return run(program, args, {});
  const running = runningOn(dataFolder(cabinet));
  if (running) return run(program, args, addresses(running));
  if (args[0] !== 'file') throw new Stop(`No system of cabinet ${cabinet} runs here: npm start.`);
  say(`No system of cabinet ${cabinet} runs: starting one for this command ...`);
  const system = await startSystem({ cabinet });
  try {
    return await run(program, args, addresses(system.running));
  } finally {
    await system.stop();
  }
});
