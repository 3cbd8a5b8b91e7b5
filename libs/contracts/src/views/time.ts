import { z } from 'zod';
import { Participant, RoundKind } from '../positions.js';
import { Time, Title } from './parts.js';
import { ClockMark } from './register.js';

/*
 * How long, how late, how much: what headquarters says about time and load. Business days and working hours are counted by the
 * clock engine in the calendar of the cabinet.
 */

const tenths = (description: string) => z.number().meta({ description });

const Figures = z
  .object({
    days: tenths('calendar days, one decimal'),
    businessDays: z.int(),
    workingHours: tenths('hours of working days, one decimal'),
    /** Spans of time, each from taking a dossier up to giving it on. */
    count: z.int(),
    medianBusinessDays: tenths('of the spans'),
    p90BusinessDays: tenths('of the spans'),
    openNow: z.int(),
  })
  .meta({ id: 'DwellFigures' });

const DwellRow = z.object({
  /** One of the three, as asked for. */
  organ: z.string().optional(),
  stage: z.string().optional(),
  dossierId: z.string().optional(),
  number: z.string().nullable().optional(),
  title: Title.optional(),
  lead: z.string().optional(),
  /** While the dossier's own leads held it. */
  own: Figures,
  /** While another organ held it. */
  other: Figures,
  /** Of both, in informal rounds before filing; their business days. */
  preCirculationDays: z.int(),
  /** Rounds that stood still; not counted above. */
  suspendedDays: z.int(),
});

const DwellRound = z.object({
  dossierId: z.string(),
  roundNo: z.int(),
  lead: z.string(),
  kind: RoundKind,
  openedAt: Time,
  dueAt: Time,
  workingHours: tenths('that the deadline left').nullable(),
});

export const DwellView = z
  .object({
    now: Time,
    by: z.enum(['organ', 'stage', 'dossier']),
    rows: z.array(DwellRow),
    rounds: z.object({
      informal: z.int(),
      expedited: z.int(),
      /** Deadlines that left less than the least working hours of the policy, the newest first; at most 100. */
      overtime: z.array(DwellRound),
    }),
  })
  .meta({ id: 'DwellView' });
export type DwellView = z.infer<typeof DwellView>;

const LateItem = z.object({
  dossierId: z.string(),
  number: z.string().nullable(),
  type: z.string(),
  title: Title,
  lead: z.string(),
  stage: z.string(),
  /** On whose clock it is. */
  organ: z.string(),
  /** A clock, or what is awaited of the organ. */
  kind: z.enum(['clock', 'position', 'explicit-position', 'answers', 'answer', 'reopening', 'escalation']),
  clock: z.string(),
  dueAt: Time,
  businessDays: z.int().meta({ description: 'since the due time, or until it' }),
  mark: ClockMark,
  roundNo: z.int().nullable(),
  /** MUST opinions without an answer, or the one thread of the clock. */
  threads: z.array(z.string()),
});

export const LateView = z
  .object({
    asOf: Time,
    /** Longest overdue first. */
    late: z.array(LateItem),
    /** Due in the next five business days, the nearest first. */
    upcoming: z.array(LateItem),
  })
  .meta({ id: 'LateView' });
export type LateView = z.infer<typeof LateView>;

export const LoadView = z
  .object({
    from: z.string(),
    to: z.string(),
    warnFrom: z.int().meta({ description: 'so many returns due on a day are warned of' }),
    organs: z.array(
      z.object({
        organ: z.string(),
        days: z.array(z.object({ day: z.string(), returns: z.int(), heavy: z.boolean() })),
      }),
    ),
  })
  .meta({ id: 'LoadView' });
export type LoadView = z.infer<typeof LoadView>;

export const RoundPreviewView = z
  .object({
    dossierId: z.string(),
    kind: RoundKind,
    versionNo: z.int(),
    participants: z.array(Participant),
    minimumDays: z.int().meta({ description: 'business days' }),
    basis: z.string(),
    earliestDueAt: Time,
    /** The wanted due time, or the earliest. */
    dueAt: Time,
    /** Why a round would be refused now; null when nothing stands in its way. */
    obstacle: z.string().nullable(),
    /** What should be thought of before it is opened, e.g. that METI already has 6 returns due that day. */
    warnings: z.array(z.string()),
  })
  .meta({ id: 'RoundPreviewView' });
export type RoundPreviewView = z.infer<typeof RoundPreviewView>;
