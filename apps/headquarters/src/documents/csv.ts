import { writeCsv } from 'hucre/csv';
import { cellText } from './text.js';

/** What a spreadsheet program would take for a formula, however much white space is before it. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** A cell that no program computes: one that begins like a formula gets an apostrophe. */
export const inert = (text: string): string => (formula.test(text) ? `'${text}` : text);

const CRLF = '\r\n';

/** RFC 4180 in UTF-8 with a byte order mark, which Excel needs to read Japanese; lines end with CRLF. */
export const csv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    `${writeCsv(
      rows.map((row) => row.map((cell) => inert(cellText(cell)))),
      { bom: true, lineSeparator: CRLF, quoteStyle: 'required' },
    )}${CRLF}`,
  );
