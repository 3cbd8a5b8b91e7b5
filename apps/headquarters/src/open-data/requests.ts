import { LocalDate, OrganSlug, PublicStatus, Ulid } from '#contracts';
import { z } from 'zod';

const Limit = z
  .string()
  .regex(/^\d{1,3}$/, 'a whole number')
  .transform(Number)
  .refine((n) => n >= 1 && n <= 500, '1 to 500')
  .default(100)
  .meta({ description: 'entries on a page, 1 to 500 (100)' });

/** A day stands for its first moment, UTC. */
const Since = z
  .union([LocalDate, z.iso.datetime({ offset: true })])
  .transform((text) => new Date(text).toISOString());

const Format = z.enum(['json', 'csv']).optional().meta({ description: 'goes before the Accept header' });

const shared = {
  format: Format,
  organ: OrganSlug.optional().meta({ description: 'lead or joint lead; of a reservation also its organ' }),
  since: Since.optional().meta({
    description: 'changed later than that; give the latest `modified` you have',
  }),
  limit: Limit,
  cursor: z.string().max(200).optional().meta({ description: '`next` of the page before' }),
};

const at = LocalDate.optional().meta({ description: 'in force on that day' });
const status = PublicStatus.optional();
const dossier = Ulid.optional().meta({ description: 'of one dossier' });

export const GuidelinesQuery = z.strictObject({ ...shared, at, status });
export const DossiersQuery = z.strictObject({
  ...shared,
  ...{ at, status, type: z.enum(['guideline', 'initiative']).optional() },
});
export const DecisionsQuery = z.strictObject({ ...shared, dossier });
export const DispositionsQuery = z.strictObject({ ...shared, dossier });

/** What can be asked of any dataset. */
export type DatasetQuery = z.infer<typeof DossiersQuery> & { dossier?: string | undefined };

export const EntryParams = z.strictObject({ id: Ulid });
export const EntryQuery = z.strictObject({ format: Format });
export const PageQuery = z.strictObject({
  lang: z.enum(['ja', 'en']).default('ja'),
  at: LocalDate.optional().meta({
    description: 'in force on that day; without it, whatever is in force now',
  }),
});
