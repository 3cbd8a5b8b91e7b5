import type { Filing } from './filing.js';
import type { Rows } from './rows.js';

const COUNT = `
  WITH total AS (
    INSERT INTO review.types AS t (type, filings) VALUES ($1, 1)
    ON CONFLICT (type) DO UPDATE SET filings = t.filings + 1 RETURNING filings
  ), counted AS (
    INSERT INTO review.terms AS t (type, term, filings) SELECT $1, term, 1 FROM unnest($2::text[]) AS term ORDER BY term
    ON CONFLICT (type, term) DO UPDATE SET filings = t.filings + 1 RETURNING term, filings
  )
  SELECT term, counted.filings, total.filings AS total FROM counted, total`;

const INSERT = `
  INSERT INTO review.filings (position, dossier_id, version_no, type, lead, title, tags, budget_ids, title_weight, norm)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const POST = `
  INSERT INTO review.postings (position, term, weight, in_title) SELECT $1, * FROM unnest($2::text[], $3::real[], $4::boolean[])`;

const END = `UPDATE review.filings SET until_position = $2 WHERE dossier_id = $1 AND until_position IS NULL`;

/** Inverse document frequency on a scale of 0 to 1, so that a weight given among few filings compares with one given among many. */
const weightAmong = (filings: number, total: number): number =>
  Math.log(1 + total / filings) / Math.log(1 + total);

/** From this position on the dossier's filing is no longer compared with. */
export const endFiling = async (rows: Rows, dossierId: string, position: number): Promise<void> => {
  await rows(END, [dossierId, position]);
};

/** Takes a filing into the index, in place of an earlier one of the dossier. In the order of positions. */
export const indexFiling = async (
  rows: Rows,
  at: { position: number; dossierId: string; versionNo: number },
  filing: Filing,
): Promise<void> => {
  await endFiling(rows, at.dossierId, at.position);
  const terms = [...filing.titleTerms, ...filing.textTerms];
  const counted = (await rows(COUNT, [filing.type, terms])) as {
    term: string;
    filings: number;
    total: number;
  }[];
  const weights = new Map(counted.map((row) => [row.term, weightAmong(row.filings, row.total)]));
  const weightOf = (term: string) => weights.get(term) ?? 0;
  const titleWeight = filing.titleTerms.reduce((sum, term) => sum + weightOf(term), 0);
  const norm = Math.sqrt(terms.reduce((sum, term) => sum + weightOf(term) ** 2, 0));
  await rows(INSERT, [
    ...[at.position, at.dossierId, at.versionNo, filing.type, filing.lead],
    ...[JSON.stringify(filing.title), filing.tags, filing.budgetIds, titleWeight, norm],
  ]);
  await rows(POST, [
    at.position,
    terms,
    terms.map(weightOf),
    terms.map((_, i) => i < filing.titleTerms.length),
  ]);
};
