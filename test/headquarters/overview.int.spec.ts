import { dossierTypes, type BoardView, type CoverageView, type Principal } from '#contracts';
import * as fc from 'fast-check';
import { readBoard } from '../../apps/headquarters/src/queries/board.js';
import { readCoverage } from '../../apps/headquarters/src/queries/coverage.js';
import { sightOf } from '#sight';
import { query } from '../support/database';
import { at, cabinet, Desk, secretariat } from './desk';
import { seenBy, type Look } from './oracle';
import { randomOf, wander } from './wander';

let desk: Desk;
const stories = wander(randomOf(11), 80);
/** When each event of a story was recorded, by the ledger's own clock. */
const recorded = new Map<string, number[]>();

beforeAll(async () => {
  desk = await Desk.open();
  for (const story of stories) await desk.given.tell(story);
  const rows = await query(desk.database.url, 'SELECT stream_id, recorded_at FROM events ORDER BY id');
  for (const { stream_id, recorded_at } of rows as { stream_id: string; recorded_at: Date }[])
    recorded.set(stream_id, [...(recorded.get(stream_id) ?? []), recorded_at.getTime()]);
  await desk.read(secretariat, ['dossiers'], () => Promise.resolve(), await desk.given.number());
});
afterAll(() => desk.close());

interface Seen extends Look {
  id: string;
  type: string;
}

const visible = (principal: Principal): Seen[] => {
  const eyes = sightOf(principal, 'HQ');
  return stories.flatMap((story) => {
    const look = seenBy(story, eyes);
    return look ? [{ ...look, id: story.id, type: story.type }] : [];
  });
};

const median = (sorted: number[]) => {
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
};

const naiveBoard = (seen: Seen[], now: Date): Omit<BoardView, 'now'> => {
  const late = (some: Seen[]) =>
    some.filter(({ clocks }) => [...clocks.values()].some(({ due }) => due < now.getTime())).length;
  const cells = new Map<string, Seen[]>();
  const stages = new Map<string, Seen[]>();
  for (const story of seen) {
    const { pillars, lead } = story.head;
    for (const pillar of pillars.length > 0 ? pillars : [null]) {
      const key = JSON.stringify([story.stage, lead, pillar]);
      cells.set(key, [...(cells.get(key) ?? []), story]);
    }
    stages.set(story.stage, [...(stages.get(story.stage) ?? []), story]);
  }
  return {
    total: seen.length,
    overdue: late(seen),
    cells: [...cells].map(([key, some]) => {
      const [stage, lead, pillar] = JSON.parse(key) as [string, string, 'P1' | null];
      return { stage, lead, pillar, count: some.length, overdue: late(some) };
    }),
    stages: [...stages].map(([stage, some]) => {
      const days = some
        .map(({ id, since }) => (now.getTime() - recorded.get(id)![since]!) / 86_400_000)
        .sort((a, b) => a - b);
      const tenth = (value: number) => Math.round(value * 10) / 10;
      return {
        stage,
        count: some.length,
        overdue: late(some),
        medianDays: tenth(median(days)),
        maxDays: tenth(days.at(-1)!),
      };
    }),
  };
};

const sorted = <One>(list: One[]) =>
  [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const reader = fc.constantFrom(secretariat, at('METI'), at('PPC'), at('MOF', 'DOWNSTREAM'));
const daysFromNow = fc.integer({ min: -12, max: 400 });

describe('the board', () => {
  it('counts what a reader may see, as a recount of the ledger does', async () => {
    await fc.assert(
      fc.asyncProperty(
        reader,
        daysFromNow,
        fc.constantFrom(undefined, 'initiative', 'guideline'),
        async (who, days, type) => {
          // A few minutes off the full day, so that no age lies on the edge of a tenth.
          const now = new Date(Date.now() + days * 86_400_000 + 4_000_000);
          const { answer } = await desk.read(who, ['dossiers'], (rows) => readBoard(rows, type, now));
          const naive = naiveBoard(
            visible(who).filter((story) => !type || story.type === type),
            now,
          );
          expect({ ...answer, cells: sorted(answer.cells), stages: sorted(answer.stages) }).toEqual({
            now: now.toISOString(),
            ...{ ...naive, cells: sorted(naive.cells), stages: sorted(naive.stages) },
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});

const classOf = (story: Seen) => {
  const stage = dossierTypes.find(({ type }) => type === story.type)!.procedures[0]!.stages[story.stage]!;
  if (stage.final) return 'ended' as const;
  return stage.open === 'lead'
    ? ('drafting' as const)
    : stage.open === 'government'
      ? ('adopted' as const)
      : ('underway' as const);
};

const naiveCoverage = (seen: Seen[]): CoverageView => ({
  pillars: (['P1', 'P2', 'P3', 'P4'] as const).map((pillar) => {
    const here = seen.filter((story) => story.head.pillars.includes(pillar));
    const leads = [...new Set(here.map(({ head }) => head.lead))].sort();
    const counts = (type: string, lead: string) => {
      const by = { drafting: 0, underway: 0, adopted: 0, ended: 0 };
      for (const story of here) if (story.type === type && story.head.lead === lead) by[classOf(story)] += 1;
      return by;
    };
    return {
      pillar,
      initiatives: here.filter(({ type }) => type === 'initiative').length,
      guidelines: here.filter(({ type }) => type === 'guideline').length,
      leads: leads.map((lead) => ({
        lead,
        initiatives: counts('initiative', lead),
        guidelines: counts('guideline', lead),
      })),
      none: ['HQ', 'METI', 'MLIT', 'MHLW', 'MOF', 'DA', 'MOE'].filter((slug) => !leads.includes(slug)),
    };
  }),
});

describe('the coverage', () => {
  it('counts initiatives and guidelines by pillar, and shows who has none', async () => {
    for (const who of [secretariat, at('METI'), at('PPC')]) {
      const { answer } = await desk.read(who, ['dossiers'], (rows) =>
        readCoverage(rows, cabinet, '2026-04-01'),
      );
      expect(answer).toEqual(naiveCoverage(visible(who)));
    }
  });
});
