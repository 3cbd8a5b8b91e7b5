import type { Facts } from './define.js';
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

/** The facts of a body's content, by the declaration of its type. */
export const factsOf = (body: { type: DossierType; content: unknown }): Facts =>
  (dossierType(body.type).facts as (content: unknown) => Facts)(body.content);
