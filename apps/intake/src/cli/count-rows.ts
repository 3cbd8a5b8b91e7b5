import { createReadStream } from 'node:fs';
import { csvRows } from '../filing/csv-rows.js';

/** Rows below the header, for the progress bar. */
export const countRows = async (file: string): Promise<number> => {
  let last = 0;
  for await (const { row } of csvRows(createReadStream(file))) last = row;
  return Math.max(0, last - 1);
};
