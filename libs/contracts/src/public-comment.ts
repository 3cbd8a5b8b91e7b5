import { z } from 'zod';
import { Instant, Sha256, Ulid, Wording, line, prose } from './common.js';

/** Statutory (Art. 39), shortened with a published reason (Art. 40), or a voluntary call. */
export const PublicCommentKind = z.enum(['STATUTORY_ART39', 'ART40_SHORT', 'VOLUNTARY']);
export type PublicCommentKind = z.infer<typeof PublicCommentKind>;

/** What anybody may send while a draft is open for comment. Nobody has to say who they are. */
export const NewPublicComment = z
  .strictObject({ text: prose(20_000), name: line(100).optional(), affiliation: line(200).optional() })
  .meta({ id: 'NewPublicComment' });
export type NewPublicComment = z.infer<typeof NewPublicComment>;

export const PublicCommentReceipt = z
  .strictObject({ receipt: Ulid.meta({ description: 'number of the receipt' }), receivedAt: Instant })
  .meta({ id: 'PublicCommentReceipt' });
export type PublicCommentReceipt = z.infer<typeof PublicCommentReceipt>;

/** 公示: on what, until when, and under which rule comments are taken. It does not say how many there are. */
export const PublicCommentNotice = z
  .strictObject({
    dossierId: Ulid,
    title: Wording,
    open: z.boolean().meta({ description: 'comments are taken now' }),
    kind: PublicCommentKind,
    openAt: Instant,
    closeAt: Instant,
    days: z.int(),
    reasonIfShort: z.string().optional().meta({ description: 'Art. 40: why it is shorter than 30 days' }),
    caseNo: z.string().optional(),
    versionNo: z.int(),
    sha256: Sha256,
    materials: z.array(z.string()),
  })
  .meta({ id: 'PublicCommentNotice' });
export type PublicCommentNotice = z.infer<typeof PublicCommentNotice>;

/** Comments that say the same; names are of the one whose text is shown. */
const CommentGroup = z
  .strictObject({
    no: z.int().meta({ description: 'in the order in which groups came up; stays when others follow' }),
    count: z.int(),
    firstAt: Instant,
    lastAt: Instant,
    text: z.string(),
    name: z.string().optional(),
    affiliation: z.string().optional(),
  })
  .meta({ id: 'CommentGroup' });

export const CommentGroups = z
  .strictObject({
    received: z.int(),
    unique: z.int(),
    items: z.array(CommentGroup),
    next: z.string().optional().meta({ description: 'for `before`; absent on the last page' }),
  })
  .meta({ id: 'CommentGroups' });
export type CommentGroups = z.infer<typeof CommentGroups>;

/** Query of the groups: newest first. */
export const CommentGroupsRequest = z.strictObject({
  before: z
    .string()
    .regex(/^\d{1,18}$/, 'the `next` of a page')
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type CommentGroupsRequest = z.infer<typeof CommentGroupsRequest>;
