import type { Role } from '#contracts';
import { stageOf } from '#sight';
import type { InboxCase } from './inbox-case.js';

/** A command that is awaited of somebody. */
export interface Task {
  command: string;
  kind: string;
  role: Role;
  at: 'lead' | 'headquarters';
  variant?: 'delta';
  /** What else must hold. */
  when?: (dossier: InboxCase) => boolean;
}

/** Whose turn it is while a command is the next step; of several in this list the first is the way ahead. */
export const steps: Task[] = [
  {
    command: 'ApproveDossier',
    kind: 'approval-wanted',
    role: 'MIN_APPROVER',
    at: 'lead',
    when: ({ outcome }) => !outcome.approved,
  },
  { command: 'FileDossier', kind: 'filing-wanted', role: 'LIAISON', at: 'lead' },
  { command: 'AcceptDossier', kind: 'check-wanted', role: 'SECR_INTAKE', at: 'headquarters' },
  {
    command: 'ReviseDossier',
    kind: 'legal-objections',
    role: 'DESK',
    at: 'lead',
    when: ({ outcome }) => outcome.legalObjections,
  },
  {
    command: 'OpenRound',
    kind: 'delta-round-wanted',
    role: 'LIAISON',
    at: 'lead',
    variant: 'delta',
    // While a round runs, its end is what is awaited.
    when: (dossier) => dossier.outcome.changed && stageOf(dossier).holder !== 'participants',
  },
  {
    command: 'RequestLegalCheck',
    kind: 'legal-check-request-wanted',
    role: 'SECR_REVIEWER',
    at: 'headquarters',
    when: ({ outcome }) => outcome.needsLegalCheck && !outcome.legallyChecked,
  },
  {
    command: 'RecordLegalCheck',
    kind: 'legal-check-wanted',
    role: 'LIAISON',
    at: 'lead',
    when: ({ outcome }) => !outcome.legallyChecked,
  },
  { command: 'BeginReview', kind: 'review-wanted', role: 'SECR_REVIEWER', at: 'headquarters' },
  { command: 'ReportReview', kind: 'report-wanted', role: 'SECR_REVIEWER', at: 'headquarters' },
  {
    command: 'EndorseDossier',
    kind: 'endorsement-wanted',
    role: 'SECR_APPROVER',
    at: 'headquarters',
    when: ({ mustConsult, outcome }) => !mustConsult || outcome.agreed,
  },
  {
    command: 'LodgeItem',
    kind: 'item-wanted',
    role: 'LIAISON',
    at: 'lead',
    when: ({ outcome }) => outcome.meets && !outcome.lodged,
  },
  {
    command: 'PlaceOnAgenda',
    kind: 'agenda-wanted',
    role: 'SECR_APPROVER',
    at: 'headquarters',
    when: ({ outcome }) => outcome.meets && outcome.agenda !== 'FINAL',
  },
  {
    command: 'DecideDossier',
    kind: 'decision-wanted',
    role: 'SECR_DIRECTOR',
    at: 'headquarters',
  },
  {
    command: 'OpenPublicComment',
    kind: 'public-comment-wanted',
    role: 'LIAISON',
    at: 'lead',
    when: ({ outcome }) => !outcome.comment,
  },
  { command: 'RequestFinalApproval', kind: 'final-request-wanted', role: 'LIAISON', at: 'lead' },
  { command: 'OpenRound', kind: 'round-wanted', role: 'LIAISON', at: 'lead' },
];

const undisposed = ({ outcome: { comment } }: InboxCase): boolean => {
  if (!comment || comment.received === null) return false;
  return Object.values(comment.groups).reduce((sum, count) => sum + count, 0) < comment.received;
};

/** Steps that stand beside the way ahead. */
export const sideSteps: Task[] = [
  {
    command: 'PublishDossier',
    kind: 'publication-wanted',
    role: 'LIAISON',
    at: 'lead',
    when: ({ published }) => !published,
  },
  { command: 'ActivateDossier', kind: 'activation-wanted', role: 'LIAISON', at: 'lead' },
  { command: 'DisposeComments', kind: 'comments-to-dispose', role: 'DESK', at: 'lead', when: undisposed },
  {
    command: 'PublishCommentResult',
    kind: 'comment-result-wanted',
    role: 'LIAISON',
    at: 'lead',
    when: ({ outcome: { comment } }) => comment !== null && comment.received !== null && !comment.published,
  },
  {
    command: 'ConfirmDossier',
    kind: 'review-due',
    role: 'LIAISON',
    at: 'lead',
    when: ({ stage }) => stage === 'REVIEW_DUE',
  },
];
