import { XLSX } from '#contracts';
import { z } from 'zod';
import { compared } from '../cases/old-new.js';
import { CoverQuery, OpinionTableQuery } from '../http/document-requests.js';
import { NoQuery, OldNewQuery } from '../http/requests.js';
import { commentResultCsv, commentResultDocument } from './comment-result-papers.js';
import { commentResultOf } from './comment-result.js';
import { coverSheet } from './cover-sheet.js';
import { oldNewDocument } from './old-new.js';
import { bodyOf, requireWhole, roundFor, roundOf, type Opened } from './opened.js';
import { opinionTableCsv } from './opinion-table-csv.js';
import { opinionTableXlsx } from './opinion-table-xlsx.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const CSV = 'text/csv';

interface Made {
  bytes: Buffer | Promise<Buffer>;
  /** In Japanese, without number and ending. */
  name: string;
}

/** A file that ministries use, made from the ledger. */
export interface Paper {
  /** The last part of its address. */
  file: string;
  operation: string;
  summary: string;
  media: string;
  query: z.ZodObject;
  /** `query` has been read. Throws not-found for what is not open to the reader. */
  make: (opened: Opened, query: unknown) => Made;
}

const paper = <Schema extends z.ZodObject>(
  declared: Omit<Paper, 'make' | 'query'> & {
    query: Schema;
    make: (opened: Opened, query: z.output<Schema>) => Made;
  },
): Paper => ({ ...declared, make: (opened, query) => declared.make(opened, query as z.output<Schema>) });

export const papers: readonly Paper[] = [
  paper({
    ...{ file: 'opinion-table.xlsx', operation: 'opinionTable', media: XLSX, query: OpinionTableQuery },
    summary: 'The opinion table (意見一覧表); of one ministry, to be filled and returned.',
    make: (opened, { organ }) => {
      const { sheet, office } = opened;
      if (!organ) return { bytes: opinionTableXlsx({ sheet, clauses: [], office }), name: '意見一覧表' };
      requireWhole(opened);
      const round = roundFor(opened, organ);
      const clauses = bodyOf(opened, round.versionNo)?.clauses ?? [];
      const bytes = opinionTableXlsx({ sheet, clauses, office, own: { organ, round } });
      return { bytes, name: `意見一覧表_第${round.no}次_${office.organ(organ)}` };
    },
  }),
  paper({
    ...{ file: 'opinion-table.csv', operation: 'opinionTableCsv', media: CSV, query: NoQuery },
    summary: 'The opinion table as CSV for spreadsheet programs.',
    make: ({ sheet, office }) => ({ bytes: opinionTableCsv(sheet, office), name: '意見一覧表' }),
  }),
  paper({
    ...{ file: 'old-new.docx', operation: 'oldNewDocument', media: DOCX, query: OldNewQuery },
    summary: 'Old and new text side by side (新旧対照表) as a Word file.',
    make: ({ look, ...opened }, wanted) => {
      const comparison = compared(look, wanted);
      const name = `新旧対照表_第${comparison.from.no}版_第${comparison.to.no}版`;
      return { bytes: oldNewDocument({ ...opened, ...comparison }), name };
    },
  }),
  paper({
    ...{ file: 'cover.docx', operation: 'coverSheet', media: DOCX, query: CoverQuery },
    summary:
      'The cover sheet of a round (照会文): who is asked what until when, and what silence means for whom.',
    make: (opened, { round: no }) => {
      requireWhole(opened);
      const { sheet, office } = opened;
      const round = roundOf(opened, no);
      const contact = bodyOf(opened, round.versionNo)?.head.contact ?? null;
      return { bytes: coverSheet({ sheet, round, contact, office }), name: `照会文_第${round.no}次` };
    },
  }),
  paper({
    ...{ file: 'public-comment-result.docx', operation: 'commentResult', media: DOCX, query: NoQuery },
    summary: 'The result of a public comment (Administrative Procedure Act, Art. 43).',
    make: ({ look, office }) => ({
      ...{ bytes: commentResultDocument(commentResultOf(look), office), name: '意見募集の結果' },
    }),
  }),
  paper({
    ...{ file: 'public-comment-result.csv', operation: 'commentResultCsv', media: CSV, query: NoQuery },
    summary: 'The result of a public comment as CSV.',
    make: ({ look, office }) => ({
      ...{ bytes: commentResultCsv(commentResultOf(look), office), name: '意見募集の結果' },
    }),
  }),
];
