import {
  CompetenceTag,
  Disposition,
  Instant,
  LocalDate,
  OrganSlug,
  RoundKind,
  Stage,
  ThreadRef,
  Ulid,
} from '#contracts';
import { z } from 'zod';
import { Limit } from './requests.js';

const organs = z
  .string()
  .max(500)
  .transform((text) => text.split(','))
  .pipe(z.array(OrganSlug).max(80))
  .meta({ description: 'organs, separated by commas' });

export const DwellQuery = z.strictObject({
  by: z.enum(['organ', 'stage', 'dossier']).default('organ'),
  organ: OrganSlug.optional().meta({ description: 'time that this organ held' }),
  stage: Stage.optional(),
  dossier: Ulid.optional(),
  from: Instant.optional().meta({ description: 'only what lies after it; spans are cut there' }),
  to: Instant.optional().meta({ description: 'only what lies before it' }),
});
export type DwellQuery = z.infer<typeof DwellQuery>;

export const LateQuery = z.strictObject({
  organ: OrganSlug.optional().meta({ description: 'on whose clock' }),
  asOf: Instant.optional().meta({ description: 'the moment at which delays are measured (the present)' }),
});
export type LateQuery = z.infer<typeof LateQuery>;

export const LoadQuery = z.strictObject({
  organs: organs.optional(),
  from: LocalDate.optional().meta({ description: 'first day (today)' }),
  to: LocalDate.optional().meta({ description: 'last day (20 business days later)' }),
});
export type LoadQuery = z.infer<typeof LoadQuery>;

export const RoundPreviewQuery = z.strictObject({
  kind: RoundKind.extract(['FULL', 'DELTA', 'EXPEDITED']).default('FULL'),
  dueAt: Instant.optional().meta({ description: 'a wanted due time (the earliest lawful one)' }),
});
export type RoundPreviewQuery = z.infer<typeof RoundPreviewQuery>;

export const PrecedentQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .min(2)
    .max(200)
    .refine((text) => !text.includes('\0'), 'text without U+0000')
    .optional()
    .meta({ description: 'words that must all occur, Japanese (two characters or more) or English' }),
  dossier: Ulid.optional().meta({ description: 'with `thread`: what is like this thread' }),
  thread: ThreadRef.optional(),
  clauseTag: CompetenceTag.optional(),
  organ: OrganSlug.optional().meta({ description: 'who asked or objected' }),
  disposition: Disposition.optional(),
  limit: Limit,
});
export type PrecedentQuery = z.infer<typeof PrecedentQuery>;
