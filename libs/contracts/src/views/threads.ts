import { z } from 'zod';
import { Disposition, ThreadKind, ThreadState, Weight } from '../threads.js';
import { Time, Who } from './parts.js';

export const ProofView = z.object({
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
