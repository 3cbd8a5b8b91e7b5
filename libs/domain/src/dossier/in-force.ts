import type { Decision } from '../setting.js';
import { inTheFuture } from './days.js';
import { invalid } from './references.js';
import { transition } from './transition.js';

/** The review found nothing to change: the next one is on the day given, else after the usual period. */
export const confirmDossier: Decision<'ConfirmDossier'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  const { reviewBy } = command.data;
  if (reviewBy) inTheFuture('reviewBy', reviewBy, command.at, setting);
  return [{ type: 'DossierConfirmed', data: { stage, ...command.data } }];
};

export const amendDossier: Decision<'AmendDossier'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  const { successorId } = command.data;
  if (successorId === command.dossierId)
    throw invalid([{ path: 'successorId', message: 'name the dossier that amends this one' }]);
  return [{ type: 'DossierAmending', data: { stage, successorId } }];
};

export const repealDossier: Decision<'RepealDossier'> = (dossier, command, setting) => [
  {
    type: 'DossierRepealed',
    data: { stage: transition(dossier, command, setting), reason: command.data.reason },
  },
];
