import path from 'node:path';
import { readJson } from '../support/files.mjs';
import { processStamp } from '../support/processes.mjs';
import { inRoot } from '../support/project.mjs';

/** The cabinet a command is about: `--cabinet x`, KYOGI_CABINET, or japan. @param {string[]} args */
export function cabinetOf(args) {
  const at = args.indexOf('--cabinet');
  const joined = args.find((arg) => arg.startsWith('--cabinet='));
  return (
    (at >= 0 && args[at + 1]) || joined?.slice('--cabinet='.length) || process.env.KYOGI_CABINET || 'japan'
  );
}

/** Where a cabinet's system keeps everything. @param {string} cabinet */
export function dataFolder(cabinet) {
  const own = process.env.KYOGI_DATA;
  return own ? path.resolve(own) : inRoot('.data', cabinet);
}

/** Where unpacked Redis packages are kept: shared by the cabinets of a checkout. @param {string} cabinet */
export const packagesFolder = (cabinet) =>
  path.join(process.env.KYOGI_DATA ? dataFolder(cabinet) : inRoot('.data'), 'redis-debian');

/**
 * What a running system tells other commands.
 * @typedef {'intake' | 'review' | 'headquarters' | 'delivery' | 'evidence'} App
 * @typedef {object} Running
 * @property {number} pid of the supervisor
 * @property {string} stamp
 * @property {string} cabinet
 * @property {Record<App, string>} urls
 * @property {Record<App, number>} ports
 * @property {string} DATABASE_URL
 * @property {string} [REDIS_URL]
 * @property {string} issuer
 * @property {string} [tokenUrl] of the demonstration issuer
 */

/** @param {string} data @returns the file in which a running system describes itself */
export const runFile = (data) => path.join(data, 'run.json');

/** The system that runs on this data folder, if one does. @param {string} data @returns {Running | undefined} */
export function runningOn(data) {
  const running = readJson(runFile(data));
  return running && processStamp(running.pid) === running.stamp ? running : undefined;
}
