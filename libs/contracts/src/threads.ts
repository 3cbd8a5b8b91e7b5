import { z } from 'zod';
import { ClauseId } from './clause.js';
import { Instant, OrganSlug, line, prose } from './common.js';

/** A thread by its raiser and number, e.g. PPC#1. */
export const ThreadRef = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,7}#[1-9]\d{0,3}$/, 'a thread such as PPC#1')
  .meta({ id: 'ThreadRef' });

/** 質問 / 意見. */
export const ThreadKind = z.enum(['QUESTION', 'OPINION']);

/** 必須(同意条件) / 要望 / 参考: a MUST ends in a proved disposition or a reservation, never by silence. */
export const Weight = z.enum(['MUST', 'SHOULD', 'NOTE']);
export type Weight = z.infer<typeof Weight>;

/** 対処方針: 採用 / 一部採用 / 不採用 / 説明. */
export const Disposition = z.enum(['ADOPTED', 'PARTLY_ADOPTED', 'NOT_ADOPTED', 'EXPLAINED']);
export type Disposition = z.infer<typeof Disposition>;

export const ThreadState = z.enum([
  ...['OPEN', 'ANSWERED', 'REOPENED', 'CLOSED', 'WITHDRAWN', 'ESCALATED', 'RESERVED'],
] as const);
export type ThreadState = z.infer<typeof ThreadState>;

/** The text that satisfied an opinion, and where it stands: it must be found word for word in that clause of that version. */
export const Proof = z
  .strictObject({ versionNo: z.int().min(1), clauseId: ClauseId, text: prose(4_000) })
  .meta({ id: 'Proof' });
export type Proof = z.infer<typeof Proof>;

/** 折衝段階: 担当 / 課長級 / 局長級 / 次官級 / 閣僚級. */
export const EscalationLevel = z.int().min(0).max(4);

/** What a thread is raised with, besides where and by whom. */
const said = {
  clauseId: ClauseId.optional(),
  /** Must be found in the clause it is anchored to. */
  quotedText: prose(2_000).optional(),
  body: prose(4_000),
  reason: prose(4_000).optional(),
  desk: line(100).optional(),
};

export const NewThread = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('QUESTION'), weight: Weight.default('NOTE'), ...said }),
    z.strictObject({
      kind: z.literal('OPINION'),
      weight: Weight,
      ...said,
      /** 修文意見: the replacement text. */
      proposedText: prose(20_000).optional(),
    }),
  ])
  .meta({ id: 'NewThread' });

/** How a MUST thread ended, as the conclusion of a round records it. */
export const LedgerLine = z
  .strictObject({
    thread: ThreadRef,
    weight: Weight,
    end: z.enum(['PROVED', 'ACCEPTED', 'SILENT', 'WITHDRAWN', 'RESERVED']),
    proof: Proof.optional(),
  })
  .meta({ id: 'LedgerLine' });
export type LedgerLine = z.infer<typeof LedgerLine>;

/** 留保: an objection maintained, carried verbatim to the decision. */
export const Reservation = z
  .strictObject({
    thread: ThreadRef,
    organ: OrganSlug,
    clauseId: ClauseId.optional(),
    body: z.string(),
    reason: z.string(),
    level: EscalationLevel,
  })
  .meta({ id: 'Reservation' });
export type Reservation = z.infer<typeof Reservation>;

/** 調整意見: what a ministry says to the deciders in its own words; nobody else can edit it. At most 400 characters. */
export const Statement = z
  .strictObject({ organ: OrganSlug, text: prose(400), at: Instant.optional() })
  .meta({ id: 'Statement' });
export type Statement = z.infer<typeof Statement>;

/** How a clause of one text differs from the same clause of another. */
export const ClauseChange = z
  .strictObject({
    clauseId: ClauseId,
    change: z.enum(['added', 'removed', 'changed', 'moved']),
  })
  .meta({ id: 'ClauseChange' });
export type ClauseChange = z.infer<typeof ClauseChange>;
