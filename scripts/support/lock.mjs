import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { processStamp, sleep } from './processes.mjs';

/** @typedef {{ pid: number, stamp: string, doing: string }} Owner */

/** @param {string} folder @returns {Owner | undefined} */
function readOwner(folder) {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'owner.json'), 'utf8'));
  } catch {
    return undefined;
  }
}

/** @param {Owner | undefined} owner */
const isAlive = (owner) => owner !== undefined && processStamp(owner.pid) === owner.stamp;

/** Removes a lock whose owner is dead. A lock that was taken anew in between is put back. @param {string} folder */
function clearStale(folder) {
  const aside = `${folder}.stale-${process.pid}-${Date.now()}`;
  try {
    renameSync(folder, aside);
    if (isAlive(readOwner(aside))) renameSync(aside, folder);
    else rmSync(aside, { recursive: true, force: true });
  } catch {
    // another process was quicker
  }
}

/**
 * Takes the lock folder, whose owner.json names the process. The folder appears with its content in one rename, so a lock without
 * an owner cannot be seen, and one whose owner died (kill -9, power cut) is taken over.
 * @param {string} folder
 * @param {string} doing what the owner does, for the sentence others print
 * @returns {{ release(): void } | { heldBy: Owner }}
 */
export function tryLock(folder, doing) {
  mkdirSync(path.dirname(folder), { recursive: true });
  const owner = { pid: process.pid, stamp: processStamp(process.pid) ?? '', doing };
  for (;;) {
    const made = mkdtempSync(`${folder}.new-`);
    writeFileSync(path.join(made, 'owner.json'), JSON.stringify(owner));
    try {
      renameSync(made, folder);
      return { release: () => rmSync(folder, { recursive: true, force: true }) };
    } catch (error) {
      rmSync(made, { recursive: true, force: true });
      if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(error.code)) throw error;
    }
    const holder = readOwner(folder);
    if (holder && isAlive(holder)) return { heldBy: holder };
    clearStale(folder);
  }
}

/**
 * Runs `work` while holding the lock, waiting for its present owner.
 * @template T
 * @param {string} folder
 * @param {string} doing
 * @param {(owner: Owner) => void} onWait called once when it must wait
 * @param {() => Promise<T>} work
 */
export async function withLock(folder, doing, onWait, work) {
  let lock = tryLock(folder, doing);
  if ('heldBy' in lock) onWait(lock.heldBy);
  while ('heldBy' in lock) {
    await sleep(200);
    lock = tryLock(folder, doing);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}
