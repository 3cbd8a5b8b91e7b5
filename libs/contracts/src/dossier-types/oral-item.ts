import { z } from 'zod';
import { LocalDate, line } from '../common.js';
import { defineDossierType } from './define.js';

/** 口頭案件: says that a matter marked 機密性3 exists, and nothing of it. The matter itself stays on paper. */
export const oralItem = defineDossierType({
  type: 'oral-item',
  code: 'OR',
  ja: '口頭案件',
  en: 'Oral item',
  content: z.strictObject({ reference: line(60), meetingOn: LocalDate.optional() }),
  expected: [],
  facts: () => ({}),
  stepsOnFiling: [],
  procedures: [
    {
      name: 'oral-item',
      version: 1,
      initial: 'NOTED',
      stages: {
        NOTED: { ja: '登録', en: 'Noted', holder: 'nobody', open: 'secretariat' },
        WITHDRAWN: { ja: '取下げ', en: 'Withdrawn', holder: 'nobody', open: 'secretariat', final: true },
      },
      transitions: [{ command: 'WithdrawDossier', from: ['NOTED'], to: 'WITHDRAWN' }],
    },
  ],
  example: {
    head: { title: { ja: '口頭案件', en: 'Oral item' }, lead: 'CAO', contact: { bureau: '大臣官房総務課' } },
    content: { reference: 'CAO-R8-ORAL-03' },
    clauses: [],
  },
});
