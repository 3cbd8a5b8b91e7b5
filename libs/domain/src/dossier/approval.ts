import type { Actor, Command } from '#contracts';
import type { Decision } from '../setting.js';
import type { Concurrence } from './approval-state.js';
import { invalid } from './references.js';
import { guardRefused, notByThisRole } from './refusals.js';
import { drafters, type Dossier } from './state.js';
import { stopClocks } from './timing.js';
import { requireOther, transition } from './transition.js';

/** Who has not yet concurred with the present version. */
const missing = ({ approval, current }: Dossier): Concurrence[] =>
  approval?.versionNo === current.no ? approval.concurrence.filter(({ by }) => by === undefined) : [];

const requireDistinct = ({ data: { concurrence } }: Command<'RequestApproval'>) => {
  const faults = concurrence.flatMap(({ division }, i) => {
    const isRepeated = concurrence.findIndex((other) => other.division === division) < i;
    return isRepeated ? [{ path: `concurrence.${i}.division`, message: `${division} is named twice` }] : [];
  });
  if (faults.length > 0) throw invalid(faults);
};

export const requestApproval: Decision<'RequestApproval'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  requireDistinct(command);
  const { concurrence } = command.data;
  return [
    {
      type: 'ApprovalRequested',
      data: { stage, versionNo: dossier.current.no, ...(concurrence.length > 0 && { concurrence }) },
    },
  ];
};

/** Whose concurrence the actor may give: their own, or an absent person's for whom they act (代決). */
const concurring = ({ person, onBehalfOf, acting }: Actor): string | undefined => {
  if (onBehalfOf === undefined) return person;
  return acting ? onBehalfOf : undefined;
};

/** 合議: by the persons named when approval was asked for. */
export const concurInternally: Decision<'ConcurInternally'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { actor } = command;
  const person = concurring(actor);
  const divisions = missing(dossier).filter((one) => one.person === person);
  if (person === undefined || divisions.length === 0)
    throw notByThisRole(
      'You are not among those who have still to concur, nor do you act for one of them.',
      'internal-concurrence',
    );
  const { no: versionNo } = dossier.current;
  const acting = actor.onBehalfOf !== undefined;
  return divisions.map(({ division }) => ({
    type: 'InternallyConcurred',
    data: { versionNo, division, person, acting },
  }));
};

/** 後閲: by the represented themself, of everything they owe it for. Nobody sees afterwards in another's place. */
export const postViewApproval: Decision<'PostViewApproval'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { person, onBehalfOf } = command.actor;
  const owed = (dossier.approval?.postViews ?? []).filter((one) => one.person === person);
  if (onBehalfOf !== undefined || owed.length === 0)
    throw notByThisRole('Nobody concurred in your absence here.', 'post-view');
  return owed.map(({ versionNo }) => ({ type: 'ApprovalPostViewed', data: { versionNo, person } }));
};

/**
 * 決裁, also by standing delegation (専決) or in the approver's absence (代決): by a person who has drafted no version of this dossier, for
 * nobody who has, and after all divisions that were asked have concurred. The final decider owes no post-view.
 */
export const approveDossier: Decision<'ApproveDossier'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  requireOther(drafters(dossier), command.actor, 'four-eyes-filing', 'drafted this dossier');
  const open = missing(dossier).map(({ division, person }) => ({ division, person }));
  if (open.length > 0) {
    const names = open.map(({ division, person }) => `${division} (${person})`).join(', ');
    throw guardRefused('internal-concurrence', `Still to concur: ${names}.`, { missing: open });
  }
  const { no: versionNo, sha256 } = dossier.current;
  // What is approved for the decision waits for it in the same stage, but no more on its lead's clock.
  return [
    { type: 'DossierApproved', data: { stage, versionNo, sha256 } },
    ...stopClocks(dossier, ['final-approval']),
  ];
};

export const refuseApproval: Decision<'RefuseApproval'> = (dossier, command, setting) => [
  {
    type: 'ApprovalRefused',
    data: { stage: transition(dossier, command, setting), reason: command.data.reason },
  },
];
