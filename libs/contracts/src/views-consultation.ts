import { z } from 'zod';
import { Clause } from './clause.js';
import { ParticipantMode, Position, RoundKind, Silence } from './positions.js';
import { Role } from './people.js';
import { ClauseChange, Disposition, ThreadKind, ThreadState, Weight } from './threads.js';

/*
 * The consultation sheet of one dossier (協議票): what its stream says of rounds, positions and threads, as far as it is open to the
 * reader. An answer is parsed with its schema before it is sent. An organ that is null is a participant whose name is not shown
 * before the due time of its round.
 */

const Time = z.string().meta({ description: 'ISO 8601, UTC', format: 'date-time' });
const Ledger = z.int().meta({ description: 'position in the ledger' });
const Words = z.object({ ja: z.string(), en: z.string() });
const Title = z.object({ ja: z.string().optional(), en: z.string().optional() });
const Who = z.string().nullable();

const ProofView = z.object({
  versionNo: z.int(),
  clauseId: z.string(),
  /** Null: the version is not open to the reader. */
  text: z.string().nullable(),
  /** The clause of the text of this sheet still says it, word for word. */
  holds: z.boolean(),
});

export const ExchangeView = z.object({
  kind: z.enum([
    ...['answered', 'proved', 'reopened', 'closed', 'closed-by-silence', 'withdrawn'],
    ...['escalation-proposed', 'escalated', 'reserved'],
  ] as const),
  at: Time,
  organ: Who,
  text: z.string().nullable(),
  proposedText: z.string().nullable(),
  disposition: Disposition.nullable(),
  level: z.int().nullable(),
  /** The rung of the ladder by which it was escalated. */
  rule: z.string().nullable(),
  proof: ProofView.nullable(),
});
export type ExchangeView = z.infer<typeof ExchangeView>;

export const ThreadView = z
  .object({
    ref: z.string().meta({ description: 'e.g. PPC#1; *#3 while the name of its ministry is not shown' }),
    organ: Who,
    desk: z.string().nullable(),
    roundNo: z.int(),
    versionNo: z.int(),
    kind: ThreadKind,
    weight: Weight,
    clauseId: z.string().nullable(),
    heading: z.string().nullable(),
    quotedText: z.string().nullable(),
    body: z.string(),
    reason: z.string().nullable(),
    proposedText: z.string().nullable(),
    raisedAt: Time,
    late: z.boolean(),
    state: ThreadState,
    level: z.int(),
    disposition: Disposition.nullable(),
    proof: ProofView.nullable(),
    exchanges: z.array(ExchangeView),
  })
  .meta({ id: 'ThreadView' });
export type ThreadView = z.infer<typeof ThreadView>;

export const SheetParticipant = z.object({
  organ: z.string(),
  mode: ParticipantMode,
  mandatoryExplicit: z.boolean(),
  reasons: z.array(z.string()),
  desk: z.string().nullable(),
  position: Position.nullable(),
  comment: z.string().nullable(),
  positionAt: Time.nullable(),
  late: z.boolean(),
  silence: Silence.nullable(),
  /** Nobody of the organ did anything in the round: not even a desk was allocated. */
  untouched: z.boolean(),
  released: z.boolean(),
  /** What it said is among `unnamed`. */
  hidden: z.boolean(),
});
export type SheetParticipant = z.infer<typeof SheetParticipant>;

export const ObjectionView = z.object({
  objectionNo: z.int(),
  organ: Who,
  claim: z.enum(['NOT_OURS', 'ALSO']),
  also: z.string().nullable(),
  reason: z.string(),
  at: Time,
  ruling: z.enum(['UPHELD', 'DISMISSED', 'STANDS']).nullable(),
  ruledAt: Time.nullable(),
  rulingReason: z.string().nullable(),
});

const LineView = z.object({
  thread: z.string(),
  weight: Weight,
  end: z.enum(['PROVED', 'ACCEPTED', 'SILENT', 'WITHDRAWN', 'RESERVED']),
  proof: ProofView.nullable(),
});

export const SheetRound = z
  .object({
    no: z.int(),
    kind: RoundKind,
    label: Words,
    openedBy: z.object({ role: Role, organ: z.string() }),
    reason: z.string().nullable(),
    versionNo: z.int(),
    sha256: z.string(),
    openedAt: Time,
    dueAt: Time,
    minimumDays: z.int(),
    basis: z.string(),
    state: z.enum(['OPEN', 'SUSPENDED', 'ANSWERING', 'CONTINUED', 'CONCLUDED', 'ABANDONED']),
    namesHidden: z.boolean(),
    suspensions: z.array(
      z.object({
        at: Time,
        ground: z.enum(['LEAD', 'PROCEDURAL_FAULT', 'CO_LEAD_WITHDRAWN']),
        reason: z.string(),
        resumedAt: Time.nullable(),
        resumedBecause: z.string().nullable(),
      }),
    ),
    extensions: z.array(
      z.object({
        at: Time,
        dueAt: Time,
        by: z.enum(['lead', 'secretariat', 'allocation']),
        reason: z.string(),
      }),
    ),
    delta: z.object({ fromVersionNo: z.int(), changes: z.array(ClauseChange) }).nullable(),
    participants: z.array(SheetParticipant),
    /** What participants said whose names are not shown yet, in the order of the positions. */
    unnamed: z.array(z.object({ position: Position, comment: z.string().nullable(), late: z.boolean() })),
    objections: z.array(ObjectionView),
    conclusion: z
      .object({
        at: Time,
        outcome: z.enum(['AGREED', 'WITH_RESERVATION', 'INFORMAL']),
        sha256: z.string(),
        ledger: z.array(LineView),
      })
      .nullable(),
  })
  .meta({ id: 'SheetRound' });
