import { opinionColumns, type OpinionColumn } from '#contracts';
import { openXlsx, saveXlsx, type CellValue, type Sheet } from 'hucre/xlsx';

export type Line = Partial<Record<OpinionColumn, CellValue>>;

/** What a ministry does with its table: writes into the empty rows below its threads, from the first on, and saves. `first` counts from 0. */
export const filledIn = async (
  bytes: Buffer,
  lines: Line[],
  change: (sheet: Sheet, first: number) => void = () => {},
) => {
  const workbook = await openXlsx(bytes);
  const sheet = workbook.sheets[0]!;
  const header = sheet.rows.findIndex(([first]) => first === 'No.');
  const columns = sheet.rows[header]!;
  const isEmpty = (row: CellValue[]) => !row[0] && !row[columns.indexOf(opinionColumns.body)];
  const first = sheet.rows.findIndex((row, at) => at > header && isEmpty(row));
  lines.forEach((line, i) => {
    const row = (sheet.rows[first + i] ??= []);
    for (const [column, value] of Object.entries(line))
      row[columns.indexOf(opinionColumns[column as OpinionColumn])] = value;
  });
  change(sheet, first);
  return Buffer.from(await saveXlsx(workbook));
};
