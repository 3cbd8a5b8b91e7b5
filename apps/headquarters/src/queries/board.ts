import type { BoardView } from '#contracts';
import type { Rows } from '../read-models/readers.js';

const LATE = 'count(*) FILTER (WHERE next_due < $1::timestamptz)::int AS overdue';
const DAYS = '(extract(epoch FROM $1::timestamptz - stage_since) / 86400)::float8';

const tenths = (days: number) => Math.round(days * 10) / 10;

/** Where everything stands at a moment: stage × lead × pillar, what is overdue, and how long it has stood there. */
export async function readBoard(rows: Rows, type: string | undefined, now: Date): Promise<BoardView> {
  const values = [now, type ?? null];
  const ofType = '($2::text IS NULL OR type = $2)';
  const [sum] = await rows<{ total: number; overdue: number }>(
    `SELECT count(*)::int AS total, ${LATE} FROM register WHERE ${ofType}`,
    values,
  );
  const cells = await rows<BoardView['cells'][number]>(
    `SELECT stage, lead, pillar, count(*)::int AS count, ${LATE}
     FROM register LEFT JOIN LATERAL unnest(pillars) AS pillar ON true
     WHERE ${ofType} GROUP BY stage, lead, pillar ORDER BY stage, lead, pillar NULLS LAST`,
    values,
  );
  const stages = await rows<BoardView['stages'][number]>(
    `SELECT stage, count(*)::int AS count, ${LATE}, percentile_cont(0.5) WITHIN GROUP (ORDER BY ${DAYS}) AS "medianDays",
       max(${DAYS}) AS "maxDays"
     FROM register WHERE ${ofType} GROUP BY stage ORDER BY stage`,
    values,
  );
  return {
    now: now.toISOString(),
    ...(sum ?? { total: 0, overdue: 0 }),
    cells,
    stages: stages.map((one) => ({
      ...one,
      medianDays: tenths(one.medianDays),
      maxDays: tenths(one.maxDays),
    })),
  };
}
