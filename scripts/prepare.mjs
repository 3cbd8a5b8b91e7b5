import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildIfStale, isBuilt } from './build.mjs';
import { withLock } from './support/lock.mjs';
import { inRoot, root } from './support/project.mjs';
import { say, Stop } from './support/say.mjs';

const oldestNode = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  throw new Stop(
    `Kyogi needs Node.js ${oldestNode.join('.')} or newer and this is ${process.versions.node}: install a current one from https://nodejs.org.`,
  );
}

/** @param {string} file @returns {Record<string, any> | undefined} */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules is what package-lock.json says. npm writes node_modules/.package-lock.json last, so an install that was
 * killed has none or an old one. Optional packages may be absent (other platforms), not of another version.
 */
export function isInstalled() {
  const wanted = packagesOf(inRoot('package-lock.json'));
  const found = packagesOf(inRoot('node_modules', '.package-lock.json'));
  if (!found) return false;
  if (!wanted) return true;
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '' || entry.link) return true;
    const version = found[name]?.version;
    return version === undefined
      ? Boolean(entry.optional || entry.devOptional || entry.peer)
      : version === entry.version;
  });
}

/** @param {string[]} args @param {boolean} quiet */
const npm = (args, quiet) =>
  spawnSync('npm', [...args, '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: quiet ? ['ignore', 2, 2] : ['inherit', 2, 2],
    shell: process.platform === 'win32',
  }).status === 0;

/** @param {boolean} quiet */
function install(quiet) {
  say('Installing the packages of package-lock.json (once, about a minute) ...');
  if (existsSync(inRoot('package-lock.json')) && npm(['ci'], quiet)) return;
  say('npm ci did not succeed: trying npm install ...');
  // A tree that npm ci left half-done makes npm install believe too much.
  rmSync(inRoot('node_modules', '.package-lock.json'), { force: true });
  if (npm(['install'], quiet)) return;
  throw new Stop(
    'The packages could not be installed: see npm above; with a proxy or a mirror, set it by `npm config set registry <url>`.',
  );
}

/**
 * Makes the checkout runnable: packages installed, sources built. Cheap when nothing is to do; safe when several commands
 * begin at the same time, and after one of them was killed at any point.
 * @param {{ quiet?: boolean }} [options]
 */
export async function prepare({ quiet = false } = {}) {
  checkNode();
  if (isInstalled() && isBuilt()) return;
  mkdirSync(inRoot('.data'), { recursive: true });
  const waiting = (owner) => say(`Waiting for process ${owner.pid}, which is ${owner.doing} ...`);
  await withLock(inRoot('.data', 'prepare.lock'), 'installing and building', waiting, async () => {
    if (!isInstalled()) install(quiet);
    buildIfStale();
  });
}
