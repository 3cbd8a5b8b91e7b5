import {
  identitySheet,
  opinionColumns,
  opinionTableSchema,
  ownColumns,
  type Clause,
  type ConsultationSheet,
  type OpinionColumn,
  type OpinionTableIdentity,
  type SheetRound,
} from '#contracts';
import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { clauseSheet, flatClauses } from './clause-sheet.js';
import type { Office } from './office.js';
import { opinionRow, type OpinionRow } from './opinion-rows.js';
import {
  bordered,
  choices,
  columnWidths,
  closed,
  headed,
  heightOf,
  page,
  plainStyle,
  titled,
  toFill,
} from './opinion-style.js';
import { cellText } from './text.js';

const columns = Object.keys(opinionColumns) as OpinionColumn[];
/** Rows that a ministry finds empty; more can be added below them. */
const EMPTY_ROWS = 20;
/** Points, of the lines down to the headers. */
const TOP_HEIGHTS = [26, 18, 30, 20];
/** The line of the headers, counted from 0. */
const HEADER = 3;
const LAST_COLUMN = columns.length - 1;

interface Own {
  organ: string;
  round: SheetRound;
}

export interface OpinionTable {
  sheet: ConsultationSheet;
  /** The text that is consulted on; the ministry chooses clauses from it. */
  clauses: readonly Clause[];
  office: Office;
  /** The sheet of one ministry, to fill and to return; without it, all that the reader may see, to read. */
  own?: Own;
}

const subtitle = ({ sheet, office, own }: OpinionTable): string => {
  const number = sheet.number ?? '番号未定';
  if (!own) return `${number} 主務: ${office.organ(sheet.lead)} 現在: ${office.time(sheet.at)}`;
  const { round } = own;
  return `${number} ${office.organ(own.organ)} 第${round.no}次(${round.label.ja}) 第${round.versionNo}版に対する意見 回答期限: ${office.time(round.dueAt)}`;
};

const guidance = ({ own }: OpinionTable): string =>
  own
    ? '記入要領: 白い行に記入し、このファイルのまま返送してください。種別・区分・該当箇所は一覧から選びます(質問の区分は空欄で可)。該当文言は条文のとおり書き写してください。No.のある行は提出済みで、書き換えても反映されません。'
    : '区分: 必須(同意の条件)・要望・参考';

const rowsOf = ({ sheet, office, own }: OpinionTable): OpinionRow[] =>
  sheet.threads
    .filter(({ organ }) => !own || organ === own.organ)
    .map((thread) => opinionRow(thread, office));

const emptyRow = ({ organ }: Own, office: Office): OpinionRow =>
  ({
    ...Object.fromEntries(columns.map((column) => [column, ''])),
    organ: office.organ(organ),
  }) as OpinionRow;

const cellsOf = (row: OpinionRow): CellValue[] =>
  columns.map((column) => (row[column] === '' ? null : cellText(row[column])));

/** The table itself: title, what it belongs to, how to fill it, headers, lines. */
const tableSheet = (table: OpinionTable): WriteSheet => {
  const { sheet, own, office } = table;
  const filled = rowsOf(table);
  const empty = own ? Array.from({ length: EMPTY_ROWS }, () => emptyRow(own, office)) : [];
  const title = `${sheet.title.ja ?? sheet.title.en ?? ''}に対する意見一覧表`;
  const lines = [...filled, ...empty];
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  cells.set('0,0', { value: cellText(title), style: titled });
  cells.set('1,0', { value: cellText(subtitle(table)), style: plainStyle });
  cells.set('2,0', { value: guidance(table), style: plainStyle });
  columns.forEach((column, at) =>
    cells.set(`${HEADER},${at}`, { value: opinionColumns[column], style: headed }),
  );
  lines.forEach((line, i) =>
    cellsOf(line).forEach((value, at) => {
      const isOwn = (ownColumns as readonly string[]).includes(columns[at]!);
      const style = own ? (i >= filled.length && isOwn ? toFill : closed) : bordered;
      cells.set(`${HEADER + 1 + i},${at}`, { value, style });
    }),
  );
  // An empty row has no height of its own, so that it grows with what is typed.
  const heights = [...TOP_HEIGHTS, ...filled.map(heightOf)];
  return {
    name: '意見一覧表',
    columns: columns.map((column) => ({ width: columnWidths[column] })),
    cells,
    rows: [],
    merges: [0, 1, 2].map((row) => ({ startRow: row, endRow: row, startCol: 0, endCol: LAST_COLUMN })),
    rowDefs: new Map(heights.map((height, at) => [at, { height }])),
    freezePane: { rows: HEADER + 1 },
    ...(own && { dataValidations: choices(columns, HEADER + 2, flatClauses(table.clauses).length) }),
    ...page(`$1:$${HEADER + 1}`, sheet.number ?? ''),
  };
};

const identityOf = ({ sheet }: OpinionTable, { organ, round }: Own): OpinionTableIdentity => ({
  ...{
    schema: opinionTableSchema,
    dossierId: sheet.dossierId,
    organ,
    roundNo: round.no,
    sha256: round.sha256,
  },
});

/** The hidden sheet by which the command door knows the table again. */
const hiddenSheet = (identity: OpinionTableIdentity): WriteSheet => ({
  name: identitySheet,
  hidden: true,
  rows: Object.entries(identity).map(([field, value]) => [field, String(value)]),
});

/** 意見一覧表 as XLSX. Every cell is a string, whatever it begins with: nothing in it is computed. The same view gives the same bytes. */
export const opinionTableXlsx = async (table: OpinionTable): Promise<Buffer> => {
  const { sheet, own } = table;
  const bytes = await writeXlsx({
    sheets: [
      tableSheet(table),
      ...(own ? [clauseSheet(table.clauses), hiddenSheet(identityOf(table, own))] : []),
    ],
    defaultFont: { name: 'ＭＳ 明朝', size: 10 },
    properties: {
      title: cellText(`意見一覧表 ${sheet.number ?? ''}`),
      created: new Date(sheet.at),
      modified: new Date(sheet.at),
    },
  });
  return Buffer.from(bytes);
};
