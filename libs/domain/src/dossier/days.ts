import { localDate } from '../clock/index.js';
import type { Setting } from '../setting.js';
import { invalid } from './references.js';

/** The cabinet's date of an instant. */
export const today = (at: string, { calendar }: Setting): string => localDate(at, calendar.timeZone);

/** What is recorded has happened. Throws invalid-content. */
export const notInTheFuture = (path: string, date: string, at: string, setting: Setting): void => {
  const now = today(at, setting);
  if (date > now) throw invalid([{ path, message: `${date} is in the future; today is ${now}` }]);
};

/** What is planned has not. Throws invalid-content. */
export const inTheFuture = (path: string, date: string, at: string, setting: Setting): void => {
  const now = today(at, setting);
  if (date <= now) throw invalid([{ path, message: `${date} is not in the future; today is ${now}` }]);
};
