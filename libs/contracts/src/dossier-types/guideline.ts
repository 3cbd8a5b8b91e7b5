import { z } from 'zod';
import { LocalDate, line, prose } from '../common.js';
import { defineDossierType } from './define.js';
import { guidelineV2 } from './guideline-procedure-2.js';
import { guidelineV1 } from './guideline-procedures.js';

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
  /** It cites provisions of law, so that a legal check comes before the review. */
  citesLaw: z.boolean().optional(),
  supersedes: line(100).optional(),
  decisionBody: z.enum(['HEADQUARTERS', 'CABINET', 'MINISTER', 'LIAISON_MEETING']),
});

/** Classes that are 命令等: statutory public comment and a legal check (Administrative Procedure Act, Art. 2(viii), 39). */
const orders: ReadonlySet<string> = new Set(['ADMINISTRATIVE_GUIDANCE', 'REVIEW_STANDARD']);

/** 指針案・ガイドライン案: soft-law text under consultation (AI Promotion Act, Art. 13). */
export const guideline = defineDossierType({
  type: 'guideline',
  code: 'GL',
  ja: '指針案・ガイドライン案',
  en: 'Guideline draft',
  content: Content,
  expected: ['head.summary', 'content.scope', 'content.reasons', 'clauses.0'],
  facts: ({ pages, effectiveFrom, reviewBy, decisionBody, instrumentClass, citesLaw }) => ({
    pages,
    startsOn: effectiveFrom,
    reviewBy,
    decisionBody,
    everyMinistry: true,
    publicComment: orders.has(instrumentClass) ? 'STATUTORY_ART39' : 'VOLUNTARY',
    legalCheck: [
      ...(orders.has(instrumentClass)
        ? ['it is an order in the sense of the Administrative Procedure Act']
        : []),
      ...(citesLaw ? ['it cites law'] : []),
    ],
  }),
  stepsOnFiling: ['completeness'],
  procedures: [guidelineV1, guidelineV2],
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
