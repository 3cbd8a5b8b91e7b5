import { Problem, type PrecedentPage, type Wording } from '#contracts';
import type { PrecedentQuery } from '../http/time-requests.js';
import { subjectTerms, type Precedent } from '../projections/precedent.js';
import { termsOf } from '../projections/terms.js';
import type { Rows } from '../read-models/readers.js';
import { Conditions } from './conditions.js';

interface Found {
  dossierId: string;
  doc: Precedent;
  number: string | null;
  title: Wording | null;
  lead: string | null;
  score: number;
}

/** The least likeness of a similar thread. */
const ALIKE = 0.05;

/** Terms that are looked for: those of the words, all of which must occur, or those of a thread, of which many should. */
const wantedOf = async (rows: Rows, { q, dossier, thread }: PrecedentQuery) => {
  if (dossier === undefined || thread === undefined)
    return q === undefined ? undefined : { terms: termsOf(q), whole: true };
  const [found] = await rows<{ doc: Precedent }>(
    'SELECT doc FROM precedents WHERE dossier_id = $1 AND ref = $2',
    [dossier, thread],
  );
  if (!found) throw new Problem('not-found', 'There is no such thread, or it is not open to you.');
  return { terms: subjectTerms(found.doc), whole: false };
};

/** Past answers and memoranda, most alike first, or newest first when nothing is searched for. Throws not-found for the thread. */
export async function readPrecedents(rows: Rows, query: PrecedentQuery): Promise<PrecedentPage> {
  const wanted = await wantedOf(rows, query);
  if (wanted?.terms.length === 0) return { items: [] };
  const where = new Conditions();
  const from = wanted
    ? `precedents_found(${where.value(wanted.terms)}::text[], ${where.value(wanted.whole)}) AS f JOIN precedents p USING (dossier_id, ref)`
    : 'precedents p';
  where
    .on(query.clauseTag, (v) => `${v} = ANY (p.tags)`)
    .on(query.organ, (v) => `p.organ = ${v}`)
    .on(query.disposition, (v) => `p.disposition = ${v}`)
    .on(wanted && !wanted.whole ? ALIKE : undefined, (v) => `f.score >= ${v}::float8`);
  if (query.dossier !== undefined && query.thread !== undefined)
    where.on(query.thread, (v) => `NOT (p.dossier_id = ${where.value(query.dossier)} AND p.ref = ${v})`);
  const filters = where.toString();
  const score = wanted ? 'f.score' : '0::float8';
  const found = await rows<Found>(
    `SELECT p.dossier_id AS "dossierId", p.doc, r.number, r.doc -> 'title' AS title, r.lead, ${score} AS score
     FROM ${from} LEFT JOIN register r ON r.dossier_id = p.dossier_id
     WHERE p.at IS NOT NULL AND ${filters} ORDER BY score DESC, p.at DESC, p.dossier_id, p.ref LIMIT ${where.value(query.limit)}`,
    where.values,
  );
  return {
    items: found.map(({ doc, score: alike, ...rest }) => ({
      ...rest,
      ...doc,
      at: doc.at!,
      disposition: doc.disposition as PrecedentPage['items'][number]['disposition'],
      weight: doc.weight as PrecedentPage['items'][number]['weight'],
      score: Math.round(alike * 1000) / 1000,
    })),
  };
}
