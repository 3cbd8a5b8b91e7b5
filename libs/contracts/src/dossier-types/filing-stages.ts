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

/** Version 2: an informal round before filing (事前相談), and an idle draft is archived, not lapsed. */
export const filingStagesV2: Stages = {
  ...filingStagesV1,
  DRAFT: {
    ja: '起案',
    en: 'Draft',
    holder: 'lead',
    open: 'lead',
    clocks: [
      {
        clock: 'idle-draft',
        period: 'archive',
        unit: 'calendar-days',
        onDue: 'Archive',
        runsOnIn: ['PRE_CONSULTATION'],
      },
    ],
  },
  PRE_CONSULTATION: {
    ja: '事前相談',
    en: 'Informal consultation',
    holder: 'participants',
    open: 'participants',
  },
  ARCHIVED: { ja: '保存', en: 'Archived', holder: 'nobody', open: 'lead', final: true },
};

const rounds = ['ExtendRound', 'SuspendRound', 'ResumeRound', 'AllocateDesk', 'ApproveReturn', 'SetPosition'];
const threads = [
  ...['RaiseThread', 'AnswerThread', 'ProveDisposition', 'CloseThread', 'ReopenThread', 'WithdrawThread'],
];
const negotiation = ['EscalateThread', 'ReserveThread', 'RecordMemorandum', 'ConfirmMemorandum'];
const allocation = ['ObjectAllocation', 'RuleOnAllocation', 'AttachStatement'];

/** What may be done while a round runs, in the stage of the round. */
export const roundTransitions = (
  stage: string,
  { concluded, abandoned }: { concluded: string; abandoned: string },
): Transitions => [
  ...[...rounds, ...threads, ...negotiation, ...allocation].map((command) => ({ command, from: [stage] })),
  { command: 'ReviseDossier', from: [stage], guards: ['round-not-open'] },
  { command: 'MarkEditorial', from: [stage] },
  { command: 'SignVersion', from: [stage] },
  { command: 'WithdrawCoLead', from: [stage] },
  {
    command: 'OpenRound',
    variant: 'delta',
    from: [stage],
    guards: ['round-not-open', 'all-leads-signed'],
  },
  { command: 'ConcludeRound', from: [stage], to: concluded },
  { command: 'AbandonRound', from: [stage], to: abandoned },
];

const informal = [...rounds, ...threads].filter((command) => command !== 'ApproveReturn');

/** From the first draft to the secretariat's receipt, version 2. */
export const filingTransitionsV2: Transitions = [
  { command: 'ReviseDossier', from: ['DRAFT', 'PRE_CONSULTATION'] },
  // Also after a consultation was given up: a text that is written anew is approved and filed anew.
  { command: 'ReviseDossier', from: ['RETURNED', 'APPROVED', 'ACCEPTED'], to: 'DRAFT' },
  { command: 'OpenRound', variant: 'informal', from: ['DRAFT'], to: 'PRE_CONSULTATION' },
  ...informal.map((command) => ({ command, from: ['PRE_CONSULTATION'] })),
  { command: 'ConcludeRound', from: ['PRE_CONSULTATION'], to: 'DRAFT' },
  { command: 'AbandonRound', from: ['PRE_CONSULTATION'], to: 'DRAFT' },
  { command: 'SignVersion', from: ['DRAFT', 'MIN_APPROVAL', 'APPROVED', 'ACCEPTED'] },
  { command: 'WithdrawCoLead', from: ['DRAFT', 'MIN_APPROVAL', 'APPROVED', 'FILED', 'RETURNED', 'ACCEPTED'] },
  { command: 'RequestApproval', from: ['DRAFT'], to: 'MIN_APPROVAL' },
  { command: 'ConcurInternally', from: ['MIN_APPROVAL'] },
  {
    command: 'PostViewApproval',
    from: ['DRAFT', 'MIN_APPROVAL', 'APPROVED', 'RETURNED'],
  },
  { command: 'ApproveDossier', from: ['MIN_APPROVAL'], to: 'APPROVED' },
  { command: 'RefuseApproval', from: ['MIN_APPROVAL'], to: 'DRAFT' },
  { command: 'FileDossier', from: ['APPROVED'], to: 'FILED', guards: ['all-leads-signed'] },
  { command: 'RecordCompleteness', from: ['FILED', 'ACCEPTED'] },
  { command: 'RecordOverlaps', from: ['FILED', 'ACCEPTED'] },
  { command: 'AcceptDossier', from: ['FILED'], to: 'ACCEPTED' },
  { command: 'ReturnDossier', from: ['FILED', 'ACCEPTED'], to: 'RETURNED', by: ['SECR_INTAKE'] },
  { command: 'Archive', from: ['DRAFT', 'PRE_CONSULTATION'], to: 'ARCHIVED' },
  { command: 'Lapse', from: ['DRAFT', 'RETURNED', 'MIN_APPROVAL', 'APPROVED'], to: 'LAPSED' },
];

/** Commands about people, not about the text: possible from the filing to the decision. */
export const peopleTransitions = (from: string[]): Transitions => [
  { command: 'PostViewApproval', from },
  { command: 'RecuseOfficer', from },
  { command: 'OverrideRecusal', from },
];
