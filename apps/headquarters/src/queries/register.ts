import type { Row } from '../projections/dossier-row.js';
import { normalised, patternsOf } from '../projections/search-text.js';
import type { Rows } from '../read-models/readers.js';
import { Conditions } from './conditions.js';
import { keyIn, pageOf } from './cursor.js';
import { clocksFor, EYES } from './veil.js';
import type { DossierQuery } from '../http/requests.js';

interface Found {
  doc: Row;
  score: number;
  stage_class: string;
  holder: string;
  readers: string[];
  overdue: boolean;
  overlaps: object[];
  eyes: string[];
}

/**
 * Columns of a row of the register; `$1` is the present moment. Similarities name what the other dossier is called now, for the
 * reader. OFFSET 0 keeps the sub-select from becoming a join, for which PostgreSQL would go through all earlier states.
 */
export const ROW_COLUMNS = `d.doc, d.stage_class, d.holder, d.readers, ${EYES}, coalesce(d.next_due < $1::timestamptz, false) AS overdue,
  (SELECT coalesce(json_agg(json_build_object('dossierId', o.other_id, 'lead', r.lead, 'title', r.doc -> 'title', 'score', o.score)
     ORDER BY o.score DESC, o.other_id), '[]') FROM similarities o,
     LATERAL (SELECT * FROM register WHERE dossier_id = o.other_id OFFSET 0) AS r WHERE o.dossier_id = d.dossier_id) AS overlaps`;

/** A row as the answer shows it, before it is parsed with its schema. */
export const shown = ({
  doc,
  eyes,
  stage_class,
  holder,
  readers,
  overdue,
  overlaps,
}: Omit<Found, 'score'>) => ({
  ...doc,
  clocks: clocksFor(doc, readers, eyes),
  ...{ stageClass: stage_class, holder, readers, overdue, overlaps },
});

/** Every word must occur, or the text is a human number. Titles count most: all words in them, then likeness. */
const searched = (where: Conditions, q: string | undefined): string => {
  if (q === undefined) return '0';
  const patterns = patternsOf(q);
  if (patterns.length === 0) return '0';
  const longest = [...patterns].sort((a, b) => b.length - a.length)[0];
  const [words, text] = [where.value(patterns), where.value(normalised(q))];
  where.on(
    longest,
    (one) =>
      `(d.dossier_id, d.version_no) IN (SELECT * FROM found(${one}, ${words}::text[])) OR lower(d.number) = ${text}`,
  );
  return `(CASE WHEN d.titles LIKE ALL (${words}::text[]) THEN 1000 ELSE 0 END
    + round(1000 * word_similarity(${text}, d.titles)))::int`;
};

/** One page of the register: newest first, or best match first when words are searched for. */
export async function listDossiers(rows: Rows, query: DossierQuery, now: Date) {
  const where = new Conditions();
  where.value(now);
  where
    .on(query.stage, (v) => `d.stage = ${v}`)
    .on(query.lead, (v) => `d.lead = ${v}`)
    .on(query.type, (v) => `d.type = ${v}`)
    .on(query.holder, (v) => `d.holder = ${v}`)
    .on(query.pillar, (v) => `${v} = ANY (d.pillars)`)
    .on(query.tag, (v) => `${v} = ANY (d.tags)`)
    .on(query.overdue, (v) => `coalesce(d.next_due < $1::timestamptz, false) = ${v}`)
    .on(query.changedAfterPosition, (v) => `d.last_position > ${v}`);
  const score = searched(where, query.q);
  const filters = where.toString();
  const after = keyIn(query.cursor, [0, ''] as const);
  const rest = after
    ? `(score, dossier_id) < (${where.value(after[0])}::bigint, ${where.value(after[1])})`
    : 'true';
  const found = await rows<Found>(
    `WITH matched AS (SELECT d.*, ${score} AS score FROM register d WHERE ${filters})
     SELECT d.score, ${ROW_COLUMNS} FROM matched d WHERE ${rest}
     ORDER BY score DESC, dossier_id DESC LIMIT ${where.value(query.limit + 1)}`,
    where.values,
  );
  return pageOf(found, query.limit, ({ score: at, doc }) => [at, doc.dossierId], shown);
}
