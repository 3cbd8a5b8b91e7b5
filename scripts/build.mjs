import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inRoot, root } from './support/project.mjs';
import { elapsed, runMain, say, Stop } from './support/say.mjs';

const stampFile = inRoot('dist', '.built-from');

/** Files below a folder, as sorted paths relative to the checkout. @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  if (!existsSync(inRoot(folder))) return [];
  return readdirSync(inRoot(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

const isSource = (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts');

const sources = () => [...filesBelow('apps'), ...filesBelow('libs')].filter(isSource);

/** Content hash of everything the build reads. */
function sourceHash() {
  const settings = ['nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.mjs'];
  const hash = createHash('sha256');
  for (const file of [...settings.filter((name) => existsSync(inRoot(name))), ...sources()]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Whether dist was built, completely, from the present sources. */
export function isBuilt() {
  try {
    return readFileSync(stampFile, 'utf8') === sourceHash();
  } catch {
    return false;
  }
}

/** Removes outputs whose source is gone. dist is not emptied, so a running system survives a build. */
function pruneOutputs() {
  const kept = new Set(sources().map((file) => file.replace(/\.ts$/, '')));
  for (const file of [...filesBelow('dist/apps'), ...filesBelow('dist/libs')]) {
    const source = path.relative('dist', file).replace(/\.(js|js\.map|d\.ts)$/, '');
    if (!kept.has(source)) rmSync(inRoot(file));
  }
}

/** Names of the projects in nest-cli.json that have sources. */
function projects() {
  const { projects: all } = JSON.parse(readFileSync(inRoot('nest-cli.json'), 'utf8'));
  return Object.entries(all)
    .filter(([, project]) => filesBelow(project.sourceRoot).some(isSource))
    .map(([name]) => name);
}

/** Builds all apps and libs into dist. The stamp goes first and comes last, so a killed build is never taken for a whole one. */
export function build() {
  const hash = sourceHash();
  rmSync(stampFile, { force: true });
  const names = projects();
  if (names.length > 0) {
    const nest = inRoot('node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
    const result = spawnSync(process.execPath, [nest, 'build', ...names, '-b', 'swc'], {
      cwd: root,
      encoding: 'utf8',
    });
    if (result.status !== 0) throw new Stop(`${result.stdout}${result.stderr}\nThe build failed: see above.`);
  }
  pruneOutputs();
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(`${stampFile}.new`, hash);
  renameSync(`${stampFile}.new`, stampFile);
  say(`Built ${names.length} parts into dist (${elapsed()} s).`);
}

/** Builds unless dist is current. */
export function buildIfStale() {
  if (!isBuilt()) build();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(async () => build());
