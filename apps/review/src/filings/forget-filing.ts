import { filingOf } from './filing.js';
import { endFiling, indexFiling } from './index-filing.js';
import type { Rows } from './rows.js';
import { versionOf } from './version.js';

const FORGET = `
  WITH posts AS (
    DELETE FROM review.postings p USING review.filings f WHERE f.position = p.position AND f.dossier_id = $1
    RETURNING f.type, p.term
  ), fewer AS (SELECT type, term, count(*) AS n FROM posts GROUP BY type, term), counted AS (
    UPDATE review.terms t SET filings = t.filings - f.n FROM fewer f WHERE t.type = f.type AND t.term = f.term
  ), kinds AS (SELECT type, count(*) AS n FROM review.filings WHERE dossier_id = $1 GROUP BY type)
  UPDATE review.types t SET filings = t.filings - k.n FROM kinds k WHERE t.type = k.type`;

const GONE = `
  WITH gone AS (DELETE FROM review.filings WHERE dossier_id = $1 RETURNING position, version_no, until_position)
  SELECT * FROM gone ORDER BY position`;

interface Row {
  position: string;
  version_no: number;
  until_position: string | null;
}

/** Takes the filings of a dossier out of the index, and in again from what its versions say now that words were erased. */
export const indexAnew = async (rows: Rows, dossierId: string): Promise<void> => {
  await rows(FORGET, [dossierId]);
  await rows('DELETE FROM review.terms WHERE filings = 0', []);
  const gone = (await rows(GONE, [dossierId])) as Row[];
  for (const { position, version_no: versionNo, until_position: until } of gone) {
    const { body } = await versionOf(rows, dossierId, versionNo);
    await indexFiling(rows, { position: Number(position), dossierId, versionNo }, filingOf(body));
    if (until !== null) await endFiling(rows, dossierId, Number(until));
  }
};
