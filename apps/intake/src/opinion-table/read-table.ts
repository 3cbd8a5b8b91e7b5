import {
  identitySheet,
  opinionColumns,
  OpinionTableIdentity,
  opinionTableLimits,
  opinionTableSchema,
  ownColumns,
  type OpinionColumn,
} from '#contracts';
import { readXlsx, type CellValue, type Sheet, type Workbook } from 'hucre/xlsx';
import { requireModestArchive, unreadable } from './archive.js';
import { refusedWhole } from './told.js';

/** A filled line: its cells by their columns, as they are shown, and those that hold an error or a date instead of a text. */
export interface TableLine {
  row: number;
  cells: Partial<Record<OpinionColumn, string>>;
  broken: OpinionColumn[];
}

export interface OpinionTableFile {
  identity: OpinionTableIdentity;
  lines: TableLine[];
}

/** The header stands above this line, whatever was put above it. */
const HEADER_WITHIN = 30;
const READ = 'A1:AZ5000';
/** Cells that may span several lines; each is looked at line by line. */
const MERGED = 500;

const columns = Object.keys(opinionColumns) as OpinionColumn[];
const plain = (value: CellValue | undefined): string =>
  String(value ?? '')
    .normalize('NFKC')
    .replace(/[\s.]/g, '')
    .toUpperCase();
const labels = new Map(columns.map((column) => [plain(opinionColumns[column]), column]));

type Places = ReadonlyMap<OpinionColumn, number>;

const placesIn = (row: readonly CellValue[]): Places =>
  new Map(
    row.flatMap((value, at) => {
      const column = labels.get(plain(value));
      return column ? [[column, at] as const] : [];
    }),
  );

const headerOf = ({ rows }: Sheet): { header: number; places: Places } | undefined => {
  for (const [header, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const places = placesIn(row);
    if (places.has('no') && places.has('body')) return { header, places };
  }
  return undefined;
};

const identityIn = ({ sheets }: Workbook): OpinionTableIdentity => {
  const hidden = sheets.find(({ name }) => name === identitySheet);
  const fields = Object.fromEntries(
    hidden?.rows.map(([field, value]) => [String(field), String(value ?? '')]) ?? [],
  );
  const parsed = OpinionTableIdentity.safeParse({ ...fields, roundNo: Number(fields.roundNo) });
  if (parsed.success) return parsed.data;
  throw refusedWhole(
    '協議システムから出力した自府省用の意見一覧表ではないか、様式が古いものです。出力し直したファイルに転記してください。',
    `The file is not a ministry's own opinion table in the layout ${opinionTableSchema}: export it anew, with ?organ=, and copy your rows into it.`,
  );
};

const textOf = (value: CellValue | undefined): string =>
  value === null || value === undefined || value instanceof Date
    ? ''
    : String(value)
        .replace(/\r\n?/g, '\n')
        .replace(/[\0\p{Cs}]/gu, '')
        .trim();

/** A cell that spans several lines counts for each of them. */
const spread = ({ rows, merges = [] }: Sheet, header: number): void => {
  const below = merges.filter(({ startRow, endRow }) => startRow > header && endRow > startRow);
  if (below.length > MERGED)
    throw refusedWhole(
      `複数の行にわたって結合されたセルが多すぎます(${MERGED}か所まで)。結合を解除してください。`,
      `More than ${MERGED} cells are merged over several lines: unmerge them.`,
    );
  for (const { startRow, endRow, startCol } of below)
    for (let row = startRow + 1; row <= endRow && rows[row]; row += 1)
      rows[row]![startCol] ??= rows[startRow]?.[startCol] ?? null;
};

const linesOf = (sheet: Sheet, header: number, places: Places): TableLine[] => {
  const isFilled = (row: readonly CellValue[]) =>
    ['no' as const, ...ownColumns].some((column) => {
      const value = row[places.get(column) ?? -1];
      return value instanceof Date || textOf(value) !== '';
    });
  const filled = sheet.rows.map((row, at) => at > header && isFilled(row));
  spread(sheet, header);
  return sheet.rows.flatMap((row, at) => {
    if (!filled[at]) return [];
    const cells = Object.fromEntries([...places].map(([column, place]) => [column, textOf(row[place])]));
    const isBroken = (place: number) =>
      row[place] instanceof Date || sheet.cells?.get(`${at},${place}`)?.type === 'error';
    const broken = [...places].filter(([, place]) => isBroken(place)).map(([column]) => column);
    return [{ row: at + 1, cells, broken }];
  });
};

const requireColumns = (places: Places): void => {
  const missing = ownColumns.filter((column) => column !== 'desk' && !places.has(column));
  if (missing.length === 0) return;
  const named = missing.map((column) => opinionColumns[column]).join('、');
  throw refusedWhole(
    `見出し「${named}」の列がありません。元の様式に戻してください。`,
    `The columns ${named} are missing.`,
  );
};

/** Reads a table as any office program writes it. Throws invalid-content when it cannot be taken as a whole. */
export const readOpinionTable = async (bytes: Buffer): Promise<OpinionTableFile> => {
  requireModestArchive(bytes);
  const workbook = await readXlsx(bytes, { range: READ }).catch(() => {
    throw unreadable();
  });
  const identity = identityIn(workbook);
  for (const sheet of workbook.sheets) {
    const found = headerOf(sheet);
    if (!found) continue;
    requireColumns(found.places);
    const lines = linesOf(sheet, found.header, found.places);
    if (lines.length <= opinionTableLimits.rows) return { identity, lines };
    const most = opinionTableLimits.rows;
    throw refusedWhole(
      `一度に受け付けるのは${most}行までです。`,
      `At most ${most} rows are taken at once; split the file.`,
    );
  }
  throw refusedWhole(
    '見出しの行(No.、質問・意見の内容など)が見つかりません。',
    'The line of headers is not found.',
  );
};
