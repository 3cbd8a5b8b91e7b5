import path from 'node:path';
import { tryLock } from '../support/lock.mjs';
import { Stop } from '../support/say.mjs';
import { runningOn } from './data-folder.mjs';

/** Another supervisor owns the data folder. */
export class AlreadyRunning extends Stop {}

/** @param {string} data */
function lockIn(data) {
  try {
    return tryLock(path.join(data, 'lock'), 'running the system');
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error;
    throw new Stop(
      `The data folder ${data} cannot be written (it may be another user's): set KYOGI_DATA to a folder of your own.`,
    );
  }
}

/** @param {string} data @returns the lock, or a sentence about who has it */
export function takeFolder(data) {
  const lock = lockIn(data);
  if (!('heldBy' in lock)) return lock;
  const running = runningOn(data);
  const where = running
    ? `intake ${running.urls.intake}, headquarters ${running.urls.headquarters}`
    : 'still starting or stopping';
  throw new AlreadyRunning(`Kyogi already runs on ${data} (process ${lock.heldBy.pid}): ${where}.`);
}
