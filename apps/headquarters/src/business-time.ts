import type { Cabinet, Calendar } from '#contracts';
import { businessDaysBetween, localDate, OutsideCalendar, workingHoursBetween } from '#domain';
import { calendarOf } from '#platform';

const calendars = new WeakMap<Cabinet, Calendar>();

/** The calendar by which a cabinet counts. */
export const calendarFor = (cabinet: Cabinet): Calendar => {
  const calendar = calendars.get(cabinet) ?? calendarOf(cabinet.calendar);
  calendars.set(cabinet, calendar);
  return calendar;
};

/** How long a span of time was: calendar days, business days begun after the first one, and hours of working days. */
export interface Span {
  days: number;
  businessDays: number;
  workingHours: number;
}

/** The length of a span; null for years of which the calendar knows nothing. */
export const spanOf = (calendar: Calendar, from: string, to: string): Span | null => {
  try {
    return {
      days: (Date.parse(to) - Date.parse(from)) / 86_400_000,
      businessDays: businessDaysBetween(
        calendar,
        localDate(from, calendar.timeZone),
        localDate(to, calendar.timeZone),
      ),
      workingHours: workingHoursBetween(calendar, from, to),
    };
  } catch (error) {
    if (error instanceof OutsideCalendar) return null;
    throw error;
  }
};
