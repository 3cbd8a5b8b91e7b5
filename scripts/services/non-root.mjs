import { chownSync, existsSync, mkdirSync, readdirSync, lstatSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { onPath, runs } from '../support/processes.mjs';

const nobody = 65534;

/** PostgreSQL refuses uid 0. How it is run instead. @typedef {{ prefix: string[], uid?: number, gid?: number, dir: string, note?: string }} Identity */

/** Whether everybody may walk through the folder and its parents. @param {string} dir */
function isTraversable(dir) {
  for (let at = path.resolve(dir); ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** @param {string} dir */
function giveToNobody(dir) {
  chownSync(dir, nobody, nobody);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) giveToNobody(file);
    else if (lstatSync(file).uid !== nobody) chownSync(file, nobody, nobody);
  }
}

/**
 * As an ordinary user: nothing. As root: best a user namespace in which root is called nobody (files stay root's, works in any
 * folder); where that is denied, the real user nobody, in the temporary folder when a parent of the wished one is closed to it.
 * KYOGI_NO_UNSHARE=1 takes the second way.
 * @param {string} dir the wished folder
 * @returns {Identity}
 */
export function asNonRoot(dir) {
  if (process.getuid?.() !== 0) return { prefix: [], dir: made(dir) };
  const unshare = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`];
  if (
    !process.env.KYOGI_NO_UNSHARE &&
    onPath(['unshare']) &&
    runs(unshare[0], [...unshare.slice(1), 'true'])
  ) {
    return { prefix: unshare, dir: made(dir) };
  }
  if (isTraversable(path.dirname(dir))) return { prefix: [], ...owned(dir) };
  const name = createHash('sha256').update(path.resolve(dir)).digest('hex').slice(0, 12);
  const elsewhere = path.join(os.tmpdir(), `kyogi-postgres-${name}`);
  const note = `PostgreSQL cannot run as root and ${path.dirname(dir)} is closed to other users: its data is in ${elsewhere}.`;
  return { prefix: [], ...owned(elsewhere), note };
}

/** @param {string} dir */
function made(dir) {
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  return dir;
}

/** @param {string} dir */
function owned(dir) {
  giveToNobody(made(dir));
  return { uid: nobody, gid: nobody, dir };
}
