import type { ProcedureInput } from '../procedure.js';
import { filingTransitionsV2, peopleTransitions, roundTransitions } from './filing-stages.js';
import { guidelineStagesV2 } from './guideline-stages-2.js';

const beforeComment = [
  'FILED',
  'ACCEPTED',
  'CONSULTATION',
  'CONSULTED',
  'LEGAL_CHECK',
  'SECR_REVIEW',
  'REVIEWED',
];
const beforeDecision = [...beforeComment, 'PUBLIC_COMMENT', 'REVISION', 'RECONSULTATION', 'FINAL_APPROVAL'];

/** A guideline to the end (E.3): legal check, review, public comment, delta round, final approval, meeting, publication, review. */
export const guidelineV2: ProcedureInput = {
  name: 'guideline',
  version: 2,
  initial: 'DRAFT',
  stages: guidelineStagesV2,
  transitions: [
    ...filingTransitionsV2,
    ...peopleTransitions(beforeDecision),
    {
      command: 'RecordCompleteness',
      from: ['CONSULTATION', 'CONSULTED', 'LEGAL_CHECK', 'SECR_REVIEW'],
    },
    { command: 'OpenRound', from: ['ACCEPTED'], to: 'CONSULTATION', guards: ['all-leads-signed'] },
    ...roundTransitions('CONSULTATION', { concluded: 'CONSULTED', abandoned: 'ACCEPTED' }),
    // A text that changes after the consultation is asked about again, unless the change is one of wording.
    { command: 'ReviseDossier', from: ['CONSULTED', 'REVIEWED', 'REVISION'] },
    {
      command: 'MarkEditorial',
      from: ['CONSULTED', 'SECR_REVIEW', 'REVIEWED', 'REVISION', 'FINAL_APPROVAL'],
    },
    { command: 'SignVersion', from: ['CONSULTED', 'REVIEWED', 'REVISION', 'FINAL_APPROVAL'] },
    { command: 'WithdrawCoLead', from: ['CONSULTED', 'REVIEWED', 'REVISION', 'FINAL_APPROVAL'] },
    {
      command: 'OpenRound',
      variant: 'delta',
      from: ['CONSULTED'],
      to: 'CONSULTATION',
      guards: ['all-leads-signed'],
    },
    {
      command: 'OpenRound',
      variant: 'delta',
      from: ['REVIEWED', 'REVISION'],
      to: 'RECONSULTATION',
      guards: ['all-leads-signed'],
    },
    ...roundTransitions('RECONSULTATION', { concluded: 'REVISION', abandoned: 'REVISION' }),
    {
      command: 'RequestLegalCheck',
      from: ['CONSULTED', 'REVISION'],
      to: 'LEGAL_CHECK',
      guards: ['text-is-the-consulted-text'],
    },
    { command: 'RecordLegalCheck', from: ['LEGAL_CHECK'] },
    { command: 'RecordLegalCheck', variant: 'objections', from: ['LEGAL_CHECK'], to: 'CONSULTED' },
    { command: 'RecordLegalCheck', variant: 'after-comment', from: ['LEGAL_CHECK'], to: 'REVISION' },
    {
      command: 'BeginReview',
      from: ['CONSULTED'],
      to: 'SECR_REVIEW',
      guards: ['text-is-the-consulted-text', 'legal-check-not-needed'],
    },
    { command: 'BeginReview', from: ['LEGAL_CHECK'], to: 'SECR_REVIEW', guards: ['legal-check-passed'] },
    { command: 'ReportReview', from: ['SECR_REVIEW'], to: 'REVIEWED' },
    {
      command: 'ReturnDossier',
      from: ['CONSULTATION', 'CONSULTED', 'LEGAL_CHECK', 'SECR_REVIEW'],
      to: 'RETURNED',
      by: ['SECR_APPROVER'],
    },
    {
      command: 'OpenPublicComment',
      from: ['REVIEWED', 'REVISION'],
      to: 'PUBLIC_COMMENT',
      guards: ['text-is-the-consulted-text', 'not-yet-commented'],
    },
    { command: 'ClosePublicComment', from: ['PUBLIC_COMMENT'], to: 'REVISION' },
    // Given up while comments were taken: they are counted nevertheless.
    { command: 'ClosePublicComment', from: ['ABANDONED_AFTER_COMMENT'] },
    { command: 'DisposeComments', from: ['REVISION', 'RECONSULTATION', 'FINAL_APPROVAL'] },
    {
      command: 'PublishCommentResult',
      from: ['REVISION', 'FINAL_APPROVAL', 'DECIDED', 'PUBLISHED', 'IN_FORCE'],
      guards: ['comments-disposed'],
    },
    {
      command: 'AbandonAfterComment',
      from: ['PUBLIC_COMMENT', 'REVISION', 'RECONSULTATION', 'FINAL_APPROVAL'],
      to: 'ABANDONED_AFTER_COMMENT',
      guards: ['commented'],
    },
    {
      command: 'PublishCommentResult',
      from: ['ABANDONED_AFTER_COMMENT'],
      to: 'ABANDONED',
    },
    {
      command: 'RequestFinalApproval',
      from: ['REVIEWED'],
      to: 'FINAL_APPROVAL',
      guards: ['text-is-the-consulted-text', 'public-comment-not-required'],
    },
    {
      command: 'RequestFinalApproval',
      from: ['REVISION'],
      to: 'FINAL_APPROVAL',
      guards: [
        'text-is-the-consulted-text',
        'public-comment-not-required',
        'comments-disposed',
        'legal-check-not-needed',
      ],
    },
    { command: 'ApproveDossier', from: ['FINAL_APPROVAL'] },
    { command: 'RefuseApproval', from: ['FINAL_APPROVAL'], to: 'REVISION' },
    { command: 'AttachStatement', from: ['CONSULTED', 'REVIEWED', 'REVISION', 'FINAL_APPROVAL'] },
    { command: 'LodgeItem', from: ['FINAL_APPROVAL'], guards: ['finally-approved', 'all-leads-signed'] },
    { command: 'PlaceOnAgenda', from: ['FINAL_APPROVAL'], guards: ['item-lodged'] },
    { command: 'DeferItem', from: ['FINAL_APPROVAL'], guards: ['item-lodged'] },
    { command: 'WithdrawItem', from: ['FINAL_APPROVAL'], guards: ['item-lodged'] },
    {
      command: 'DecideDossier',
      from: ['FINAL_APPROVAL'],
      to: 'DECIDED',
      guards: ['text-is-the-consulted-text', 'finally-approved', 'all-leads-signed', 'on-the-final-agenda'],
    },
    { command: 'PublishDossier', from: ['DECIDED'], to: 'PUBLISHED', guards: ['comment-result-published'] },
    { command: 'ActivateDossier', from: ['PUBLISHED'], to: 'IN_FORCE', guards: ['started'] },
    { command: 'BecomeReviewDue', from: ['IN_FORCE'], to: 'REVIEW_DUE' },
    { command: 'ConfirmDossier', from: ['REVIEW_DUE', 'AMENDING'], to: 'IN_FORCE' },
    { command: 'AmendDossier', from: ['IN_FORCE', 'REVIEW_DUE'], to: 'AMENDING' },
    { command: 'RepealDossier', from: ['IN_FORCE', 'REVIEW_DUE', 'AMENDING'], to: 'REPEALED' },
    {
      command: 'WithdrawDossier',
      from: ['DRAFT', 'PRE_CONSULTATION', 'MIN_APPROVAL', 'APPROVED', 'RETURNED', ...beforeComment],
      to: 'WITHDRAWN',
    },
    // After a comment was held, leaving is published: AbandonAfterComment.
    {
      command: 'WithdrawDossier',
      from: ['REVISION', 'FINAL_APPROVAL'],
      to: 'WITHDRAWN',
      guards: ['not-yet-commented'],
    },
  ],
};
