import { inertCell } from '#contracts';
import { writeCsv } from 'hucre/csv';
import { cellText } from './text.js';

const CRLF = '\r\n';

/** RFC 4180 in UTF-8 with a byte order mark, which Excel needs to read Japanese; lines end with CRLF. */
export const csv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    `${writeCsv(
      rows.map((row) => row.map((cell) => inertCell(cellText(cell)))),
      { bom: true, lineSeparator: CRLF, quoteStyle: 'required' },
    )}${CRLF}`,
  );
