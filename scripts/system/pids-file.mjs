import path from 'node:path';
import { readJson, writeJson } from '../support/files.mjs';
import { endProcess, processStamp } from '../support/processes.mjs';

/** @param {string} data */
const fileIn = (data) => path.join(data, 'pids.json');

/**
 * Ends children that outlived a killed supervisor (they end by themselves within a second unless they hang).
 * @param {string} data
 */
export async function endOrphans(data) {
  const known = Object.values(readJson(fileIn(data)) ?? {});
  await Promise.all(
    known.map(({ pid, stamp }) =>
      processStamp(pid) === stamp ? endProcess(pid, 'SIGTERM', 5000) : undefined,
    ),
  );
}

/** Keeps the file of the children that run now. @param {string} data @returns {(name: string, pid: number | undefined) => void} */
export function pidsFile(data) {
  const children = {};
  return (name, pid) => {
    if (pid === undefined) delete children[name];
    else children[name] = { pid, stamp: processStamp(pid) };
    writeJson(fileIn(data), children);
  };
}
