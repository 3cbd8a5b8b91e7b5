import { portNear } from '../services/ports.mjs';

/** Environment variable and usual port of everything that listens. */
const usual = {
  intake: ['INTAKE_PORT', 4100],
  headquarters: ['HEADQUARTERS_PORT', 4200],
  review: ['REVIEW_PORT', 4300],
  issuer: ['ISSUER_PORT', 4400],
  delivery: ['DELIVERY_PORT', 4500],
  evidence: ['EVIDENCE_PORT', 4600],
  'witness-meti': ['WITNESS_METI_PORT', 4620],
  'witness-mic': ['WITNESS_MIC_PORT', 4640],
  'witness-ppc': ['WITNESS_PPC_PORT', 4660],
};

/**
 * A free port for each, near the wished one; says where it differs.
 * @param {(line: string) => void} say
 * @returns {Promise<Record<keyof typeof usual, number>>}
 */
export async function choosePorts(say) {
  const chosen = {};
  for (const [name, [variable, fallback]] of Object.entries(usual)) {
    const wished = Number(process.env[variable] ?? fallback);
    chosen[name] = await portNear(wished);
    if (chosen[name] !== wished) say(`Port ${wished} is in use: ${name} listens on ${chosen[name]}.`);
  }
  return /** @type {any} */ (chosen);
}

/** @param {Record<string, number>} ports @returns the variables by which the processes learn them */
export const portVariables = (ports) =>
  Object.fromEntries(Object.entries(usual).map(([name, [variable]]) => [variable, String(ports[name])]));
