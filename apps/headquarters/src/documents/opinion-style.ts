import { kindWords, weightWords, type OpinionColumn } from '#contracts';
import type { CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx';

/* How the opinion table looks: A4 landscape, the header on every page, thin lines, wrapped text. */

const thin = { style: 'thin' } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };
const font = { name: 'ＭＳ 明朝', size: 9, charset: 128 };
const grey = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;

export const titled: CellStyle = {
  font: { ...font, size: 14, bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
export const plainStyle: CellStyle = { font, alignment: { vertical: 'center', wrapText: true } };
export const headed: CellStyle = {
  ...{ font: { ...font, bold: true }, border, fill: grey('D9D9D9') },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};
export const bordered: CellStyle = { font, border, alignment: { vertical: 'top', wrapText: true } };
/** A cell of a table to fill that is not the ministry's to fill. */
export const closed: CellStyle = { ...bordered, fill: grey('F2F2F2') };
/** A cell that a ministry writes into: white, and text whatever is typed. */
export const toFill: CellStyle = {
  font,
  border,
  numFmt: '@',
  alignment: { vertical: 'top', wrapText: true },
};

/** In characters of the default font; together one A4 landscape page. */
export const columnWidths: Record<OpinionColumn, number> = {
  ...{ no: 7, organ: 9, desk: 9, kind: 5, weight: 5, clause: 11, quoted: 15, body: 27 },
  ...{ proposed: 25, reason: 18, disposition: 7, answer: 27, state: 8 },
};

/** How much a text takes of a line: a Japanese character two, another one. */
const unitsOf = (text: string): number => [...text].reduce((sum, c) => sum + (c < '\u1100' ? 1 : 2), 0);

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(unitsOf(part) / width)), 0);

/** The height in points at which the longest text of a row is seen whole, as far as a spreadsheet program allows (409). */
export const heightOf = (row: Record<OpinionColumn, string>): number => {
  const lines = Object.entries(columnWidths).map(([column, width]) =>
    linesOf(row[column as OpinionColumn], width),
  );
  return Math.min(409, 4 + 12 * Math.max(...lines));
};

const letter = (columns: readonly OpinionColumn[], column: OpinionColumn) =>
  String.fromCharCode(65 + columns.indexOf(column));

/** Lists to choose from below the header. `firstRow` as the program numbers it; ministries may write further down than the empty rows. */
export const choices = (
  columns: readonly OpinionColumn[],
  firstRow: number,
  clauses: number,
): DataValidation[] => {
  const list = (column: OpinionColumn, from: Pick<DataValidation, 'values' | 'formula1'>): DataValidation => {
    const at = letter(columns, column);
    return {
      ...{ type: 'list', allowBlank: true, showErrorMessage: true, errorStyle: 'warning' },
      ...{
        errorTitle: '一覧にない値です',
        errorMessage: '一覧から選んでください。',
        range: `${at}${firstRow}:${at}1000`,
      },
      ...from,
    };
  };
  return [
    list('kind', { values: Object.values(kindWords) }),
    list('weight', { values: Object.values(weightWords) }),
    ...(clauses > 0 ? [list('clause', { formula1: `'条項一覧'!$A$2:$A$${clauses + 1}` })] : []),
  ];
};

/** A4 landscape, as wide as the page, the rows of `titles` on each, numbered pages. */
export const page = (titles: string, number: string): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> => ({
  pageSetup: {
    ...{ paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    ...{
      printTitlesRow: titles,
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
    },
  },
  headerFooter: { oddFooter: `&L${number.replaceAll('&', '&&')}&C&P / &N` },
});
