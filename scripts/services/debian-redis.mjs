import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { onPath, runs } from '../support/processes.mjs';

const packages = ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1'];

/** @param {string} home @returns {import('./find-redis.mjs').RedisServer | undefined} the unpacked server when it runs */
function unpacked(home) {
  const exe = path.join(home, 'usr', 'bin', 'redis-server');
  if (!existsSync(exe)) return undefined;
  const lib = path.join(home, 'usr', 'lib');
  const folders = [
    lib,
    ...readdirSync(lib, { withFileTypes: true })
      .filter((d) => d.isDirectory())
      .map((d) => path.join(lib, d.name)),
  ];
  const env = { LD_LIBRARY_PATH: [...folders, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') };
  return runs(exe, ['--version'], { ...process.env, ...env }) ? { exe, env } : undefined;
}

/** Downloads the packages with apt's own client, with lists of our own when the machine has none. @param {string} cwd */
function download(cwd) {
  const apt = (args) =>
    spawnSync('apt-get', ['-qq', ...args], { cwd, stdio: 'ignore', timeout: 90_000 }).status === 0;
  // apt drops root to a user that cannot write here; the sandbox protects nothing in a folder of our own.
  const plain = ['-o', 'APT::Sandbox::User=root'];
  if (apt([...plain, 'download', ...packages])) return true;
  for (const folder of ['lists/partial', 'cache/archives/partial'])
    mkdirSync(path.join(cwd, folder), { recursive: true });
  const own = [...plain, '-o', `Dir::State::lists=${cwd}/lists`, '-o', `Dir::Cache=${cwd}/cache`];
  return apt([...own, 'update']) && apt([...own, 'download', ...packages]);
}

/**
 * Debian's Redis, unpacked below `home` without root and kept for the next start.
 * @param {string} home
 * @param {(line: string) => void} say
 */
export function debianRedis(home, say) {
  const known = unpacked(home);
  if (known) return known;
  if (process.env.KYOGI_NO_APT || !onPath(['apt-get']) || !onPath(['dpkg'])) return undefined;
  say('No Redis on this machine: unpacking the Debian packages into the data folder ...');
  mkdirSync(path.dirname(home), { recursive: true });
  const work = mkdtempSync(`${home}.new-`);
  try {
    if (!download(work)) return undefined;
    const root = path.join(work, 'root');
    const debs = readdirSync(work).filter((name) => name.endsWith('.deb'));
    if (!debs.every((deb) => runs('dpkg', ['-x', path.join(work, deb), root]))) return undefined;
    rmSync(home, { recursive: true, force: true });
    renameSync(root, home);
    return unpacked(home);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
