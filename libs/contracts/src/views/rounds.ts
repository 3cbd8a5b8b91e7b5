import { z } from 'zod';
import { Role } from '../cabinet.js';
import { ParticipantMode, Position, RoundKind, Silence } from '../positions.js';
import { ClauseChange, Weight } from '../threads.js';
import { Sentence, Time, Who } from './parts.js';
import { ProofView } from './threads.js';

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
    label: Sentence,
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
