import { transition } from '../dossier/transition.js';
import type { Decision } from '../setting.js';
import { requireRound } from './running.js';

/** The lead gives the consultation up, also while it stands still; what was said stays on record and counts no more. */
export const abandonRound: Decision<'AbandonRound'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  const { roundNo, reason } = command.data;
  requireRound(dossier, roundNo);
  return [{ type: 'RoundAbandoned', data: { stage, roundNo, reason } }];
};
