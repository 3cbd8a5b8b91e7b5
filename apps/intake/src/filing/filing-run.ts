import { filingLimits, Problem, type FilingLine, type FilingStep, type FilingSummary } from '#contracts';
import type { World } from '#commands';
import { CellFault, type Row } from './cells.js';
import type { CsvRow } from './csv-rows.js';
import { inOrder } from './in-order.js';
import type { RowMap } from './map-file.js';
import { columnOf, mapRow } from './map-row.js';
import type { RowDoor, Caller } from './row-door.js';
import { RowIdentities } from './row-identity.js';
import { takeStep } from './steps.js';

/** Rows that are worked on at once. */
const CONCURRENCY = 8;

export interface Run {
  step: FilingStep;
  mapName: string;
  map: RowMap;
  header: readonly string[];
  world: World;
  door: RowDoor;
  caller: () => Promise<Caller>;
}

const rejected = (row: number, column: string | undefined, reason: string, more: Partial<FilingLine> = {}) =>
  ({ row, outcome: 'rejected', ...more, ...(column && { column }), reason }) satisfies FilingLine;

/** The column that a refusal of the domain is about. */
const refusedColumn = (problem: Problem, map: RowMap): string | undefined => {
  if (problem.type === 'not-permitted') return map.lead;
  const path = (problem.extra.faults as { path: string }[] | undefined)?.[0]?.path;
  return path === undefined ? undefined : columnOf(map, path);
};

const fileRow = async (run: Run, row: Row, rowNo: number, dossierId: string): Promise<FilingLine> => {
  const { map, world, step, door } = run;
  const mapped = mapRow(row, map, world.cabinet);
  if ('rejection' in mapped) return rejected(rowNo, mapped.rejection.column, mapped.rejection.reason);
  try {
    const done = await takeStep(step, { dossierId, body: mapped.body }, door, await run.caller());
    return { row: rowNo, dossierId, ...done };
  } catch (error) {
    // Whatever the caller cannot mend by changing the row ends the run.
    if (!(error instanceof Problem) || error.type === 'unavailable') throw error;
    return rejected(rowNo, refusedColumn(error, map), error.detail, { dossierId, problemType: error.type });
  }
};

const isBlank = (cells: string[]) => cells.every((cell) => cell.trim() === '');

/** Checks and names rows one after another, so that equal rows are told apart by their order whatever runs beside. */
async function* prepared(rows: AsyncIterable<CsvRow>, run: Run): AsyncGenerator<() => Promise<FilingLine>> {
  const { header, map } = run;
  const identities = new RowIdentities(run.world.cabinet.name, run.mapName, map);
  let count = 0;
  for await (const read of rows) {
    if ('cells' in read && isBlank(read.cells)) continue;
    count += 1;
    if (count > filingLimits.rows) {
      yield () =>
        Promise.resolve(
          rejected(read.row, undefined, `only ${filingLimits.rows} rows are taken at once; split the file`),
        );
      return;
    }
    const line = prepare(read);
    yield typeof line === 'function' ? line : () => Promise.resolve(line);
  }

  function prepare(read: CsvRow): FilingLine | (() => Promise<FilingLine>) {
    if (!('cells' in read))
      return rejected(read.row, read.column === undefined ? undefined : header[read.column], read.reason);
    if (read.cells.length !== header.length)
      return rejected(read.row, undefined, `has ${read.cells.length} cells, the header has ${header.length}`);
    const row = Object.fromEntries(header.map((column, i) => [column, read.cells[i] ?? '']));
    try {
      const dossierId = identities.dossierIdOf(row, read.row);
      return () => fileRow(run, row, read.row, dossierId);
    } catch (error) {
      if (error instanceof CellFault) return rejected(read.row, error.column, error.reason);
      throw error;
    }
  }
}

/** One line per row in the order of the file, and the summary as the last. Throws what ends the run early. */
export async function* filingRun(
  rows: AsyncIterable<CsvRow>,
  run: Run,
): AsyncGenerator<FilingLine | FilingSummary> {
  const began = performance.now();
  const summary: FilingSummary['summary'] = {
    ...{ map: run.mapName, cabinet: run.world.cabinet.name, step: run.step },
    ...{ rows: 0, drafted: 0, approved: 0, filed: 0, already: 0, rejected: 0, seconds: 0 },
  };
  for await (const line of inOrder(prepared(rows, run), CONCURRENCY, (task) => task())) {
    summary.rows += 1;
    summary[line.outcome] += 1;
    yield line;
  }
  summary.seconds = Math.round(performance.now() - began) / 1_000;
  yield { summary };
}
