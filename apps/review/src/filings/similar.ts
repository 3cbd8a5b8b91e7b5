import type { Wording } from '#contracts';
import type { Rows } from './rows.js';

export interface Similar {
  dossierId: string;
  lead: string;
  title: Wording;
  /** 0 to 1. */
  score: number;
}

/** Below this, of the 1,806 real use cases that were looked at by eye, pairs have little more in common than their vocabulary. */
export const THRESHOLD = 0.28;
const MOST = 5;

/**
 * Half of the score says how much of the two titles is shared, half how much of the whole texts, both by weight. A shared budget project is
 * telling by itself; shared subjects only decide between equals.
 */
const SIMILAR = `
  WITH mine AS (SELECT * FROM review.filings WHERE dossier_id = $1 AND version_no = $2 ORDER BY position DESC LIMIT 1),
  shared AS (
    SELECT o.position, sum(m.weight * o.weight) AS text, coalesce(sum(least(m.weight, o.weight)) FILTER (WHERE m.in_title AND o.in_title), 0) AS title
    FROM mine JOIN review.postings m ON m.position = mine.position
    JOIN review.postings o ON o.term = m.term AND o.position < mine.position
    WHERE m.weight >= 0.3 -- what one filing in eight says tells nothing, and costs most
    GROUP BY o.position
  ),
  scored AS (
    SELECT o.position, o.dossier_id, o.lead, o.title,
      least(1,
        0.5 * coalesce(s.title / nullif(mine.title_weight + o.title_weight - s.title, 0), 0)
        + 0.5 * coalesce(s.text / nullif(mine.norm * o.norm, 0), 0)
        + CASE WHEN o.budget_ids && mine.budget_ids THEN 0.3 ELSE 0 END
        + CASE WHEN o.tags && mine.tags THEN 0.02 ELSE 0 END) AS score
    FROM mine JOIN review.filings o ON o.type = mine.type AND o.lead <> mine.lead AND o.dossier_id <> mine.dossier_id
      AND o.position < mine.position AND (o.until_position IS NULL OR o.until_position > mine.position)
    LEFT JOIN shared s ON s.position = o.position
    WHERE s.position IS NOT NULL OR o.budget_ids && mine.budget_ids
  )
  SELECT json_build_object('dossierId', dossier_id, 'lead', lead, 'title', title, 'score', round(score::numeric, 3)) AS similar
  FROM scored WHERE score >= $3 ORDER BY round(score::numeric, 3) DESC, position LIMIT $4`;

/**
 * Filings of other ministries that stood when this one was filed and are like it, the likest first. The answer is the same whenever and
 * however often it is asked. Empty when the filing is not in the index.
 */
export const similarTo = async (
  rows: Rows,
  dossierId: string,
  versionNo: number,
  threshold = THRESHOLD,
): Promise<Similar[]> => {
  const found = (await rows(SIMILAR, [dossierId, versionNo, threshold, MOST])) as { similar: Similar }[];
  return found.map((row) => row.similar);
};
