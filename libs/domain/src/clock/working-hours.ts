import type { Calendar } from '#contracts';
import { addCalendarDays, isBusinessDay } from './business-days.js';
import { epochOf, instantOf, localDate } from './zone.js';

const hour = 3_600_000;

/** Hours of the working days' opening times between two instants, as a fraction; 0 when `to` is not later. */
export const workingHoursBetween = (calendar: Calendar, from: string, to: string): number => {
  const { timeZone, workingDay } = calendar;
  const [start, end] = [epochOf(from), epochOf(to)];
  const last = localDate(to, timeZone);
  let worked = 0;
  for (let date = localDate(from, timeZone); date <= last; date = addCalendarDays(date, 1)) {
    if (!isBusinessDay(calendar, date)) continue;
    const opens = Math.max(start, epochOf(instantOf(date, workingDay.from, timeZone)));
    const closes = Math.min(end, epochOf(instantOf(date, workingDay.to, timeZone)));
    worked += Math.max(0, closes - opens);
  }
  return worked / hour;
};

/** The instant at which so many working hours have passed; at once when 0 inside of a working day. */
export const addWorkingHours = (calendar: Calendar, from: string, hours: number): string => {
  const { timeZone, workingDay } = calendar;
  let left = hours * hour;
  for (let date = localDate(from, timeZone); ; date = addCalendarDays(date, 1)) {
    if (!isBusinessDay(calendar, date)) continue;
    const opens = Math.max(epochOf(from), epochOf(instantOf(date, workingDay.from, timeZone)));
    const closes = epochOf(instantOf(date, workingDay.to, timeZone));
    if (opens + left <= closes) return new Date(opens + left).toISOString();
    left -= Math.max(0, closes - opens);
  }
};
