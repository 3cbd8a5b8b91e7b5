import type { ProcedureInput } from '../procedure.js';
import { filingStagesV2 } from './filing-stages.js';

const withoutDelay = ['HEADQUARTERS', 'CABINET'];

/** Stages of a guideline, version 2: part of a released procedure. */
export const guidelineStagesV2: ProcedureInput['stages'] = {
  ...filingStagesV2,
  // The lead opens the round.
  ACCEPTED: { ja: '受付', en: 'Accepted', holder: 'lead', open: 'secretariat' },
  CONSULTATION: { ja: '各省協議', en: 'In consultation', holder: 'participants', open: 'participants' },
  CONSULTED: { ja: '協議終了', en: 'Consulted', holder: 'secretariat', open: 'participants' },
  LEGAL_CHECK: {
    ja: '法令審査',
    en: 'Legal check',
    holder: 'participants',
    open: 'participants',
    clocks: [{ clock: 'legal-check', period: 'legalCheck', unit: 'business-days' }],
  },
  SECR_REVIEW: {
    ja: '事務局審査',
    en: 'Secretariat review',
    holder: 'secretariat',
    open: 'participants',
    clocks: [{ clock: 'secretariat-review', period: 'secretariatReview', unit: 'business-days' }],
  },
  REVIEWED: { ja: '審査済', en: 'Reviewed', holder: 'lead', open: 'participants' },
  // Its clock is started by the notice, which says until when comments are taken.
  PUBLIC_COMMENT: { ja: '意見公募', en: 'Public comment', holder: 'nobody', open: 'government' },
  REVISION: { ja: '意見反映', en: 'Revision after comment', holder: 'lead', open: 'participants' },
  RECONSULTATION: { ja: '再協議', en: 'Re-consultation', holder: 'participants', open: 'participants' },
  FINAL_APPROVAL: {
    ja: '最終決裁',
    en: 'Final approval',
    holder: 'lead',
    open: 'participants',
    clocks: [{ clock: 'final-approval', period: 'finalApproval', unit: 'business-days' }],
  },
  DECIDED: {
    ja: '決定',
    en: 'Decided',
    holder: 'lead',
    open: 'government',
    clocks: [
      {
        clock: 'publication',
        period: 'publication',
        unit: 'business-days',
        onlyFor: ['MINISTER', 'LIAISON_MEETING'],
      },
      {
        clock: 'publication-without-delay',
        period: 'publicationWithoutDelay',
        unit: 'business-days',
        onlyFor: withoutDelay,
      },
    ],
  },
  PUBLISHED: { ja: '公表', en: 'Published', holder: 'lead', open: 'government' },
  IN_FORCE: {
    ja: '適用中',
    en: 'In force',
    holder: 'lead',
    open: 'government',
    clocks: [
      {
        clock: 'guideline-review',
        period: 'guidelineReview',
        unit: 'months',
        until: 'reviewBy',
        onDue: 'BecomeReviewDue',
      },
    ],
  },
  REVIEW_DUE: { ja: '見直し時期', en: 'Review due', holder: 'lead', open: 'government' },
  AMENDING: { ja: '改定中', en: 'Being amended', holder: 'lead', open: 'government' },
  REPEALED: { ja: '廃止', en: 'Repealed', holder: 'nobody', open: 'government', final: true },
  ABANDONED_AFTER_COMMENT: {
    ja: '意見公募後中止',
    en: 'Given up after comment',
    holder: 'lead',
    open: 'government',
    clocks: [{ clock: 'abandonment-notice', period: 'commentAbandonment', unit: 'business-days' }],
  },
  ABANDONED: {
    ja: '中止公示済',
    en: 'Given up, published',
    holder: 'nobody',
    open: 'government',
    final: true,
  },
};
