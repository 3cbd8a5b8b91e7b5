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

const day = 86_400_000;

/** How far the zone's wall clock is ahead of UTC, in milliseconds; formatting costs microseconds. */
const offsetByFormatting = (at: number, zone: string): number => {
  const second = Math.floor(at / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(second)) part[type] = Number(value);
  const { year = 0, month = 0, day: date = 0, hour = 0, minute = 0, second: seconds = 0 } = part;
  return Date.UTC(year, month - 1, date, hour, minute, seconds) - second;
};

const steadyOffsets = new Map<string, number | 'changes'>();

/** Remembers the offset of every UTC day on which it is the same from end to end. */
const offsetAt = (at: number, zone: string): number => {
  const index = Math.floor(at / day);
  const key = `${zone} ${index}`;
  let offset = steadyOffsets.get(key);
  if (offset === undefined) {
    const begin = offsetByFormatting(index * day, zone);
    offset = offsetByFormatting((index + 1) * day, zone) === begin ? begin : 'changes';
    if (steadyOffsets.size > 50_000) steadyOffsets.clear();
    steadyOffsets.set(key, offset);
  }
  return offset === 'changes' ? offsetByFormatting(at, zone) : offset;
};

const local = (instant: string, zone: string) => {
  const at = epochOf(instant);
  return new Date(at + offsetAt(at, zone)).toISOString();
};

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
  if (!new Date(shown).toISOString().startsWith(date)) throw new RangeError(`not a date: ${date}`);
  const early = shown - offsetAt(shown - day, zone);
  const late = shown - offsetAt(shown + day, zone);
  const isShown = (at: number) => at + offsetAt(at, zone) === shown;
  return new Date(isShown(late) && !isShown(early) ? late : early).toISOString();
};
