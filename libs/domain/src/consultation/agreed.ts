import type { Dossier } from '../dossier/state.js';
import { unsettled } from './comment-ledger.js';
import { deltaOf, lastFormalRound, partsSince } from './since.js';

/**
 * Whether the present text is the one the last concluded round agreed on, but for changes of wording, and every MUST of the
 * consultation still holds in it. Never without such a round.
 */
export const agreedText = (dossier: Dossier): boolean => {
  if (unsettled(dossier).length > 0) return false;
  const { rounds, current } = dossier;
  const agreed = rounds.findLast(({ concludedSha256 }) => concludedSha256 !== undefined);
  if (agreed?.concludedSha256 === current.sha256) return true;
  if (lastFormalRound(dossier)?.state !== 'CONCLUDED') return false;
  return deltaOf(dossier).changes.length === 0 && partsSince(dossier).length === 0;
};
