import type { Calendar, Policy } from '#contracts';
import { addBusinessDays } from './business-days.js';
import { dueAtOn } from './deadline.js';
import { epochOf, localDate } from './zone.js';

/** When a running clock speaks up, as UTC instants. */
export interface ClockMarks {
  warnAt: string;
  overdueAt: string[];
}

const usual: Policy['reminders'] = { warnBefore: 2, overdueAfter: [1, 3] };

/** Warning and overdue instants of a deadline; a clock shorter than the warning warns when it starts. */
export const clockMarks = (
  calendar: Calendar,
  startedAt: string,
  dueAt: string,
  reminders = usual,
): ClockMarks => {
  const due = localDate(dueAt, calendar.timeZone);
  const onDay = (days: number) => dueAtOn(calendar, addBusinessDays(calendar, due, days));
  const warnAt = onDay(-reminders.warnBefore);
  return {
    warnAt: epochOf(warnAt) <= epochOf(startedAt) ? startedAt : warnAt,
    overdueAt: reminders.overdueAfter.map(onDay),
  };
};
