import { z } from 'zod';
import { Clause } from '../clause.js';
import { ThreadState, Weight } from '../threads.js';
import { Receipt } from './evidence.js';
import { Title, Sentence, Time, Ledger, Who } from './parts.js';
import { ThreadView } from './threads.js';
import { SheetRound } from './rounds.js';

/*
 * The consultation sheet of one dossier (協議票): what its stream says of rounds, positions and threads, as far as it is open to the
 * reader. An answer is parsed with its schema before it is sent. An organ that is null is a participant whose name is not shown
 * before the due time of its round.
 */

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
    stageName: Sentence,
    version: VersionRef,
    /** Of the decision; null: there is none. Addresses are relative to the transparency log where its own is not configured. */
    receipt: Receipt.nullable(),
    /** CONSULTATION: whole, for those who take part. OUTCOME: only what the government may know of it. */
    scope: z.enum(['CONSULTATION', 'OUTCOME']),
    /** What was left out, and why. */
    notes: z.array(Sentence),
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
