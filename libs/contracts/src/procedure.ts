import { z } from 'zod';
import { line } from './common.js';
import { Role } from './people.js';

/** Who has to act next while a dossier stands in a stage; dwell time is booked on it. */
export const Holder = z.enum(['lead', 'secretariat', 'participants', 'nobody']);

export const Stage = z.string().regex(/^[A-Z][A-Z_]{2,39}$/);

const StageClock = z.strictObject({
  clock: z.string().regex(/^[a-z][a-z-]{2,39}$/),
  /** Key of the cabinet's `policy.clockDays` or, in calendar days or months, of `policy.expiry`. */
  period: line(40),
  unit: z.enum(['business-days', 'calendar-days', 'months']),
  /** A date of the dossier itself, when it has one, goes before the period. */
  until: z.enum(['reviewBy']).optional(),
  /** Only for instruments of these deciding bodies. */
  onlyFor: z.array(line(40)).optional(),
  /** Later stages in which it goes on running; in every other it stops. */
  runsOnIn: z.array(Stage).default([]),
  /** What the machine does at the due time; without it the clock only warns and shows. Nothing is ever approved by a clock. */
  onDue: z.enum(['AcceptUnchecked', 'Lapse', 'Archive', 'BecomeReviewDue']).optional(),
  /** Stages in which it stands still; back from them it has the business days that were left. */
  pausesIn: z.array(Stage).optional(),
  /** Who is called in when it is overdue, after so many business days; nobody's silence approves. */
  ladder: z.array(z.strictObject({ afterDays: z.int().min(0), to: Role })).optional(),
});

const Transition = z.strictObject({
  command: line(40),
  from: z.array(Stage).min(1),
  /** Absent: the stage stays. */
  to: Stage.optional(),
  /** Tells two transitions of one command apart, e.g. an endorsement with conditions. */
  variant: line(40).optional(),
  /** Narrows the command's roles for this transition. */
  by: z.array(Role).optional(),
  /** Names of guards in the domain, all of which must hold. */
  guards: z.array(line(60)).default([]),
});

/** The life of a dossier type as data. A case is pinned to the version, by content hash, that it began with. */
export const Procedure = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z-]{2,39}$/),
    version: z.int().min(1),
    initial: Stage,
    stages: z.record(
      Stage,
      z.strictObject({
        ja: line(40),
        en: line(60),
        holder: Holder,
        /** Who may read: the lead only, also the secretariat, every participant, or the whole government. */
        open: z.enum(['lead', 'secretariat', 'participants', 'government']),
        final: z.boolean().default(false),
        clocks: z.array(StageClock).default([]),
      }),
    ),
    transitions: z.array(Transition),
  })
  .superRefine((procedure, context) => {
    const known = new Set(Object.keys(procedure.stages));
    const named = procedure.transitions.flatMap((t) => [...t.from, ...(t.to ? [t.to] : [])]);
    const clocks = Object.values(procedure.stages).flatMap((stage) => stage.clocks);
    for (const stage of [
      procedure.initial,
      ...named,
      ...clocks.flatMap(({ runsOnIn, pausesIn = [] }) => [...runsOnIn, ...pausesIn]),
    ])
      if (!known.has(stage)) context.addIssue({ code: 'custom', message: `no stage ${stage} is declared` });
  });
export type Procedure = z.infer<typeof Procedure>;
export type ProcedureInput = z.input<typeof Procedure>;

/** What a case remembers of its procedure. */
export const ProcedurePin = z.strictObject({ name: line(40), version: z.int().min(1), hash: z.string() });
export type ProcedurePin = z.infer<typeof ProcedurePin>;
