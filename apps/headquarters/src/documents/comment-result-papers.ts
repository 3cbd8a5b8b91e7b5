import type { PublicCommentKind } from '#contracts';
import { ja } from '../pages/terms.js';
import type { CommentResult } from './comment-result.js';
import { csv } from './csv.js';
import type { Office } from './office.js';
import { line, right, table, title, wordFile, type Words } from './word.js';

const kinds: Record<PublicCommentKind, string> = {
  STATUTORY_ART39: '意見公募手続(行政手続法第39条)',
  ART40_SHORT: '意見公募手続(行政手続法第40条第1項による期間の特例)',
  VOLUNTARY: '任意の意見募集',
};

const NONE = '意見の提出はありませんでした。';

const madeJa = (changeMade: boolean) => (changeMade ? '案を修正する' : '原案のとおり');

/** Comments are taken until the end of the day before `closeAt`. */
const lastDay = ({ closeAt }: CommentResult, office: Office) =>
  office.day(new Date(Date.parse(closeAt) - 1).toISOString());

const countOf = ({ received, unique }: CommentResult): string => {
  if (received === 0) return NONE;
  return unique < received ? `${received}件(同一の内容をまとめると${unique}件)` : `${received}件`;
};

const facts = (result: CommentResult, office: Office): [string, string][] => [
  ['題名', result.title],
  ['案件番号', [result.number, result.caseNo].filter(Boolean).join(' / ')],
  ['手続', kinds[result.kind]],
  ...(result.reasonIfShort
    ? ([['期間を短縮した理由', result.reasonIfShort]] satisfies [string, string][])
    : []),
  ['案の公示の日', office.day(result.openAt)],
  ['意見提出期間', `${office.day(result.openAt)}から${lastDay(result, office)}まで`],
  ['提出意見数', countOf(result)],
  ...(result.abandoned
    ? ([['結果', `定めないこととした。理由: ${result.abandoned}`]] satisfies [string, string][])
    : []),
];

const differences = ({ differences: rows }: CommentResult): Words[][] | null =>
  rows &&
  rows.map((row) => [
    `${row.clauseId}${row.heading ? ` ${row.heading}` : ''}`,
    ja(row.change),
    row.segments
      .filter(({ kind }) => kind !== 'deleted')
      .map(({ kind, text }) => ({ text, ...(kind === 'inserted' && { marked: true }) })),
  ]);

/** 結果の公示 as a Word file: title, dates, comments or that there were none, and what came of them, with differences and reasons. */
export const commentResultDocument = (result: CommentResult, office: Office): Promise<Buffer> => {
  const changed = differences(result);
  const heading = (text: string) => line([{ text, bold: true }], { spacing: { before: 240, after: 60 } });
  const groups = result.groups.map((one): Words[] => [
    ...[
      String(one.groupNo),
      one.clauseId ?? '',
      one.gist,
      String(one.count),
      one.response,
      madeJa(one.changeMade),
    ],
  ]);
  return wordFile({
    ...{
      title: `意見募集の結果 ${result.title}`,
      landscape: true,
      foot: `${result.number ?? ''} 意見募集の結果`,
    },
    children: [
      ...(result.publishedOn ? [right(office.day(`${result.publishedOn}T03:00:00Z`))] : []),
      right(office.organ(result.lead)),
      title(`「${result.title}」に関する意見募集の結果について`),
      table({
        ...{ widths: [20, 80], size: 20, landscape: true },
        rows: facts(result, office).map(([what, text]) => [[{ text: what, bold: true }], text]),
      }),
      heading('提出意見及びこれを考慮した結果(理由を含む。)'),
      result.groups.length === 0
        ? line(result.received === 0 ? NONE : '整理中')
        : table({
            ...{ widths: [5, 8, 35, 6, 35, 11], landscape: true },
            header: ['No.', '箇所', '提出意見の概要', '件数', '考え方及び理由', '案の修正'],
            rows: groups,
          }),
      heading('公示した案との差異'),
      changed && changed.length > 0
        ? table({
            ...{ widths: [20, 10, 70], landscape: true },
            header: ['箇所', '区分', '本文(傍線の部分は案からの変更部分)'],
            rows: changed,
          })
        : line(changed ? '差異はありません。' : '本文が公開範囲外のため示しません。'),
    ],
  });
};

/** The same as CSV, one line per group of comments; at none, one line that says so. */
export const commentResultCsv = (result: CommentResult, office: Office): Buffer => {
  const known = [
    result.title,
    result.number ?? '',
    office.day(result.openAt),
    lastDay(result, office),
    String(result.received),
  ];
  const groups = result.groups.map((one) => [
    ...[
      String(one.groupNo),
      one.clauseId ?? '',
      one.gist,
      String(one.count),
      one.response,
      madeJa(one.changeMade),
    ],
  ]);
  const lines = result.received === 0 ? [['', '', NONE, '0', '', '']] : groups;
  return csv([
    [
      '題名',
      '案件番号',
      '案の公示の日',
      '意見提出期限',
      '提出意見数',
      'No.',
      '箇所',
      '提出意見の概要',
      '件数',
      '考え方及び理由',
      '案の修正',
    ],
    ...lines.map((one) => [...known, ...one]),
  ]);
};
