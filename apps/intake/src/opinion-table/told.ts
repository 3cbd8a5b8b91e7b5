import { Problem, opinionColumns, type OpinionColumn, type RowFault } from '#contracts';

/** A fault of one cell, in both languages; without a column, of the row. */
export const fault = (column: OpinionColumn | undefined, ja: string, en: string): RowFault => ({
  ...(column && { column: opinionColumns[column] }),
  ...{ ja, en },
});

/** The file is not taken, whatever its rows say. */
export const refusedWhole = (ja: string, en: string): Problem =>
  new Problem('invalid-content', `${en} ${ja}`, { ja });
