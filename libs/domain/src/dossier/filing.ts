import { Problem } from '#contracts';
import type { Decision } from '../setting.js';
import { transition } from './transition.js';

/** 提出: starts the secretariat's clock on exactly the approved version. */
export const fileDossier: Decision<'FileDossier'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  const { no: versionNo, sha256 } = dossier.current;
  if (command.data.sha256 && command.data.sha256 !== sha256)
    throw new Problem('guard-refused', `sha256: the approved version has ${sha256}.`, {
      rule: 'same-text',
      sha256,
    });
  return [{ type: 'DossierFiled', data: { stage, versionNo, sha256 } }];
};

export const acceptDossier: Decision<'AcceptDossier'> = (dossier, command, setting) => [
  { type: 'DossierAccepted', data: { stage: transition(dossier, command, setting), unchecked: false } },
];

export const returnDossier: Decision<'ReturnDossier'> = (dossier, command, setting) => [
  {
    type: 'DossierReturned',
    data: { stage: transition(dossier, command, setting), reasons: command.data.reasons },
  },
];

/** A result for a version that has been replaced meanwhile says nothing. */
export const recordCompleteness: Decision<'RecordCompleteness'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  return command.data.versionNo === dossier.current.no
    ? [{ type: 'CompletenessChecked', data: command.data }]
    : [];
};

export const recordOverlaps: Decision<'RecordOverlaps'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  return command.data.versionNo === dossier.current.no ? [{ type: 'OverlapsFound', data: command.data }] : [];
};
