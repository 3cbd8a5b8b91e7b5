import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { prepare } from './prepare.mjs';
import { readJson } from './support/files.mjs';
import { inRoot, root } from './support/project.mjs';
import { runMain } from './support/say.mjs';

/** Whether the arguments select the unit project alone, which needs no services. @param {string[]} args */
function isUnitOnly(args) {
  const at = args.indexOf('--selectProjects');
  return at >= 0 && args[at + 1] === 'unit' && (args[at + 2] ?? '-').startsWith('-');
}

/** @param {string[]} given @returns {{ args: string[], env: NodeJS.ProcessEnv }} */
function jestCall(given) {
  const soak = given.includes('--soak');
  const rest = given.filter((arg) => arg !== '--soak');
  const env = { ...process.env };
  if (soak) env.SOAK = '1';
  if (isUnitOnly(rest)) env.KYOGI_UNIT_ONLY = '1';
  return { args: ['--forceExit', ...rest, ...(soak ? ['--selectProjects', 'soak'] : [])], env };
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<number>} jest's exit code */
function runJest(args, env) {
  const jest = inRoot('node_modules', 'jest', 'bin', 'jest.js');
  const child = spawn(process.execPath, [jest, ...args], { cwd: root, env, stdio: 'inherit' });
  // Ctrl-C reaches jest through the terminal; a plain kill of this process must reach it too.
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGINT', () => {});
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

await runMain(async () => {
  await prepare();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kyogi-jest-'));
  const outputFile = path.join(folder, 'result.json');
  try {
    const { args, env } = jestCall(process.argv.slice(2));
    const code = await runJest(['--json', `--outputFile=${outputFile}`, ...args], env);
    const result = readJson(outputFile);
    const passed = result?.numPassedTests ?? 0;
    // A spec file that does not even load has no tests to fail: it counts as one.
    const failed = (result?.numFailedTests ?? 0) + (result?.numRuntimeErrorTestSuites ?? 0);
    console.log(`${passed} passed, ${failed} failed`);
    return code !== 0 ? code : passed + failed === 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
