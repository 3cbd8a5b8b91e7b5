const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a thousand times more than using one. */
const formatterOf = (zone: string): Intl.DateTimeFormat => {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(zone, made);
  return made;
};

/** Milliseconds since 1970 of an ISO 8601 instant; a RangeError when it is none. */
export const epochOf = (instant: string): number => {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) throw new RangeError(`not an instant: ${instant}`);
  return at;
};

/** What the wall clock shows, read as if it were UTC, in milliseconds. */
const wallClock = (at: number, zone: string): number => {
  const part: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(at)) part[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((at % 1000) + 1000) % 1000);
};

const local = (instant: string, zone: string) => new Date(wallClock(epochOf(instant), zone)).toISOString();

/** The date 'YYYY-MM-DD' of an instant in the zone. */
export const localDate = (instant: string, zone: string): string => local(instant, zone).slice(0, 10);

/** The time 'HH:MM:SS.sss' of an instant in the zone; times compare as text. */
export const localTime = (instant: string, zone: string): string => local(instant, zone).slice(11, 23);

/**
 * The UTC instant at which the zone's clock shows that date and time ('HH:MM' or 'HH:MM:SS').
 * Of a time shown twice it is the first; a time that is skipped moves on by the length of the gap.
 */
export const instantOf = (date: string, time: string, zone: string): string => {
  const shown = epochOf(`${date}T${time}Z`);
  const day = 86_400_000;
  const early = shown - (wallClock(shown - day, zone) - (shown - day));
  const late = shown - (wallClock(shown + day, zone) - (shown + day));
  const isShown = (at: number) => wallClock(at, zone) === shown;
  return new Date(isShown(late) && !isShown(early) ? late : early).toISOString();
};
