import * as japan from '@holiday-jp/holiday_jp';
import { allForYear } from '@18f/us-federal-holidays';
import type { Calendar, CalendarSpec } from '#contracts';

interface HolidayTable {
  firstYear: number;
  lastYear: number;
  holidays: ReadonlySet<string>;
}

/** National holidays with substitute and citizens' holidays; later years are computed until the Cabinet Office announces them. */
const japanese = (): HolidayTable => {
  const dates = Object.keys(japan.holidays).sort();
  const yearOf = (date = '') => Number(date.slice(0, 4));
  return { firstYear: yearOf(dates[0]), lastYear: yearOf(dates.at(-1)), holidays: new Set(dates) };
};

/** From 1986, the first year with all holidays the rule knows; New Year's Day of a Saturday is observed in the year before. */
const federal = (): HolidayTable => {
  const [firstYear, lastYear] = [1986, 2075];
  const years = Array.from({ length: lastYear - firstYear + 2 }, (_, i) => firstYear + i);
  const dates = years.flatMap((year) => allForYear(year).map((holiday) => holiday.dateString));
  return { firstYear, lastYear, holidays: new Set(dates) };
};

const tables = { JP: japanese, 'US-FEDERAL': federal } satisfies Record<
  CalendarSpec['country'],
  () => HolidayTable
>;

/** The calendar of a cabinet as plain data, holidays included. */
export const calendarOf = ({ country, extraClosures, ...hours }: CalendarSpec): Calendar => ({
  ...hours,
  ...tables[country](),
  closures: new Set(extraClosures),
});
