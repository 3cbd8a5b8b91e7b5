import { Problem, eyesOf, type Actor } from '#contracts';
import { pin, pinnedProcedure, procedureVersion } from '../procedures.js';
import type { Decision } from '../setting.js';
import { notInTheFuture } from './days.js';
import { carried } from './meeting.js';
import { decidingBody } from './outcome-facts.js';
import { invalid } from './references.js';
import { notByThisRole } from './refusals.js';
import { drafters, type Dossier } from './state.js';
import { requireOther, transition } from './transition.js';

export const beginReview: Decision<'BeginReview'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  requireOther(drafters(dossier), command.actor, 'four-eyes-drafter', 'drafted this dossier');
  return [{ type: 'ReviewBegun', data: { stage } }];
};

/** By whoever began it, or another officer when that one was taken off the dossier meanwhile. */
export const reportReview: Decision<'ReportReview'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  const { reviewer = '', reviewedFor = [], officers } = dossier;
  const began = [reviewer, ...reviewedFor];
  const isRecused = reviewer in (officers?.recused ?? {});
  if (!isRecused && !eyesOf(command.actor).some((person) => began.includes(person)))
    throw notByThisRole('The review is reported by the officer who began it.', 'own-review');
  requireOther(drafters(dossier), command.actor, 'four-eyes-drafter', 'drafted this dossier');
  return [{ type: 'ReviewReported', data: { stage, findings: command.data.findings } }];
};

const requireFreshEyes = (dossier: Dossier, actor: Actor) => {
  const { reviewer, reviewedFor = [] } = dossier;
  requireOther(drafters(dossier), actor, 'four-eyes-drafter', 'drafted this dossier');
  requireOther(
    reviewer ? [reviewer, ...reviewedFor] : [],
    actor,
    'four-eyes-endorsement',
    'reviewed this dossier',
  );
};

/** "Endorse" means: part of the headquarters portfolio. A ministry stays free to act within its competence. */
export const endorseDossier: Decision<'EndorseDossier'> = (dossier, command, setting) => {
  const { conditions } = command.data;
  const variant = conditions.length > 0 ? 'conditional' : undefined;
  const stage = transition(dossier, command, setting, 'EndorseDossier', variant);
  requireFreshEyes(dossier, command.actor);
  return [{ type: 'DossierEndorsed', data: { stage, conditions } }];
};

export const declineToEndorse: Decision<'DeclineToEndorse'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  requireFreshEyes(dossier, command.actor);
  return [{ type: 'EndorsementDeclined', data: { stage, reason: command.data.reason } }];
};

/** The text that is to be decided goes to the approvers of its leads; an approval of before counts no more. */
export const requestFinalApproval: Decision<'RequestFinalApproval'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  const { no: versionNo, sha256 } = dossier.current;
  return [{ type: 'FinalApprovalRequested', data: { stage, versionNo, sha256 } }];
};

/** Records what the deciding body decided, on the text that was agreed, with what was carried to it word for word. */
export const decideDossier: Decision<'DecideDossier'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  requireFreshEyes(dossier, command.actor);
  const { decidedOn, reference } = command.data;
  notInTheFuture('decidedOn', decidedOn, command.at, setting);
  const { sha256 } = dossier.current;
  const body = decidingBody(dossier);
  return [
    {
      type: 'DossierDecided',
      data: { stage, body, decidedOn, reference, sha256, ...carried(dossier) },
    },
  ];
};

export const activateDossier: Decision<'ActivateDossier'> = (dossier, command, setting) => [
  { type: 'DossierActivated', data: { stage: transition(dossier, command, setting) } },
];

export const publishDossier: Decision<'PublishDossier'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  notInTheFuture('publishedOn', command.data.publishedOn, command.at, setting);
  return [{ type: 'DossierPublished', data: { stage, ...command.data } }];
};

export const withdrawDossier: Decision<'WithdrawDossier'> = (dossier, command, setting) => [
  {
    type: 'DossierWithdrawn',
    data: { stage: transition(dossier, command, setting), reason: command.data.reason },
  },
];

/** Moving a case to another version of its procedure is itself a fact, with an actor and a reason. */
export const moveProcedure: Decision<'MoveProcedure'> = (
  dossier,
  { data: { version, reason } },
  { digest },
) => {
  const { procedure: from, stage } = dossier;
  if (pinnedProcedure(from).stages[stage]?.final)
    throw new Problem('not-allowed-in-stage', `The dossier ended in stage ${stage}.`, { stage, allowed: [] });
  const target = procedureVersion(from.name, version);
  if (!target || version === from.version)
    throw invalid([{ path: 'version', message: `not another released version of procedure ${from.name}` }]);
  if (!target.stages[stage])
    throw new Problem('guard-refused', `Version ${version} has no stage ${stage}.`, { rule: 'stage-exists' });
  return [{ type: 'ProcedureMoved', data: { from, to: pin(target, digest), reason } }];
};
