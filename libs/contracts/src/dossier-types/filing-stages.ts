import type { ProcedureInput } from '../procedure.js';

type Stages = ProcedureInput['stages'];
type Transitions = ProcedureInput['transitions'];

/**
 * From the first draft to the secretariat's receipt: the same for every type of procedure version 1.
 * Part of released procedures: what is written here may not change; a new version takes new stages.
 */
export const filingStagesV1: Stages = {
  DRAFT: {
    ja: '起案',
    en: 'Draft',
    holder: 'lead',
    open: 'lead',
    clocks: [{ clock: 'idle-draft', period: 'archive', unit: 'calendar-days', onDue: 'Lapse' }],
  },
  MIN_APPROVAL: {
    ja: '決裁',
    en: 'Ministry approval',
    holder: 'lead',
    open: 'lead',
    clocks: [{ clock: 'ministry-approval', period: 'ministryApproval', unit: 'business-days' }],
  },
  APPROVED: { ja: '決裁済', en: 'Approved by the ministry', holder: 'lead', open: 'lead' },
  FILED: {
    ja: '提出',
    en: 'Filed',
    holder: 'secretariat',
    open: 'secretariat',
    clocks: [
      {
        clock: 'completeness-check',
        period: 'completeness',
        unit: 'business-days',
        onDue: 'AcceptUnchecked',
      },
    ],
  },
  RETURNED: {
    ja: '差戻し',
    en: 'Returned',
    holder: 'lead',
    open: 'secretariat',
    clocks: [
      {
        clock: 'resubmission',
        runsOnIn: ['DRAFT', 'MIN_APPROVAL', 'APPROVED'],
        period: 'lapse',
        unit: 'calendar-days',
        onDue: 'Lapse',
      },
    ],
  },
  ACCEPTED: { ja: '受付', en: 'Accepted', holder: 'secretariat', open: 'secretariat' },
  WITHDRAWN: { ja: '取下げ', en: 'Withdrawn', holder: 'nobody', open: 'secretariat', final: true },
  LAPSED: { ja: '失効', en: 'Lapsed', holder: 'nobody', open: 'secretariat', final: true },
};

export const filingTransitionsV1: Transitions = [
  { command: 'ReviseDossier', from: ['DRAFT'] },
  { command: 'ReviseDossier', from: ['RETURNED', 'APPROVED'], to: 'DRAFT' },
  { command: 'RequestApproval', from: ['DRAFT'], to: 'MIN_APPROVAL' },
  { command: 'ApproveDossier', from: ['MIN_APPROVAL'], to: 'APPROVED' },
  { command: 'RefuseApproval', from: ['MIN_APPROVAL'], to: 'DRAFT' },
  { command: 'FileDossier', from: ['APPROVED'], to: 'FILED' },
  { command: 'RecordCompleteness', from: ['FILED', 'ACCEPTED'] },
  { command: 'RecordOverlaps', from: ['FILED', 'ACCEPTED'] },
  { command: 'AcceptDossier', from: ['FILED'], to: 'ACCEPTED' },
  { command: 'ReturnDossier', from: ['FILED', 'ACCEPTED'], to: 'RETURNED', by: ['SECR_INTAKE'] },
  { command: 'Lapse', from: ['DRAFT', 'RETURNED', 'MIN_APPROVAL', 'APPROVED'], to: 'LAPSED' },
];
