import type { Calendar } from '#contracts';
import { addBusinessDays, businessDayFrom, isBusinessDay } from './business-days.js';
import { addWorkingHours } from './working-hours.js';
import { epochOf, instantOf, localDate, localTime } from './zone.js';

/** Day 0 of a clock: the day of sending, or the next business day when sent on a day off or after the latest circulation. */
export const countingDay = (calendar: Calendar, sentAt: string): string => {
  const date = localDate(sentAt, calendar.timeZone);
  const late = localTime(sentAt, calendar.timeZone) > `${calendar.latestCirculation}:00.000`;
  if (late && isBusinessDay(calendar, date)) return addBusinessDays(calendar, date, 1);
  return businessDayFrom(calendar, date);
};

/** The hour at which clocks run out (17:00), on that date. */
export const dueAtOn = (calendar: Calendar, date: string): string =>
  instantOf(date, calendar.dueTime, calendar.timeZone);

/** When a clock of so many business days runs out: the due hour of the n-th business day after the counting day. */
export const dueInstant = (calendar: Calendar, sentAt: string, days: number): string =>
  dueAtOn(calendar, addBusinessDays(calendar, countingDay(calendar, sentAt), days));

/**
 * The same for a period that begins where another ran out: it counts from the day of that deadline. Nothing is sent then, so that the latest
 * hour of circulation says nothing.
 */
export const dueAfterDeadline = (calendar: Calendar, deadline: string, days: number): string =>
  dueAtOn(calendar, addBusinessDays(calendar, localDate(deadline, calendar.timeZone), days));

/** A period in calendar days runs out at the due hour of the business day on which it ends or that follows. */
export const dueOnOrAfter = (calendar: Calendar, date: string): string =>
  dueAtOn(calendar, businessDayFrom(calendar, date));

/** The earliest deadline that grants both so many business days and so many working hours. */
export const earliestDue = (calendar: Calendar, sentAt: string, days: number, hours = 0): string => {
  const granted = epochOf(addWorkingHours(calendar, sentAt, hours));
  let due = dueInstant(calendar, sentAt, days);
  while (epochOf(due) < granted)
    due = dueAtOn(calendar, addBusinessDays(calendar, localDate(due, calendar.timeZone), 1));
  return due;
};

/** `earliest` is the first lawful deadline, so that a refusal can say what to ask for. */
export type DeadlineCheck =
  | { ok: true }
  | { ok: false; reason: 'too-early' | 'not-a-business-day' | 'not-the-due-hour'; earliest: string };

/** Whether a wanted deadline grants the minimum period and lies at the due hour of a business day. */
export const checkDeadline = (
  calendar: Calendar,
  sentAt: string,
  wantedDueAt: string,
  minimum: { days: number; hours?: number },
): DeadlineCheck => {
  const earliest = earliestDue(calendar, sentAt, minimum.days, minimum.hours);
  const date = localDate(wantedDueAt, calendar.timeZone);
  const refused = (reason: (DeadlineCheck & { ok: false })['reason']): DeadlineCheck => ({
    ok: false,
    reason,
    earliest,
  });
  if (epochOf(wantedDueAt) < epochOf(earliest)) return refused('too-early');
  if (!isBusinessDay(calendar, date)) return refused('not-a-business-day');
  if (epochOf(wantedDueAt) !== epochOf(dueAtOn(calendar, date))) return refused('not-the-due-hour');
  return { ok: true };
};
