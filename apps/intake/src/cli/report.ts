import { writeFileSync } from 'node:fs';
import { inertCell, type FilingLine } from '#contracts';

/** A cell that no spreadsheet program takes for a formula. */
export const csvCell = (text: string): string => {
  const safe = inertCell(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Writes the rejected rows as a CSV that spreadsheet programs open: row, column, reason. */
export const writeReport = (file: string, rejected: Iterable<FilingLine>): void => {
  const lines = [...rejected]
    .sort((a, b) => a.row - b.row)
    .map(({ row, column = '', reason = '' }) => [String(row), column, reason].map(csvCell).join(','));
  writeFileSync(file, `\uFEFF${['row,column,reason', ...lines].join('\r\n')}\r\n`);
};
