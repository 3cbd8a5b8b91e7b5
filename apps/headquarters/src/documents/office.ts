import type { Cabinet } from '#contracts';

/** How a cabinet's papers name organs and write days. */
export interface Office {
  /** The Japanese name of an organ; of null, that it is not shown. */
  organ(slug: string | null): string;
  /** 令和8年6月22日(月) */
  day(instant: string): string;
  /** 令和8年6月22日(月)17時00分 */
  time(instant: string): string;
}

/** The same for every reader: organs as the cabinet file names them, days of the Japanese calendar in the cabinet's time zone. */
export const officeOf = ({ organs, calendar: { timeZone } }: Cabinet): Office => {
  const names = new Map(organs.map(({ slug, ja }) => [slug, ja]));
  const days = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
    ...{ timeZone, era: 'long', year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' },
  });
  const clock = new Intl.DateTimeFormat('ja-JP', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const day = (instant: string) => days.format(new Date(instant)).replace(/\s/g, '');
  const time = (instant: string) => `${day(instant)}${clock.format(new Date(instant)).replace(':', '時')}分`;
  return { organ: (slug) => (slug === null ? '(非公表)' : (names.get(slug) ?? slug)), day, time };
};
