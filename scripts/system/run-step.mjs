import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot, root } from '../support/project.mjs';
import { Stop } from '../support/say.mjs';

/**
 * Runs one of the built one-off scripts to its end.
 * @param {string} what for the sentence when it fails
 * @param {string} script path inside the checkout
 * @param {NodeJS.ProcessEnv} env
 */
export async function runStep(what, script, env) {
  if (!existsSync(inRoot(script)))
    throw new Stop(`${what}: ${script} is missing; run npm run build and look for errors.`);
  const child = spawn(process.execPath, ['--enable-source-maps', inRoot(script)], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = (output + chunk).slice(-20_000)));
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('close', resolve);
  });
  if (code !== 0) throw new Stop(`${what} failed:\n${output.trim()}`);
  return output.trim();
}