export type SheetRound = z.infer<typeof SheetRound>;

export const MemorandumView = z.object({
  memorandumNo: z.int(),
  organ: z.string(),
  parties: z.array(z.string()),
  confirmedBy: z.array(z.string()),
  level: z.int(),
  threads: z.array(z.string()),
  clauseIds: z.array(z.string()),
  text: z.string(),
  at: Time,
});

const ReservationView = z.object({
  thread: z.string(),
  organ: Who,
  clauseId: z.string().nullable(),
  body: z.string(),
  reason: z.string(),
  level: z.int(),
});

export const MissingPoint = z.object({ thread: z.string().nullable(), organ: Who, why: z.string() });

const VersionRef = z.object({
  no: z.int(),
  /** Null: the version is not open to the reader. */
  sha256: z.string().nullable(),
  at: Time,
});

const Tally = z.object({ weight: Weight, state: ThreadState, count: z.int() });
const OrganTally = z.object({
  organ: Who,
  must: z.int(),
  should: z.int(),
  note: z.int(),
  /** Neither closed nor withdrawn nor reserved. */
  open: z.int(),
});

export const ConsultationSheet = z
  .object({
    dossierId: z.string(),
    /** The last fact that the sheet stands for, and when it came about. */
    position: Ledger,
    at: Time,
    number: z.string().nullable(),
    type: z.string(),
    title: Title,
    lead: z.string(),
    coLeads: z.array(z.string()),
    stage: z.string(),
    stageName: Words,
    version: VersionRef,
    /** CONSULTATION: whole, for those who take part. OUTCOME: only what the government may know of it. */
    scope: z.enum(['CONSULTATION', 'OUTCOME']),
    /** What was left out, and why. */
    notes: z.array(Words),
    rounds: z.array(SheetRound),
    threads: z.array(ThreadView),
    memoranda: z.array(MemorandumView),
    statements: z.array(z.object({ organ: Who, text: z.string(), at: Time.nullable() })),
    reservations: z.array(ReservationView),
    /** What keeps the running round from being concluded. */
    missing: z.array(MissingPoint),
    counts: z.object({ byWeight: z.array(Tally), byOrgan: z.array(OrganTally) }),
  })
  .meta({ id: 'ConsultationSheet' });
export type ConsultationSheet = z.infer<typeof ConsultationSheet>;

/** A dossier as it was at a position or a time: its text and every position. */
export const AsOfView = z
  .object({
    position: Ledger,
    at: Time,
    stage: z.string(),
    version: z.object({
      ...VersionRef.shape,
      /** Null: the version is not open to the reader. */
      clauses: z.array(Clause).nullable(),
    }),
    sheet: ConsultationSheet,
  })
  .meta({ id: 'AsOfView' });
export type AsOfView = z.infer<typeof AsOfView>;

export const ExplainedTransition = z.object({
  position: Ledger,
  at: Time,
  command: z.string(),
  commandId: z.string(),
  actor: z.object({
    role: Role,
    /** Null: a participant whose name is not shown yet. */
    organ: Who,
    /** For the own organ and the secretariat. */
    person: z.string().nullable(),
  }),
  onBehalfOf: z.string().nullable(),
  delegationId: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string(),
  events: z.array(z.string()),
  rule: z.object({
    procedure: z.string(),
    version: z.int(),
    hash: z.string(),
    /** The line of the procedure that allowed it; null for the first draft, a change of procedure and what a clock records. */
    transition: z
      .object({
        command: z.string(),
        from: z.array(z.string()),
        to: z.string().nullable(),
        variant: z.string().nullable(),
        guards: z.array(z.string()),
      })
      .nullable(),
    /** Roles to which the rule gives it; SYSTEM for what a clock does. */
    by: z.array(Role),
  }),
  evidence: z.array(z.object({ guard: z.string(), facts: z.record(z.string(), z.unknown()) })),
  /** The work item or the clock that caused it; null when a person did. */
  causation: z.string().nullable(),
});
export type ExplainedTransition = z.infer<typeof ExplainedTransition>;

/** Every transition of a dossier with the rule that allowed it and what it was decided on. */
export const ExplainedDossier = z
  .object({ dossierId: z.string(), transitions: z.array(ExplainedTransition) })
  .meta({ id: 'ExplainedDossier' });
export type ExplainedDossier = z.infer<typeof ExplainedDossier>;
