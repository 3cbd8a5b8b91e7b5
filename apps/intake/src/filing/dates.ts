const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const token = /YYYY|YY|MMM|MM|M|DD|D|HH|H|hh|h|mm|ss|A/g;

const patterns: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<shortYear>\\d{2})',
  MMM: `(?<monthName>${months.join('|')})`,
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '\\d{2}',
  H: '\\d{1,2}',
  hh: '\\d{2}',
  h: '\\d{1,2}',
  mm: '\\d{2}',
  ss: '\\d{2}',
  A: '[AP]M',
};

const compiled = new Map<string, RegExp>();

const patternOf = (format: string): RegExp => {
  const known = compiled.get(format);
  if (known) return known;
  let source = '';
  let at = 0;
  for (const found of format.matchAll(token)) {
    source += escaped(format.slice(at, found.index)) + patterns[found[0]];
    at = found.index + found[0].length;
  }
  const pattern = new RegExp(`^${source}${escaped(format.slice(at))}$`, 'i');
  compiled.set(format, pattern);
  return pattern;
};

const escaped = (text: string) => text.replace(/[^\w\s]/g, '\\$&');

/** Whether a text is a date format with a year; time of day may stand in it and is left out of the date. */
export const isDateFormat = (format: string): boolean =>
  /YY/.test(format) && !/[A-Za-z]/.test(format.replace(token, '')) && compiles(format);

const compiles = (format: string): boolean => {
  try {
    return Boolean(patternOf(format));
  } catch {
    return false;
  }
};

/** Two digits of a year are 1969 to 2068. */
const yearOf = ({ year, shortYear = '' }: Record<string, string | undefined>): number => {
  if (year) return Number(year);
  return Number(shortYear) + (Number(shortYear) < 69 ? 2000 : 1900);
};

const monthOf = ({ month, monthName }: Record<string, string | undefined>): number =>
  monthName ? months.indexOf(monthName.toLowerCase()) + 1 : Number(month ?? 1);

const inFormat = (text: string, format: string): string | undefined => {
  const groups = patternOf(format).exec(text)?.groups;
  if (!groups) return undefined;
  const [year, month, day] = [yearOf(groups), monthOf(groups), Number(groups.day ?? 1)];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : undefined;
};

/**
 * The date of a text as 'YYYY-MM-DD' by the first format that reads it; a missing month or day is the first one.
 * Undefined when none does, or when there is no such day.
 */
export const readDate = (text: string, formats: readonly string[]): string | undefined => {
  for (const format of formats) {
    const date = inFormat(text, format);
    if (date) return date;
  }
  return undefined;
};
