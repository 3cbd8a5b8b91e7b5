import { unchanged, type Folds } from './fold.js';

type ApprovalEvent =
  | 'ApprovalRequested'
  | 'InternallyConcurred'
  | 'ApprovalPostViewed'
  | 'DossierApproved'
  | 'ApprovalRefused'
  | 'OfficerRecused'
  | 'RecusalOverridden';

export const approvalFolds: Folds<ApprovalEvent> = {
  ApprovalRequested: unchanged,
  InternallyConcurred: unchanged,
  ApprovalPostViewed: unchanged,
  DossierApproved: (dossier, { sha256, stage }) =>
    stage === 'FINAL_APPROVAL'
      ? { ...dossier, outcome: { ...dossier.outcome, finallyApprovedSha256: sha256 } }
      : dossier,
  ApprovalRefused: unchanged,
  OfficerRecused: unchanged,
  RecusalOverridden: unchanged,
};
