import { guideline } from './guideline.js';
import { initiative } from './initiative.js';
import { oralItem } from './oral-item.js';

/** Every dossier type; a new one is a file beside these and a line here. */
export const dossierTypes = [initiative, guideline, oralItem] as const;

export type DossierType = (typeof dossierTypes)[number]['type'];

export const dossierType = (type: DossierType) => {
  const found = dossierTypes.find((candidate) => candidate.type === type);
  if (!found) throw new Error(`no dossier type ${type}`);
  return found;
};
