import { z } from 'zod';

const days = (fallback: number) => z.int().min(0).max(1000).default(fallback);
const yen = (fallback: number) => z.int().min(0).default(fallback);

/** Least length of a consultation in business days, by what is consulted on. */
const MinimumDays = z.strictObject({
  upTo20Pages: days(10),
  over20Pages: days(15),
  expedited: days(2),
});

/** How long an organ may hold a dossier, in business days. */
const ClockDays = z.strictObject({
  ministryApproval: days(5),
  completeness: days(2),
  review: days(15),
  secretariatReview: days(10),
  publication: days(5),
});

/** Reminders in business days before and after a deadline. */
const Reminders = z.strictObject({
  warnBefore: days(2),
  overdueAfter: z.array(z.int().min(1)).default([1, 3]),
});

/** Idle dossiers, in calendar days: a returned one lapses (after a warning), an untouched draft is archived. */
const Expiry = z.strictObject({ lapse: days(60), lapseWarning: days(45), archive: days(180) });

/** Periods and thresholds a cabinet may set for itself. */
export const Policy = z.strictObject({
  minimumDays: MinimumDays.prefault({}),
  /** No deadline earlier than so many working hours after sending, unless expedited. */
  minimumWorkingHours: z.int().min(0).max(200).default(24),
  clockDays: ClockDays.prefault({}),
  reminders: Reminders.prefault({}),
  expiry: Expiry.prefault({}),
  /** Above this the director decides instead of the approver. */
  largeBudgetYen: yen(10_000_000_000),
  /** Above this an initiative is consulted on. */
  consultationBudgetYen: yen(1_000_000_000),
});
export type Policy = z.infer<typeof Policy>;
