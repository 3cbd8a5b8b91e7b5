import { runningRound } from '../consultation/round.js';
import { suspended } from '../consultation/suspension.js';
import type { Decision } from '../setting.js';
import { guardRefused, notByThisRole } from './refusals.js';
import type { Dossier } from './state.js';
import { transition } from './transition.js';

const requireCoLead = ({ current, leavers }: Dossier, organ: string) => {
  if (!current.body.head.coLeads.includes(organ))
    throw notByThisRole(`${organ} is no co-lead of this dossier.`, 'co-lead');
  if (leavers.includes(organ))
    throw guardRefused('co-lead-left', `${organ} has left the joint lead; the head must be revised.`);
};

/** 共同請議: a co-lead signs exactly the present text. */
export const signVersion: Decision<'SignVersion'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { organ, sha256 } = command.data;
  requireCoLead(dossier, organ);
  const { no: versionNo, sha256: present } = dossier.current;
  if (sha256 !== present)
    throw guardRefused('same-text', `sha256: the present version ${versionNo} has ${present}.`, {
      sha256: present,
    });
  if (dossier.signatures.includes(organ))
    throw guardRefused('signed-once', `${organ} has signed version ${versionNo} already.`);
  return [{ type: 'VersionSigned', data: { versionNo, sha256, organ } }];
};

/** A co-lead leaves; a round that moves is suspended until the leads have settled the text without it. */
export const withdrawCoLead: Decision<'WithdrawCoLead'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { organ, reason } = command.data;
  requireCoLead(dossier, organ);
  const round = runningRound(dossier.rounds);
  const moves = round !== undefined && round.state !== 'SUSPENDED';
  return [
    { type: 'CoLeadWithdrawn', data: { organ, reason } },
    ...(moves ? suspended(dossier, { ground: 'CO_LEAD_WITHDRAWN', reason }, command, setting) : []),
  ];
};
