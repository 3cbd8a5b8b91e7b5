import type { EventData } from '#contracts';
import type { Approval } from './approval-state.js';
import { unchanged, type By, type Folds } from './fold.js';
import { overridden, recused } from './recusal.js';
import type { Dossier } from './state.js';

type ApprovalEvent =
  | 'ApprovalRequested'
  | 'InternallyConcurred'
  | 'ApprovalPostViewed'
  | 'DossierApproved'
  | 'ApprovalRefused'
  | 'OfficerRecused'
  | 'RecusalOverridden';

const none: Approval = { versionNo: 0, concurrence: [], postViews: [] };

const withApproval = (dossier: Dossier, change: (approval: Approval) => Partial<Approval>): Dossier => {
  const approval = dossier.approval ?? none;
  return { ...dossier, approval: { ...approval, ...change(approval) } };
};

const concurred = (dossier: Dossier, data: EventData<'InternallyConcurred'>, { person: by }: By): Dossier =>
  withApproval(dossier, ({ concurrence, postViews }) => {
    const { versionNo, division, person, acting } = data;
    const isOwed = acting && !postViews.some((one) => one.versionNo === versionNo && one.person === person);
    return {
      concurrence: concurrence.map((one) => (one.division === division ? { ...one, by } : one)),
      postViews: isOwed ? [...postViews, { versionNo, person }] : postViews,
    };
  });

export const approvalFolds: Folds<ApprovalEvent> = {
  ApprovalRequested: (dossier, { versionNo, concurrence = [] }) =>
    withApproval(dossier, () => ({ versionNo, concurrence })),
  InternallyConcurred: concurred,
  ApprovalPostViewed: (dossier, { versionNo, person }) =>
    withApproval(dossier, ({ postViews }) => ({
      postViews: postViews.filter((one) => one.versionNo !== versionNo || one.person !== person),
    })),
  DossierApproved: (dossier, { sha256, stage }) =>
    stage === 'FINAL_APPROVAL'
      ? { ...dossier, outcome: { ...dossier.outcome, finallyApprovedSha256: sha256 } }
      : dossier,
  ApprovalRefused: unchanged,
  OfficerRecused: recused,
  RecusalOverridden: overridden,
};
