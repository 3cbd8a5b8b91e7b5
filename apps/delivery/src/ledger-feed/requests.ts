import { LocalDate } from '#contracts';
import { z } from 'zod';

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,16}$/, 'a whole number')
    .transform(Number)
    .refine((n) => n >= min && n <= max, `from ${min} to ${max}`);

export const LedgerQuery = z.strictObject({
  after: whole(0, Number.MAX_SAFE_INTEGER)
    .default(0)
    .meta({ description: 'the position it goes on behind (0)' }),
  limit: whole(1, 1_000).default(500).meta({ description: 'events at most, 1 to 1000 (500)' }),
  wait: whole(0, 30).default(0).meta({ description: 'seconds to wait for the first event, 0 to 30 (0)' }),
});

export const DigestQuery = z.strictObject({
  day: LocalDate.optional().meta({ description: 'only this day, in the time zone of the cabinet' }),
  upTo: whole(0, Number.MAX_SAFE_INTEGER)
    .optional()
    .meta({ description: 'the last position that counts (the head)' }),
});
