import { z } from 'zod';

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 17:00');

const knownZone = (name: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

/** A closure of every year (MM-DD) or of one year only (YYYY-MM-DD). */
const Closure = z
  .string()
  .refine(
    (text) => z.iso.date().safeParse(text.length === 5 ? `2024-${text}` : text).success,
    'a day such as 12-29 or 2026-12-24',
  );

/** Which days and hours an administration works, as a cabinet file says it; national holidays come from the country. */
export const CalendarSpec = z.strictObject({
  country: z.enum(['JP', 'US-FEDERAL']),
  timeZone: z.string().refine(knownZone, 'a time zone such as Asia/Tokyo'),
  extraClosures: z.array(Closure).default([]),
  latestCirculation: ClockTime.default('16:00'),
  dueTime: ClockTime.default('17:00'),
  workingDay: z
    .strictObject({ from: ClockTime, to: ClockTime })
    .refine((day) => day.from < day.to, 'a working day ends after it begins')
    .default({ from: '08:30', to: '17:15' }),
});
export type CalendarSpec = z.infer<typeof CalendarSpec>;

/** The same as plain data for the clock engine. Dates are 'YYYY-MM-DD' in `timeZone`; years outside of it are unknown. */
export interface Calendar extends Readonly<Omit<CalendarSpec, 'country' | 'extraClosures'>> {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly holidays: ReadonlySet<string>;
  /** 'MM-DD' or 'YYYY-MM-DD'. */
  readonly closures: ReadonlySet<string>;
}
