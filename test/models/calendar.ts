/** Days off in Japan, reckoned from the Act on National Holidays as it reads since 2022, not from a list. */

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const beside = (date: string, step: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + step * 86_400_000).toISOString().slice(0, 10);

const nthMonday = (year: number, month: number, n: number): string => {
  const first = weekday(day(year, month, 1));
  return day(year, month, 1 + ((8 - first) % 7) + (n - 1) * 7);
};
/** The usual approximation of the astronomical day, good from 1980 to 2099. */
const equinox = (year: number, base: number): number =>
  Math.floor(base + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));

const named = (year: number): string[] => [
  ...[day(year, 1, 1), nthMonday(year, 1, 2), day(year, 2, 11), day(year, 2, 23)],
  ...[day(year, 3, equinox(year, 20.8431)), day(year, 4, 29)],
  ...[day(year, 5, 3), day(year, 5, 4), day(year, 5, 5), nthMonday(year, 7, 3), day(year, 8, 11)],
  ...[nthMonday(year, 9, 3), day(year, 9, equinox(year, 23.2488)), nthMonday(year, 10, 2)],
  ...[day(year, 11, 3), day(year, 11, 23)],
];

/** Art. 3(2): the next day that is no holiday, when one falls on a Sunday. Art. 3(3): a day between two holidays. */
export const substitutes = (year: number): string[] => {
  const holidays = new Set(named(year));
  const moved = [...holidays]
    .filter((date) => weekday(date) === 0)
    .map((date) => {
      let next = beside(date, 1);
      while (holidays.has(next)) next = beside(next, 1);
      return next;
    });
  const between = [...holidays]
    .map((date) => beside(date, 1))
    .filter((date) => holidays.has(beside(date, 1)));
  return [...moved, ...between.filter((date) => !holidays.has(date) && weekday(date) !== 0)];
};

const years = new Map<number, ReadonlySet<string>>();
const holidaysOf = (year: number): ReadonlySet<string> => {
  const known = years.get(year) ?? new Set([...named(year), ...substitutes(year)]);
  years.set(year, known);
  return known;
};

/** Whether offices are closed: weekends, holidays, and the turn of the year (12-29 to 01-03). */
export const isDayOff = (date: string): boolean => {
  const [monthAndDay, year] = [date.slice(5), Number(date.slice(0, 4))];
  const turn = monthAndDay >= '12-29' || monthAndDay <= '01-03';
  return turn || weekday(date) % 6 === 0 || holidaysOf(year).has(date);
};

/** Business days from a date on, itself included when it is one. */
export const businessDays = (from: string, count: number): string[] => {
  const days: string[] = [];
  for (let date = from; days.length < count; date = beside(date, 1)) if (!isDayOff(date)) days.push(date);
  return days;
};

/** The day on which a clock of so many business days ends that was started on a date, late in the day or not. */
export const dueDay = (sent: string, late: boolean, days: number): string => {
  const onDayOff = isDayOff(sent);
  const counted = businessDays(sent, days + 2);
  return counted[days + (late && !onDayOff ? 1 : 0)]!;
};
