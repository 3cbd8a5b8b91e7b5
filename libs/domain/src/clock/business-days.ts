import type { Calendar } from '#contracts';

/** A date of which the calendar does not know whether people work. */
export class OutsideCalendar extends Error {
  readonly code = 'outside-calendar';

  constructor(
    readonly date: string,
    readonly firstYear: number,
    readonly lastYear: number,
  ) {
    super(
      `outside-calendar: ${date} is not in the years ${firstYear} to ${lastYear} of the cabinet's calendar`,
    );
    this.name = 'OutsideCalendar';
  }
}

const midnight = (date: string): Date => {
  const at = new Date(`${date}T00:00:00.000Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date)
    throw new RangeError(`not a date: ${date}`);
  return at;
};

/** The date so many calendar days later; negative is earlier. */
export const addCalendarDays = (date: string, days: number): string => {
  const at = midnight(date);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};

/** Neither Saturday, Sunday, a national holiday nor a closure of the administration. Throws OutsideCalendar. */
export const isBusinessDay = (calendar: Calendar, date: string): boolean => {
  const at = midnight(date);
  const year = at.getUTCFullYear();
  if (year < calendar.firstYear || year > calendar.lastYear)
    throw new OutsideCalendar(date, calendar.firstYear, calendar.lastYear);
  const weekday = at.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  const { holidays, closures } = calendar;
  return !holidays.has(date) && !closures.has(date) && !closures.has(date.slice(5));
};

/** The n-th business day after the date, or before it when n is negative; the date itself when n is 0. */
export const addBusinessDays = (calendar: Calendar, date: string, n: number): string => {
  if (!Number.isInteger(n)) throw new RangeError(`not a whole number of business days: ${n}`);
  const step = Math.sign(n);
  let at = date;
  for (let left = Math.abs(n); left > 0;) {
    at = addCalendarDays(at, step);
    if (isBusinessDay(calendar, at)) left -= 1;
  }
  return at;
};

/** The inverse: business days after `from` up to and with `to`; negative when `to` is earlier. */
export const businessDaysBetween = (calendar: Calendar, from: string, to: string): number => {
  const step = from <= to ? 1 : -1;
  let count = 0;
  for (let at = from; at !== to;) {
    at = addCalendarDays(at, step);
    if (isBusinessDay(calendar, at)) count += step;
  }
  return count;
};

/** The date itself when it is a business day, else the next one. */
export const businessDayFrom = (calendar: Calendar, date: string): string =>
  isBusinessDay(calendar, date) ? date : addBusinessDays(calendar, date, 1);

/** The same day so many months later, or the last day of that month when it has no such day. */
export const addMonths = (date: string, months: number): string => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
};
