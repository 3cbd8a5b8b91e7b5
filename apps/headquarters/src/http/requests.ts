import {
  CompetenceTag,
  dossierTypes,
  Holder,
  Instant,
  OrganSlug,
  Pillar,
  Role,
  Stage,
  Ulid,
  type DossierType,
} from '#contracts';
import { requested } from '#platform';
import { z } from 'zod';

const whole = (max: number) =>
  z
    .string()
    .regex(/^\d{1,16}$/, 'a whole number')
    .transform(Number)
    .refine((n) => n <= max, `at most ${max}`);

export const Limit = whole(200)
  .refine((n) => n >= 1, 'at least 1')
  .default(50)
  .meta({ description: 'items on a page, 1 to 200 (50)' });
const Cursor = z.string().max(200).optional().meta({ description: '`next` of the page before' });
const Type = z.enum(dossierTypes.map(({ type }) => type) as [DossierType, ...DossierType[]]);

export const PageQuery = z.strictObject({ limit: Limit, cursor: Cursor });
export type PageQuery = z.infer<typeof PageQuery>;

export const DossierQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((text) => !text.includes('\0'), 'text without U+0000')
    .optional()
    .meta({ description: 'words that must all occur, Japanese or English; or a number' }),
  stage: Stage.optional(),
  lead: OrganSlug.optional(),
  type: Type.optional(),
  pillar: Pillar.optional(),
  tag: CompetenceTag.optional(),
  holder: Holder.optional(),
  overdue: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  changedAfterPosition: whole(Number.MAX_SAFE_INTEGER)
    .optional()
    .meta({ description: 'changed later than this position of the ledger' }),
  limit: Limit,
  cursor: Cursor,
});
export type DossierQuery = z.infer<typeof DossierQuery>;

export const InboxQuery = z.strictObject({
  organ: OrganSlug.optional(),
  role: Role.optional(),
  dossierId: Ulid.optional(),
  state: z.enum(['open', 'done', 'all']).default('open'),
  limit: Limit,
  cursor: Cursor,
});
export type InboxQuery = z.infer<typeof InboxQuery>;

export const BoardQuery = z.strictObject({
  type: Type.optional(),
  now: Instant.optional().meta({
    description: 'the moment at which ages and delays are measured (the present)',
  }),
});

export const NoQuery = z.strictObject({});

const Position = whole(Number.MAX_SAFE_INTEGER).optional();
const At = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .optional();
const onlyOne = ({ position, at }: { position?: number | undefined; at?: string | undefined }) =>
  position === undefined || at === undefined;

/** A moment of one dossier; without any, now. A moment to come is now as well. */
export const AsOfQuery = z
  .strictObject({
    position: Position.meta({ description: 'as it was at this position of the ledger' }),
    at: At.meta({ description: 'as it was at this time' }),
  })
  .refine(onlyOne, 'give position or at, not both');

export const SheetQuery = z
  .strictObject({
    asOf: Position.meta({ description: 'as it was at this position of the ledger' }),
    at: At.meta({ description: 'as it was at this time' }),
  })
  .refine(({ asOf, at }) => onlyOne({ position: asOf, at }), 'give asOf or at, not both');

export const OldNewQuery = z.strictObject({
  from: whole(100_000).optional().meta({ description: 'number of the older version' }),
  to: whole(100_000).optional().meta({ description: 'number of the newer version' }),
});

export const DossierParams = z.strictObject({ id: Ulid });
export const VersionParams = z.strictObject({ id: Ulid, no: whole(100_000) });
export const ModelParams = z.strictObject({
  name: z.string().regex(/^[a-z][a-z_]{1,30}$/, 'a name such as dossiers'),
});

const MinPosition = whole(Number.MAX_SAFE_INTEGER).optional();

/** What the answer must have seen: the header Min-Position, 0 when absent. Throws invalid-request. */
export const minPositionOf = (headers: Record<string, string | string[] | undefined>): number =>
  requested(z.object({ 'min-position': MinPosition }), { 'min-position': headers['min-position'] })[
    'min-position'
  ] ?? 0;
