import type { ProcedureInput } from '../procedure.js';
import {
  filingStagesV1,
  filingStagesV2,
  filingTransitionsV1,
  filingTransitionsV2,
  peopleTransitions,
  roundTransitions,
} from './filing-stages.js';

/** Part of released procedures: what is written here may not change. */
const endorsementStages: ProcedureInput['stages'] = {
  ENDORSED: { ja: '承認', en: 'Endorsed', holder: 'lead', open: 'government' },
  ENDORSED_CONDITIONAL: {
    ja: '条件付承認',
    en: 'Endorsed with conditions',
    holder: 'lead',
    open: 'government',
  },
  ACTIVE: { ja: '実施中', en: 'Active', holder: 'lead', open: 'government' },
  DECLINED_TO_ENDORSE: {
    ja: '承認せず',
    en: 'Not endorsed',
    holder: 'nobody',
    open: 'participants',
    final: true,
  },
};

const endorsementTransitions: ProcedureInput['transitions'] = [
  {
    command: 'EndorseDossier',
    from: ['IN_REVIEW'],
    to: 'ENDORSED',
    guards: ['consulted-if-required', 'level-of-endorser'],
  },
  {
    command: 'EndorseDossier',
    variant: 'conditional',
    from: ['IN_REVIEW'],
    to: 'ENDORSED_CONDITIONAL',
    guards: ['consulted-if-required', 'level-of-endorser'],
  },
  {
    command: 'DeclineToEndorse',
    from: ['IN_REVIEW'],
    to: 'DECLINED_TO_ENDORSE',
    guards: ['level-of-endorser'],
  },
  {
    command: 'ActivateDossier',
    from: ['ENDORSED', 'ENDORSED_CONDITIONAL'],
    to: 'ACTIVE',
    guards: ['started'],
  },
  { command: 'PublishDossier', from: ['ENDORSED', 'ENDORSED_CONDITIONAL', 'ACTIVE'] },
];

/** Released: never edited. */
export const initiativeV1: ProcedureInput = {
  name: 'initiative',
  version: 1,
  initial: 'DRAFT',
  stages: {
    ...filingStagesV1,
    IN_REVIEW: {
      ja: '実質審査',
      en: 'In review',
      holder: 'secretariat',
      open: 'secretariat',
      clocks: [{ clock: 'review', period: 'review', unit: 'business-days' }],
    },
    CONSULTATION: { ja: '各省協議', en: 'In consultation', holder: 'participants', open: 'participants' },
    ...endorsementStages,
  },
  transitions: [
    ...filingTransitionsV1,
    { command: 'RecordCompleteness', from: ['IN_REVIEW', 'CONSULTATION'] },
    { command: 'RecordOverlaps', from: ['IN_REVIEW', 'CONSULTATION'] },
    { command: 'BeginReview', from: ['ACCEPTED'], to: 'IN_REVIEW' },
    {
      command: 'ReturnDossier',
      from: ['IN_REVIEW', 'CONSULTATION'],
      to: 'RETURNED',
      by: ['SECR_APPROVER'],
    },
    { command: 'OpenRound', from: ['IN_REVIEW'], to: 'CONSULTATION' },
    { command: 'SetPosition', from: ['CONSULTATION'] },
    { command: 'ConcludeRound', from: ['CONSULTATION'], to: 'IN_REVIEW' },
    ...endorsementTransitions,
    {
      command: 'WithdrawDossier',
      from: [
        'DRAFT',
        'MIN_APPROVAL',
        'APPROVED',
        'FILED',
        'RETURNED',
        'ACCEPTED',
        'IN_REVIEW',
        'CONSULTATION',
      ],
      to: 'WITHDRAWN',
    },
  ],
};

const beforeEndorsement = ['FILED', 'ACCEPTED', 'IN_REVIEW', 'CONSULTATION'];

/** Consultation in full: threads, delta rounds, joint leads; the review stands still while others are asked (E.2). */
export const initiativeV2: ProcedureInput = {
  name: 'initiative',
  version: 2,
  initial: 'DRAFT',
  stages: {
    ...filingStagesV2,
    IN_REVIEW: {
      ja: '実質審査',
      en: 'In review',
      holder: 'secretariat',
      open: 'secretariat',
      clocks: [
        {
          clock: 'review',
          period: 'review',
          unit: 'business-days',
          pausesIn: ['CONSULTATION'],
          ladder: [
            { afterDays: 0, to: 'SECR_DIRECTOR' },
            { afterDays: 5, to: 'HQ_MINISTER' },
          ],
        },
      ],
    },
    CONSULTATION: { ja: '各省協議', en: 'In consultation', holder: 'participants', open: 'participants' },
    ...endorsementStages,
  },
  transitions: [
    ...filingTransitionsV2,
    ...peopleTransitions(beforeEndorsement),
    { command: 'RecordCompleteness', from: ['IN_REVIEW', 'CONSULTATION'] },
    { command: 'RecordOverlaps', from: ['IN_REVIEW', 'CONSULTATION'] },
    { command: 'BeginReview', from: ['ACCEPTED'], to: 'IN_REVIEW' },
    { command: 'ReturnDossier', from: ['IN_REVIEW', 'CONSULTATION'], to: 'RETURNED', by: ['SECR_APPROVER'] },
    { command: 'OpenRound', from: ['IN_REVIEW'], to: 'CONSULTATION', guards: ['all-leads-signed'] },
    ...roundTransitions('CONSULTATION', { concluded: 'IN_REVIEW', abandoned: 'IN_REVIEW' }),
    { command: 'ReviseDossier', from: ['IN_REVIEW'], to: 'DRAFT' },
    ...endorsementTransitions,
    {
      command: 'WithdrawDossier',
      from: ['DRAFT', 'PRE_CONSULTATION', 'MIN_APPROVAL', 'APPROVED', 'RETURNED', ...beforeEndorsement],
      to: 'WITHDRAWN',
    },
  ],
};
