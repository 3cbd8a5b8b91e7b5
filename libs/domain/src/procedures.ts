import { dossierTypes, type DossierType, type Procedure, type ProcedurePin } from '#contracts';
import type { Setting } from './setting.js';

const released = new Map(
  dossierTypes.flatMap(({ procedures }) => procedures.map((p) => [`${p.name}@${p.version}`, p] as const)),
);

export const procedureVersion = (name: string, version: number): Procedure | undefined =>
  released.get(`${name}@${version}`);

/** The procedure a case was pinned to. Every released version stays in the build for as long as cases live. */
export const pinnedProcedure = ({ name, version }: ProcedurePin): Procedure => {
  const found = procedureVersion(name, version);
  if (!found) throw new Error(`procedure ${name} version ${version} is missing from this build`);
  return found;
};

const pins = new WeakMap<Procedure, { digest: Setting['digest']; pinned: ProcedurePin }>();

/** What a case says of the procedure it is bound to. Released procedures never change, so the hash is computed once. */
export const pin = (procedure: Procedure, digest: Setting['digest']): ProcedurePin => {
  const known = pins.get(procedure);
  if (known?.digest === digest) return known.pinned;
  const { name, version } = procedure;
  const pinned = Object.freeze({ name, version, hash: digest(procedure) });
  pins.set(procedure, { digest, pinned });
  return pinned;
};

/** The version with which new cases of the type begin. */
export const latestProcedure = (type: DossierType): Procedure => {
  const latest = dossierTypes.find((candidate) => candidate.type === type)?.procedures.at(-1);
  if (!latest) throw new Error(`${type} has no procedure`);
  return latest;
};
