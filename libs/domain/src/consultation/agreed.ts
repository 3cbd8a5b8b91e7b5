import type { Dossier } from '../dossier/state.js';
import { deltaOf, lastFormalRound, partsSince } from './since.js';

/** Whether the present text is one a formal round agreed on, but for changes of wording. Never without such a round. */
export const agreedText = (dossier: Dossier): boolean => {
  const { sha256 } = dossier.current;
  const formal = dossier.rounds.filter(({ kind }) => kind !== 'INFORMAL');
  if (formal.some(({ concludedSha256 }) => concludedSha256 === sha256)) return true;
  if (lastFormalRound(dossier)?.state !== 'CONCLUDED') return false;
  return deltaOf(dossier).changes.length === 0 && partsSince(dossier).length === 0;
};
