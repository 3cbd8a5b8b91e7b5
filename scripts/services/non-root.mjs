import { createHash } from 'node:crypto';
import { chownSync, existsSync, lchownSync, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
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

/** @param {string} dir @param {number} uid becomes the owner (and group) of the folder and all below */
function giveTo(dir, uid) {
  chownSync(dir, uid, uid);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) giveTo(file, uid);
    else if (lstatSync(file).uid !== uid) lchownSync(file, uid, uid);
  }
}

/** @param {string} dir */
function made(dir) {
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  return dir;
}

/** @returns {string[] | undefined} prefix under which root is called nobody, where the kernel allows it */
function namespacePrefix() {
  const unshare = ['unshare', '--user', `--map-user=${nobody}`, `--map-group=${nobody}`];
  const isUsable =
    !process.env.KYOGI_NO_UNSHARE && onPath(['unshare']) && runs(unshare[0], [...unshare.slice(1), 'true']);
  return isUsable ? unshare : undefined;
}

/** @param {string} dir @returns {Identity} */
function asNobody(dir) {
  const identity = { prefix: [], uid: nobody, gid: nobody };
  if (isTraversable(path.dirname(dir))) {
    giveTo(made(dir), nobody);
    return { ...identity, dir };
  }
  const name = createHash('sha256').update(dir).digest('hex').slice(0, 12);
  const elsewhere = path.join(os.tmpdir(), `kyogi-postgres-${name}`);
  giveTo(made(elsewhere), nobody);
  const note = `PostgreSQL cannot run as root and ${path.dirname(dir)} is closed to other users: its data is in ${elsewhere}.`;
  return { ...identity, dir: elsewhere, note };
}

/**
 * As an ordinary user: nothing. As root on a folder that an ordinary user made: as that user. As root otherwise: best a user
 * namespace in which root is called nobody (files stay root's, works in any folder); where that is denied, the real user nobody, in
 * the temporary folder when a parent of the wished one is closed to it. KYOGI_NO_UNSHARE=1 takes that last way.
 * @param {string} dir the wished folder, absolute
 * @returns {Identity}
 */
export function asNonRoot(dir) {
  if (process.getuid?.() !== 0) return { prefix: [], dir: made(dir) };
  const owner = existsSync(dir) ? statSync(dir) : undefined;
  if (owner && owner.uid !== 0 && owner.uid !== nobody)
    return { prefix: [], uid: owner.uid, gid: owner.gid, dir };
  const prefix = namespacePrefix();
  if (!prefix) return asNobody(dir);
  // In the namespace the real nobody is a stranger: a folder of the other way is taken back.
  if (owner?.uid === nobody) giveTo(dir, 0);
  return { prefix, dir: made(dir) };
}
