import { z } from 'zod';
import { OrganSlug, prose } from './common.js';

/** 関与形態: 執筆 / 合議 / メモ出し / 参考送付. */
export const ParticipantMode = z.enum(['DRAFT', 'CONCUR', 'INPUT', 'INFORM']);

/** What a ministry says of itself. An objection or a condition stands until that ministry sets another position. */
export const Position = z.enum([
  'CONCUR',
  'CONCUR_WITH_COMMENTS',
  'CONDITIONAL',
  'OBJECT',
  'NO_OPINION',
  'NOT_COMPETENT',
]);
export type Position = z.infer<typeof Position>;

/** What silence became at the deadline: silence is accounted for, and never is consent of a mandatory-explicit consultee. */
export const Silence = z.enum(['DEEMED_NO_OPINION', 'DONE', 'OVERDUE_EXPLICIT']);
export type Silence = z.infer<typeof Silence>;

/** All concerned; those a change affects; all within two days by authority; or 事前相談, which binds nobody. */
export const RoundKind = z.enum(['FULL', 'DELTA', 'EXPEDITED', 'INFORMAL']);
export type RoundKind = z.infer<typeof RoundKind>;

export const Participant = z
  .strictObject({
    organ: OrganSlug,
    mode: ParticipantMode,
    mandatoryExplicit: z.boolean(),
    /** Why this organ is asked, e.g. `default consultee`, `mandatory on personal-data`, `named by the lead`. */
    reasons: z.array(z.string()).min(1),
  })
  .meta({ id: 'Participant' });
export type Participant = z.infer<typeof Participant>;

export const Comment = prose(4_000);
export const RoundNo = z.int().min(1).max(99);
