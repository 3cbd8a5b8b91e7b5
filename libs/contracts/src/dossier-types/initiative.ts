import { z } from 'zod';
import { LocalDate, line, prose } from '../common.js';
import { defineDossierType } from './define.js';
import { initiativeV1, initiativeV2 } from './initiative-procedures.js';

const Budget = z.strictObject({
  fiscalYear: z.int().min(2000).max(2100),
  account: line(100),
  /** Yen, whole. */
  amountYen: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  stage: z.enum(['request', 'initial', 'supplementary']),
});

/** DS-920: the four viewpoints, as far as they were answered, and what the lead concludes. */
const HighRiskSheet = z.strictObject({
  publicUsers: z.boolean().optional(),
  affectsRights: z.boolean().optional(),
  learnsConfidentialData: z.boolean().optional(),
  outputUsedUnjudged: z.boolean().optional(),
  result: z.enum(['high', 'presumed-not-high', 'not-high']),
  reason: prose(2_000).optional(),
});

const Content = z
  .strictObject({
    problem: prose(4_000).optional(),
    objective: prose(4_000).optional(),
    description: prose(20_000).optional(),
    beneficiaries: prose(2_000).optional(),
    aiStage: z.enum(['idea', 'proof-of-concept', 'trial', 'full', 'ended']).optional(),
    aiKind: z.enum(['generative', 'agentic', 'predictive', 'vision', 'nlp', 'physical', 'other']).optional(),
    start: LocalDate.optional(),
    end: LocalDate.optional(),
    budget: z.array(Budget).max(50).default([]),
    partners: z.array(line(200)).max(50).default([]),
    personalData: z.strictObject({ used: z.boolean(), basis: prose(1_000).optional() }).optional(),
    affectsLocalGovernments: z.boolean().default(false),
    highRiskSheet: HighRiskSheet.optional(),
    dataUsed: prose(4_000).optional(),
    humanOversight: prose(4_000).optional(),
    expectedOutcomes: prose(4_000).optional(),
  })
  .refine(({ start, end }) => !start || !end || start <= end, {
    path: ['end'],
    error: 'ends before it starts',
  });

/** 施策・取組: a planned or running AI measure of a ministry. */
export const initiative = defineDossierType({
  type: 'initiative',
  code: 'IN',
  ja: '施策・取組',
  en: 'Initiative',
  content: Content,
  expected: [
    'head.summary',
    'content.problem',
    'content.description',
    'content.aiStage',
    'content.aiKind',
    'content.personalData',
  ],
  facts: (content) => ({
    budgetYen: content.budget.reduce((sum, { amountYen }) => sum + amountYen, 0),
    personalData: content.personalData?.used,
    highRisk: content.highRiskSheet?.result === 'high',
    affectsLocalGovernments: content.affectsLocalGovernments,
    startsOn: content.start,
  }),
  stepsOnFiling: ['completeness', 'overlap'],
  procedures: [initiativeV1, initiativeV2],
  example: {
    head: {
      title: {
        ja: '直轄道路の点検における画像認識AIの試行',
        en: 'Trial of image recognition in inspections of national roads',
      },
      summary: '点検車両の画像から路面の損傷を検出し、点検者の確認を経て補修計画に反映する。',
      lead: 'MLIT',
      contact: { bureau: '道路局', division: '国道・技術課', extension: '37-862' },
      pillars: ['P1'],
      competenceTags: ['mobility'],
      budgetProjectIds: ['005794'],
    },
    content: {
      problem: '点検員の不足により、損傷の発見が遅れている。',
      description:
        '三つの地方整備局で、点検車両の画像に損傷検出モデルを適用し、見落とし率を従来点検と比較する。',
      aiStage: 'trial',
      aiKind: 'vision',
      start: '2026-10-01',
      budget: [{ fiscalYear: 2026, account: '一般会計', amountYen: 320_000_000, stage: 'initial' }],
      personalData: { used: false },
      highRiskSheet: {
        publicUsers: false,
        affectsRights: false,
        learnsConfidentialData: false,
        outputUsedUnjudged: false,
        result: 'not-high',
      },
      humanOversight: '検出結果は点検員が全件確認する。',
    },
    clauses: [],
  },
});
