const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar date of an instant in a time zone, 'YYYY-MM-DD'. */
export const todayIn = (timeZone: string, now: Date): string => {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return format.format(now);
};
