import { calendarOf } from './calendar.js';

const hours = { latestCirculation: '16:00', dueTime: '17:00', workingDay: { from: '08:30', to: '17:15' } };

describe('the calendar', () => {
  const japan = calendarOf({ ...hours, country: 'JP', timeZone: 'Asia/Tokyo', extraClosures: ['12-29'] });
  const federal = calendarOf({
    ...hours,
    country: 'US-FEDERAL',
    timeZone: 'America/New_York',
    extraClosures: [],
  });

  it.each(['2026-01-01', '2026-05-06', '2026-09-22', '2019-05-01', '2050-11-23'])(
    'of Japan has holidays, substitute and citizens’ holidays: %s',
    (date) => expect(japan.holidays.has(date)).toBe(true),
  );

  it('of Japan says for which years it is known', () => {
    expect([japan.firstYear, japan.lastYear]).toEqual([1970, 2050]);
    expect(japan.closures.has('12-29')).toBe(true);
  });

  it.each(['2026-07-03', '2021-06-18', '2027-12-31', '2026-11-26', '2021-12-31'])(
    'of the United States has federal holidays on the day they are observed: %s',
    (date) => expect(federal.holidays.has(date)).toBe(true),
  );

  it('of the United States has no Juneteenth before it was made one', () => {
    expect(federal.holidays.has('2020-06-19')).toBe(false);
  });
});
