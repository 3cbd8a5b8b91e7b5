import { z } from 'zod';
import { ClauseId } from '../clause.js';
import { OrganSlug, prose } from '../common.js';
import { command } from '../message.js';
import { RoundNo } from '../positions.js';
import { Disposition, NewThread, Proof, ThreadRef } from '../threads.js';
import { answering, leading } from './parts.js';

const named = { LIAISON: 'participant' } as const;

/** Questions and opinions, from raising to a disposition, an agreement or a reservation. */
export const threadCommands = [
  command(
    'RaiseThread',
    'Raise a question or an opinion on a clause.',
    answering,
    z.strictObject({ roundNo: RoundNo, organ: OrganSlug, thread: NewThread }),
  ),
  command(
    'AnswerThread',
    'Answer for the lead; an opinion is answered with a disposition, proved by the text if it stands already.',
    leading,
    z.strictObject({
      thread: ThreadRef,
      answer: prose(4_000),
      disposition: Disposition.optional(),
      proof: Proof.optional(),
    }),
  ),
  command(
    'ProveDisposition',
    'Point to the text that satisfies an adopted opinion.',
    leading,
    z.strictObject({ thread: ThreadRef, proof: Proof }),
  ),
  command(
    'CloseThread',
    'Accept the answer (了).',
    named,
    z.strictObject({ thread: ThreadRef, note: prose(1_000).optional() }),
  ),
  command(
    'ReopenThread',
    'Ask or object again after an answer (再質問・再意見).',
    named,
    z.strictObject({ thread: ThreadRef, body: prose(4_000), proposedText: prose(20_000).optional() }),
  ),
  command(
    'WithdrawThread',
    'Take a question or an opinion back.',
    named,
    z.strictObject({ thread: ThreadRef, reason: prose(2_000).optional() }),
  ),
  command(
    'EscalateThread',
    'Take a thread to the next level of negotiation; for the lead or the commenter.',
    named,
    z.strictObject({ thread: ThreadRef, organ: OrganSlug, reason: prose(2_000) }),
  ),
  command(
    'ReserveThread',
    'Record that an objection is maintained (留保), from the second level on.',
    { LIAISON: 'participant', SECR_APPROVER: 'secretariat', SECR_DIRECTOR: 'secretariat' },
    z.strictObject({ thread: ThreadRef, reason: prose(2_000) }),
  ),
  command(
    'RecordMemorandum',
    'Record what was agreed (覚書・確認事項), linked to threads and clauses; the other parties confirm it.',
    named,
    z.strictObject({
      organ: OrganSlug,
      threads: z.array(ThreadRef).max(50).default([]),
      clauseIds: z.array(ClauseId).min(1).max(50),
      text: prose(10_000),
    }),
  ),
  command(
    'ConfirmMemorandum',
    'Confirm a memorandum word for word for your ministry.',
    named,
    z.strictObject({ organ: OrganSlug, memorandumNo: z.int().min(1) }),
  ),
] as const;
