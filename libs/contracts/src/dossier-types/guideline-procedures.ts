import type { ProcedureInput } from '../procedure.js';
import { filingStagesV1, filingTransitionsV1 } from './filing-stages.js';

/** Released: never edited. */
export const guidelineV1: ProcedureInput = {
  name: 'guideline',
  version: 1,
  initial: 'DRAFT',
  stages: {
    ...filingStagesV1,
    // The lead opens the round.
    ACCEPTED: { ja: '受付', en: 'Accepted', holder: 'lead', open: 'secretariat' },
    CONSULTATION: { ja: '各省協議', en: 'In consultation', holder: 'participants', open: 'participants' },
    CONSULTED: { ja: '協議終了', en: 'Consulted', holder: 'secretariat', open: 'participants' },
    SECR_REVIEW: {
      ja: '事務局審査',
      en: 'Secretariat review',
      holder: 'secretariat',
      open: 'participants',
      clocks: [{ clock: 'secretariat-review', period: 'secretariatReview', unit: 'business-days' }],
    },
    DECIDED: {
      ja: '決定',
      en: 'Decided',
      holder: 'lead',
      open: 'government',
      clocks: [{ clock: 'publication', period: 'publication', unit: 'business-days' }],
    },
    PUBLISHED: { ja: '公表', en: 'Published', holder: 'lead', open: 'government' },
    IN_FORCE: { ja: '適用中', en: 'In force', holder: 'lead', open: 'government' },
  },
  transitions: [
    ...filingTransitionsV1,
    { command: 'RecordCompleteness', from: ['CONSULTATION', 'CONSULTED', 'SECR_REVIEW'] },
    { command: 'OpenRound', from: ['ACCEPTED'], to: 'CONSULTATION' },
    { command: 'SetPosition', from: ['CONSULTATION'] },
    { command: 'ConcludeRound', from: ['CONSULTATION'], to: 'CONSULTED' },
    { command: 'BeginReview', from: ['CONSULTED'], to: 'SECR_REVIEW' },
    {
      command: 'ReturnDossier',
      from: ['CONSULTATION', 'CONSULTED', 'SECR_REVIEW'],
      to: 'RETURNED',
      by: ['SECR_APPROVER'],
    },
    {
      command: 'DecideDossier',
      from: ['SECR_REVIEW'],
      to: 'DECIDED',
      guards: ['text-is-the-consulted-text'],
    },
    { command: 'PublishDossier', from: ['DECIDED'], to: 'PUBLISHED' },
    { command: 'ActivateDossier', from: ['PUBLISHED'], to: 'IN_FORCE', guards: ['started'] },
    {
      command: 'WithdrawDossier',
      from: [
        'DRAFT',
        'MIN_APPROVAL',
        'APPROVED',
        'FILED',
        'RETURNED',
        'ACCEPTED',
        'CONSULTATION',
        'CONSULTED',
        'SECR_REVIEW',
      ],
      to: 'WITHDRAWN',
    },
  ],
};
