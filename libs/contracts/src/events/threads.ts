import { z } from 'zod';
import { ClauseId } from '../clause.js';
import { OrganSlug } from '../common.js';
import { event } from '../message.js';
import { Disposition, EscalationLevel, Proof, ThreadKind, ThreadRef, Weight } from '../threads.js';
import { VersionNo, roundNo } from './parts.js';

const thread = ThreadRef;
const text = z.string();

/** What is said about the text, clause by clause, and how it ended. */
export const threadEvents = [
  event(
    'ThreadRaised',
    z.strictObject({
      roundNo,
      thread,
      organ: OrganSlug,
      desk: text.optional(),
      kind: ThreadKind,
      weight: Weight,
      versionNo: VersionNo,
      clauseId: ClauseId.optional(),
      quotedText: text.optional(),
      body: text,
      reason: text.optional(),
      proposedText: text.optional(),
      late: z.boolean(),
    }),
  ),
  event(
    'ThreadAnswered',
    z.strictObject({ thread, answer: text, disposition: Disposition.optional(), proof: Proof.optional() }),
  ),
  event('DispositionProved', z.strictObject({ thread, proof: Proof })),
  event(
    'ThreadClosed',
    z.strictObject({ thread, by: z.enum(['commenter', 'silence']), note: text.optional() }),
  ),
  event(
    'ThreadReopened',
    z.strictObject({ thread, body: text, proposedText: text.optional(), times: z.int().min(1) }),
  ),
  event('ThreadWithdrawn', z.strictObject({ thread, reason: text.optional() })),
  /** The third re-opinion: the negotiation belongs on a higher level. */
  event('EscalationProposed', z.strictObject({ thread, level: EscalationLevel })),
  event(
    'ThreadEscalated',
    z.strictObject({
      thread,
      level: EscalationLevel,
      by: z.enum(['lead', 'commenter', 'clock']),
      reason: text.optional(),
      /** The rung of the cabinet's ladder, e.g. escalation/L2. */
      rule: text,
    }),
  ),
  event(
    'ThreadReserved',
    z.strictObject({
      thread,
      level: EscalationLevel,
      by: z.enum(['commenter', 'secretariat']),
      reason: text,
    }),
  ),
  event(
    'MemorandumRecorded',
    z.strictObject({
      memorandumNo: z.int().min(1),
      organ: OrganSlug,
      /** Who must confirm it before it counts. */
      parties: z.array(OrganSlug),
      level: EscalationLevel,
      threads: z.array(thread),
      clauseIds: z.array(ClauseId),
      text,
    }),
  ),
  event('MemorandumConfirmed', z.strictObject({ memorandumNo: z.int().min(1), organ: OrganSlug })),
  /** Five business days after the deadline a MUST has no answer: the secretariat is warned. */
  event('AnswersOverdue', z.strictObject({ roundNo, threads: z.array(thread) })),
] as const;
