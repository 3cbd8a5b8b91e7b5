import { inForce, Pillar, type Cabinet, type CoverageView, type StageClass } from '#contracts';
import type { Rows } from '../read-models/readers.js';

interface Count {
  pillar: Pillar;
  lead: string;
  type: string;
  stage_class: StageClass;
  count: number;
}

const countsOf = (counts: Count[]) => {
  const by = { drafting: 0, underway: 0, adopted: 0, ended: 0 };
  for (const { stage_class, count } of counts) by[stage_class] += count;
  return by;
};

const sum = (counts: Count[]) => counts.reduce((total, { count }) => total + count, 0);

/**
 * Who does what for each pillar of the Basic Plan, as far as it is open to the reader, and who nothing.
 * @param date the day, in the cabinet's time zone, on which organs must exist
 */
export async function readCoverage(rows: Rows, { organs }: Cabinet, date: string): Promise<CoverageView> {
  const counts = await rows<Count>(
    `SELECT pillar, lead, type, stage_class, count(*)::int AS count FROM register, unnest(pillars) AS pillar
     WHERE type IN ('initiative', 'guideline') GROUP BY 1, 2, 3, 4`,
  );
  const couldLead = organs
    .filter((organ) => organ.tier === 'lead' && inForce(organ, date))
    .map(({ slug }) => slug);
  return {
    pillars: Pillar.options.map((pillar) => {
      const here = counts.filter((one) => one.pillar === pillar);
      const leads = [...new Set(here.map(({ lead }) => lead))].sort();
      const of = (type: string, lead?: string) =>
        here.filter((one) => one.type === type && (lead === undefined || one.lead === lead));
      return {
        pillar,
        initiatives: sum(of('initiative')),
        guidelines: sum(of('guideline')),
        leads: leads.map((lead) => ({
          lead,
          initiatives: countsOf(of('initiative', lead)),
          guidelines: countsOf(of('guideline', lead)),
        })),
        none: couldLead.filter((slug) => !leads.includes(slug)),
      };
    }),
  };
}
