import {
  PublicDecision,
  PublicDecisionPage,
  PublicDisposition,
  PublicDispositionPage,
  PublicDossier,
  PublicDossierPage,
  PublicGuideline,
  PublicGuidelinePage,
} from '#contracts';
import type { z } from 'zod';
import { DecisionsQuery, DispositionsQuery, DossiersQuery, GuidelinesQuery } from './requests.js';

export type DatasetName = 'guidelines' | 'dossiers' | 'decisions' | 'dispositions';

export interface Dataset {
  title: { ja: string; en: string };
  description: { ja: string; en: string };
  query: z.ZodObject;
  item: z.ZodObject;
  page: z.ZodObject;
}

/** The datasets of the register, in the order in which they are offered. */
export const datasets: Record<DatasetName, Dataset> = {
  guidelines: {
    title: { ja: 'AI指針・ガイドライン一覧', en: 'Guidelines on AI' },
    description: {
      ja: '公表されたAIに関する指針・ガイドラインの番号、名称、担当府省庁、公表日、概要、適用状況。廃止・改定されたものを含む。',
      en: 'Published guidelines on AI: number, name, organ in charge, date, summary and status, with those that have ended.',
    },
    ...{ query: GuidelinesQuery, item: PublicGuideline, page: PublicGuidelinePage },
  },
  dossiers: {
    title: { ja: '公表案件一覧', en: 'Published dossiers' },
    description: {
      ja: '公表された指針及び施策と、意見公募の後に定めないこととされた案。個別の案件では公表された本文を示す。',
      en: 'Published guidelines and initiatives, and drafts that were given up after public comment; each with its published text.',
    },
    ...{ query: DossiersQuery, item: PublicDossier, page: PublicDossierPage },
  },
  decisions: {
    title: { ja: '決定一覧', en: 'Decisions' },
    description: {
      ja: '公表された案件について、何を、どの機関が、いつ決定したか、及び留保の有無。',
      en: 'What was decided on published dossiers, by which body, when, and whether an organ maintained a reservation.',
    },
    ...{ query: DecisionsQuery, item: PublicDecision, page: PublicDecisionPage },
  },
  dispositions: {
    title: { ja: '意見の処理結果一覧', en: 'Dispositions' },
    description: {
      ja: '意見公募の結果(提出意見数、意見の概要及び考え方)と、決定に付された留保の全文。',
      en: 'Results of public comment (numbers, gist and answer) and reservations carried to a decision word for word.',
    },
    ...{ query: DispositionsQuery, item: PublicDisposition, page: PublicDispositionPage },
  },
};

export const datasetNames = Object.keys(datasets) as DatasetName[];
