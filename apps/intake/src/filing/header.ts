import { Problem } from '#contracts';
import type { CsvRow } from './csv-rows.js';

const refused = (path: string, message: string, faults: object[]): Problem =>
  new Problem('invalid-request', `The first row must be the header: ${path || 'it'} ${message}.`, { faults });

/** The names of the columns. Throws when there is no readable first row. */
export const readHeader = async (rows: AsyncIterator<CsvRow, void>): Promise<string[]> => {
  const first = await rows.next();
  if (first.done) throw refused('', 'is not there; the body is empty', []);
  if (!('cells' in first.value)) throw refused('', first.value.reason, []);
  return first.value.cells.map((cell) => cell.trim());
};

/** Throws when the header is not one that the map is for: every column must be known, none may be missing or there twice. */
export const requireHeader = (header: readonly string[], known: readonly string[], mapName: string): void => {
  const twice = header.filter((column, i) => header.indexOf(column) !== i);
  const faults = [
    ...known.filter((column) => !header.includes(column)).map((path) => ({ path, message: 'is missing' })),
    ...header
      .filter((column) => !known.includes(column))
      .map((path) => ({ path: path.slice(0, 100), message: `is not a column of the map ${mapName}` })),
    ...twice.map((path) => ({ path: path.slice(0, 100), message: 'is there twice' })),
  ].slice(0, 100);
  if (faults.length === 0) return;
  const { path, message } = faults[0]!;
  const more = faults.length > 1 ? `, and ${faults.length - 1} more, see faults` : '';
  throw refused(`"${path}"`, `${message}${more}`, faults);
};
