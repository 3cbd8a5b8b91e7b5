import path from 'node:path';
import { inRoot } from '../support/project.mjs';
import { supervise } from './supervise.mjs';

/** Ministries that witness the log of a demonstration. In production each runs its own, where it wants. */
const ministries = /** @type {const} */ (['meti', 'mic', 'ppc']);
const quorum = 2;

const at = (port) => `http://127.0.0.1:${port}`;

/**
 * Where the transparency log is kept, and where it and the public register are reached: links to them are whole addresses.
 * @param {string} data @param {Record<string, number>} ports
 */
export const evidenceVariables = (data, ports) => ({
  KYOGI_EVIDENCE_DIR: process.env.KYOGI_EVIDENCE_DIR ?? path.join(data, 'evidence'),
  KYOGI_EVIDENCE_URL: process.env.KYOGI_EVIDENCE_URL ?? at(ports.evidence),
  KYOGI_OPEN_DATA_URL: process.env.KYOGI_OPEN_DATA_URL ?? at(ports.headquarters),
});

/**
 * Starts the witnesses of a demonstration; none where the settings name some, or say that there are none.
 * @param {{ data: string, ports: Record<string, number>, env: NodeJS.ProcessEnv, common: object }} options
 * @returns {{ children: ReturnType<typeof supervise>[], variables: () => Promise<Record<string, string>> }}
 *   variables: how the evidence process learns of them, once they run
 */
export function startWitnesses({ data, ports, env, common }) {
  if (process.env.KYOGI_WITNESSES !== undefined) return { children: [], variables: async () => ({}) };
  const started = ministries.map((name) => {
    const address = at(ports[`witness-${name}`]);
    const child = supervise({
      .../** @type {any} */ (common),
      name: `witness-${name}`,
      script: inRoot('dist/apps/evidence/src/witness/main.js'),
      env: {
        PATH: env.PATH,
        WITNESS_NAME: `${name}.example/witness`,
        WITNESS_DIR: path.join(data, 'witnesses', name),
        WITNESS_HOST: '127.0.0.1',
        WITNESS_PORT: String(ports[`witness-${name}`]),
        WITNESS_LOG_KEYS: `${at(ports.evidence)}/keys`,
      },
      readyUrl: `${address}/vkey`,
    });
    return { child, address };
  });
  const lineOf = async ({ child, address }) => {
    await child.ready();
    return `${await vkeyAt(address)} ${address}`;
  };
  return {
    children: started.map(({ child }) => child),
    variables: async () => ({
      KYOGI_WITNESSES: (await Promise.all(started.map(lineOf))).join(','),
      KYOGI_WITNESS_QUORUM: process.env.KYOGI_WITNESS_QUORUM ?? String(quorum),
    }),
  };
}

const vkeyAt = async (address) => (await (await fetch(`${address}/vkey`)).text()).trim();

/**
 * The keys of the witnesses of a running demonstration, or of those that the settings name, and how many must have signed.
 * @param {Record<string, number>} ports
 */
export async function witnessKeys(ports) {
  const { KYOGI_WITNESSES: named, KYOGI_WITNESS_QUORUM: wanted } = process.env;
  const vkeys =
    named === undefined
      ? await Promise.all(ministries.map((name) => vkeyAt(at(ports[`witness-${name}`]))))
      : named.split(',').flatMap((line) => line.trim().split(' ')[0] || []);
  return { vkeys, quorum: Number(wanted ?? (named === undefined ? quorum : 0)) };
}
