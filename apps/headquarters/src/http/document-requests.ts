import { OrganSlug } from '#contracts';
import { z } from 'zod';

export const OpinionTableQuery = z.strictObject({
  organ: OrganSlug.optional().meta({
    description: 'the table of this ministry for the running round, to fill and to return',
  }),
});

export const CoverQuery = z.strictObject({
  round: z
    .string()
    .regex(/^[1-9]\d?$/, 'the number of a round')
    .transform(Number)
    .optional()
    .meta({ description: 'number of the round (the last one)' }),
});
