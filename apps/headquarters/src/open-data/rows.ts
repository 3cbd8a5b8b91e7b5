import { Conditions } from '../queries/conditions.js';
import { keyIn, pageOf } from '../queries/cursor.js';
import type { Rows } from '../read-models/readers.js';
import type { DatasetName } from './datasets.js';
import type { DatasetQuery } from './requests.js';

/** An entry of the register as it is kept. */
export type Doc = Record<string, unknown>;

interface Found {
  doc: Doc;
  position: number;
  nth: number;
}

/** A page of a dataset, and when the dataset changed last, ISO; null when it is empty. */
export interface DatasetPage {
  items: Doc[];
  next: string | null;
  modified: string | null;
}

const of: Record<DatasetName, string> = {
  guidelines: `dataset = 'dossiers' AND type = 'guideline' AND status <> 'GIVEN_UP'`,
  dossiers: `dataset = 'dossiers'`,
  decisions: `dataset = 'decisions'`,
  dispositions: `dataset = 'dispositions'`,
};

const isoSecond = `to_char(max(modified) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const lastChange = async (rows: Rows, dataset: DatasetName): Promise<string | null> => {
  const [found] = await rows<{ modified: string | null }>(
    `SELECT ${isoSecond} AS modified FROM publications WHERE ${of[dataset]}`,
  );
  return found?.modified ?? null;
};

/** In the order in which they became public, which never changes: a page that was read stays as it was but for its entries' own changes. */
export async function readDataset(
  rows: Rows,
  dataset: DatasetName,
  query: Partial<DatasetQuery> & { limit: number },
): Promise<DatasetPage> {
  const where = new Conditions();
  where
    .on(query.organ, (v) => `${v} = ANY (organs)`)
    .on(query.since, (v) => `modified > ${v}`)
    .on(query.status, (v) => `status = ${v}`)
    .on(query.type, (v) => `type = ${v}`)
    .on(query.dossier, (v) => `dossier_id = ${v}`)
    .on(
      query.at,
      (v) => `in_force_from <= ${v}::date AND (in_force_until IS NULL OR ${v}::date < in_force_until)`,
    );
  const after = keyIn(query.cursor, [0, 0] as const);
  const rest = after
    ? `(position, nth) > (${where.value(after[0])}::bigint, ${where.value(after[1])}::bigint)`
    : 'true';
  const found = await rows<Found>(
    `SELECT doc, position::float8 AS position, nth FROM publications WHERE ${of[dataset]} AND ${where.toString()} AND ${rest}
     ORDER BY position, nth LIMIT ${where.value(query.limit + 1)}`,
    where.values,
  );
  const page = pageOf(
    found,
    query.limit,
    ({ position, nth }) => [position, nth],
    ({ doc }) => doc,
  );
  return { ...page, modified: await lastChange(rows, dataset) };
}

/** One dossier with its text; undefined when it is not public, or no guideline where that is asked for. */
export async function readEntry(
  rows: Rows,
  dataset: 'guidelines' | 'dossiers',
  id: string,
): Promise<(Doc & { text: unknown }) | undefined> {
  const [found] = await rows<{ doc: Doc; text: unknown }>(
    `SELECT p.doc, t.doc AS text FROM publications p LEFT JOIN published_texts t ON t.dossier_id = p.key
     WHERE p.key = $1 AND ${of[dataset]}`,
    [id],
  );
  return found && { ...found.doc, text: found.text };
}

/** What the catalogue says of each dataset: from when to when, and how many. */
export interface Extent {
  count: number;
  first: string | null;
  last: string | null;
  modified: string | null;
}

export async function readExtent(rows: Rows, dataset: DatasetName): Promise<Extent> {
  const [found] = await rows<Extent>(
    `SELECT count(*)::int AS count, min(doc ->> 'publishedOn') AS first, max(doc ->> 'publishedOn') AS last, ${isoSecond} AS modified
     FROM publications WHERE ${of[dataset]}`,
  );
  return found ?? { count: 0, first: null, last: null, modified: null };
}
