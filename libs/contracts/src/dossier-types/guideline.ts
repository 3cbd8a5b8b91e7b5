import { z } from 'zod';
import { LocalDate, line, prose } from '../common.js';
import { defineDossierType } from './define.js';
import { filingStagesV1, filingTransitionsV1 } from './filing-stages.js';

const Content = z.strictObject({
  instrumentClass: z.enum([
    'HQ_DECISION',
    'MINISTRY_GUIDELINE',
    'ADMINISTRATIVE_GUIDANCE',
    'REVIEW_STANDARD',
    'LIAISON_AGREEMENT',
    'CHECKLIST',
    'MANUAL',
  ]),
  addressees: z.array(line(200)).min(1).max(50),
  scope: prose(4_000).optional(),
  reasons: prose(10_000).optional(),
  /** Pages as circulated; the minimum period of consultation follows from it. */
  pages: z.int().min(1).max(2_000),
  effectiveFrom: LocalDate.optional(),
  reviewBy: LocalDate.optional(),
  supersedes: line(100).optional(),
  decisionBody: z.enum(['HEADQUARTERS', 'MINISTER', 'LIAISON_MEETING']),
});

/** 指針案・ガイドライン案: soft-law text under consultation (AI Promotion Act, Art. 13). */
export const guideline = defineDossierType({
  type: 'guideline',
  code: 'GL',
  ja: '指針案・ガイドライン案',
  en: 'Guideline draft',
  content: Content,
  expected: ['head.summary', 'content.scope', 'content.reasons', 'clauses.0'],
  facts: ({ pages, effectiveFrom, decisionBody }) => ({
    pages,
    startsOn: effectiveFrom,
    decisionBody,
    everyMinistry: true,
  }),
  stepsOnFiling: ['completeness'],
  procedures: [
    {
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
    },
  ],
  example: {
    head: {
      title: {
        ja: '行政における生成AIの調達・利活用に係るガイドライン(第2版案)',
        en: 'Guideline for procurement and use of generative AI in administration (draft, 2nd edition)',
      },
      summary: '生成AIの調達と利活用について、各府省庁が守るべき手順と確認事項を定める。',
      lead: 'DA',
      contact: { bureau: '戦略・組織グループ', extension: '1234' },
      pillars: ['P1', 'P3'],
      competenceTags: ['procurement', 'personal-data', 'cyber'],
      legalBasis: [{ lawId: '507AC0000000053', article: '13' }],
    },
    content: {
      instrumentClass: 'LIAISON_AGREEMENT',
      addressees: ['各府省庁'],
      scope: '行政における大規模言語モデルを用いた文書生成。特定秘密を除く。',
      reasons: '技術の進展と運用の経験を踏まえ、初版を改める。',
      pages: 48,
      decisionBody: 'HEADQUARTERS',
    },
    clauses: [
      {
        id: 'c1',
        heading: '目的',
        text: '本ガイドラインは、生成AIの適切な調達及び利活用を図ることを目的とする。',
        children: [],
      },
      {
        id: 'c4',
        heading: '契約',
        text: '契約に当たっては、別紙の契約チェックシートを用いる。',
        children: [{ id: 'c4.2', text: '入力データの学習利用の有無を確認する。', children: [] }],
      },
    ],
  },
});
