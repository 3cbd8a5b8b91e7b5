import * as japanese from '@holiday-jp/holiday_jp';
import { allForYear } from '@18f/us-federal-holidays';
import * as fc from 'fast-check';
import type { Calendar } from '#contracts';
import * as clock from './index.js';

const hours = { latestCirculation: '16:00', dueTime: '17:00', workingDay: { from: '08:30', to: '17:15' } };
const japan: Calendar = {
  ...hours,
  timeZone: 'Asia/Tokyo',
  firstYear: 1970,
  lastYear: 2050,
  holidays: new Set(Object.keys(japanese.holidays)),
  closures: new Set(['12-29', '12-30', '12-31', '01-01', '01-02', '01-03']),
};
const federalYears = Array.from({ length: 60 }, (_, i) => 1990 + i);
const federal: Calendar = {
  ...hours,
  timeZone: 'America/New_York',
  firstYear: 1990,
  lastYear: 2048,
  holidays: new Set(federalYears.flatMap((year) => allForYear(year).map((day) => day.dateString))),
  closures: new Set(),
};
const tokyo = (date: string, time: string) => clock.instantOf(date, time, 'Asia/Tokyo');

const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2045-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const calendar = fc.constantFrom(japan, federal);

type Add = typeof clock.addBusinessDays;
/** Years end, substitute and citizens' holidays, and changes to and from daylight-saving time are drawn more often. */
const delicate = fc.constantFrom(
  '2026-12-27',
  '2027-01-04',
  '2026-05-01',
  '2026-09-18',
  '2026-03-06',
  '2026-10-30',
);
const addingThenCountingBackGives = (add: Add) =>
  fc.property(calendar, fc.oneof(date, delicate), fc.integer({ min: -60, max: 60 }), (cal, from, n) => {
    const reached = add(cal, from, n);
    if (clock.businessDaysBetween(cal, from, reached) !== n) return false;
    return n === 0 || clock.isBusinessDay(cal, reached);
  });

describe('business days', () => {
  it('added and counted back give the number added (WF-5)', () => {
    fc.assert(addingThenCountingBackGives(clock.addBusinessDays), { numRuns: 2000 });
  });

  it('are counted by a property that catches an engine blind to substitute holidays', () => {
    const substitutes = new Set(['2026-05-06', '2026-09-22']);
    const blind: Add = (cal, from, n) => {
      const holidays = new Set([...cal.holidays].filter((day) => !substitutes.has(day)));
      return clock.addBusinessDays({ ...cal, holidays }, from, n);
    };
    const result = fc.check(addingThenCountingBackGives(blind), { numRuns: 2000 });
    expect(result.failed).toBe(true);
  });

  it.each([
    ['2026-05-01', 1, '2026-05-07', 'over Golden Week with its substitute holiday'],
    ['2026-09-18', 1, '2026-09-24', 'over the citizens’ holiday between two others'],
    ['2026-12-28', 1, '2027-01-04', 'over the year end'],
    ['2027-01-04', -1, '2026-12-28', 'back over the year end'],
    ['2026-05-02', 0, '2026-05-02', 'not at all'],
  ])('from %s by %i reach %s, %s', (from, n, to) => {
    expect(clock.addBusinessDays(japan, from, n)).toBe(to);
  });

  it('of another year than the calendar knows are refused by name', () => {
    const far = () => clock.addBusinessDays(japan, '2050-12-20', 30);
    expect(far).toThrow(clock.OutsideCalendar);
    expect(far).toThrow(/^outside-calendar: 2051-01-01 is not in the years 1970 to 2050/);
  });

  it.each(['2026-02-30', '2026-13-01', 'tomorrow', '2026-1-1'])('of no date are refused: %s', (text) => {
    expect(() => clock.isBusinessDay(japan, text)).toThrow(RangeError);
  });

  it('come in whole numbers', () => {
    expect(() => clock.addBusinessDays(japan, '2026-05-01', 1.5)).toThrow(RangeError);
    expect(() => clock.addBusinessDays(japan, '2026-05-01', NaN)).toThrow(RangeError);
  });
});

describe('an instant', () => {
  const zones = [
    'Asia/Tokyo',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'UTC',
  ];

  it('is found again from what the wall clock shows, save in the hour that is shown twice', () => {
    const at = fc.date({ min: new Date('2005-01-01'), max: new Date('2045-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(at, fc.constantFrom(...zones), (when, zone) => {
        const shown = [
          clock.localDate(when.toISOString(), zone),
          clock.localTime(when.toISOString(), zone),
        ] as const;
        const found = clock.instantOf(...shown, zone);
        expect([clock.localDate(found, zone), clock.localTime(found, zone)]).toEqual(shown);
        expect(when.getTime() - Date.parse(found)).toBeGreaterThanOrEqual(0);
        expect(when.getTime() - Date.parse(found)).toBeLessThanOrEqual(3_600_000);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['2026-03-08', '02:30', '2026-03-08T07:30:00.000Z', 'skipped: moves on to 03:30'],
    ['2026-03-08', '03:00', '2026-03-08T07:00:00.000Z', 'after the gap'],
    ['2026-11-01', '01:30', '2026-11-01T05:30:00.000Z', 'shown twice: the first'],
    ['2026-11-01', '02:00', '2026-11-01T07:00:00.000Z', 'after the overlap'],
    ['2026-07-01', '17:00', '2026-07-01T21:00:00.000Z', 'in summer'],
    ['2026-12-01', '17:00', '2026-12-01T22:00:00.000Z', 'in winter'],
  ])('in New York of %s %s is %s (%s)', (day, time, at) => {
    expect(clock.instantOf(day, time, 'America/New_York')).toBe(at);
  });

  it('must be one', () => {
    expect(() => clock.localDate('yesterday', 'UTC')).toThrow(RangeError);
    expect(() => clock.instantOf('2026-02-30', '17:00', 'UTC')).toThrow(RangeError);
  });
});

describe('the 16:00 rule', () => {
  it.each([
    ['15:59:59', '2026-06-01'],
    ['16:00:00', '2026-06-01'],
    ['16:00:01', '2026-06-02'],
    ['23:59:59', '2026-06-02'],
    ['00:00:00', '2026-06-01'],
  ])('what is sent on Monday at %s counts from %s', (time, day) => {
    expect(clock.countingDay(japan, tokyo('2026-06-01', time))).toBe(day);
  });

  it.each([
    ['2026-05-30', '10:00', '2026-06-01', 'Saturday'],
    ['2026-05-30', '18:00', '2026-06-01', 'Saturday evening'],
    ['2026-05-29', '16:01', '2026-06-01', 'late on Friday'],
    ['2026-12-29', '09:00', '2027-01-04', 'the year end'],
    ['2026-12-28', '16:30', '2027-01-04', 'late on the last day of the year'],
    ['2027-01-03', '23:00', '2027-01-04', 'the last day of the closure'],
  ])('what is sent on %s at %s counts from %s (%s)', (day, time, counted) => {
    expect(clock.countingDay(japan, tokyo(day, time))).toBe(counted);
  });

  it('never counts a day off, and never one before the sending', () => {
    fc.assert(
      fc.property(calendar, date, fc.nat(86_399_999), (cal, day, ms) => {
        const sentAt = new Date(Date.parse(`${day}T00:00:00Z`) + ms).toISOString();
        const counted = clock.countingDay(cal, sentAt);
        expect(clock.isBusinessDay(cal, counted)).toBe(true);
        expect(counted >= clock.localDate(sentAt, cal.timeZone)).toBe(true);
      }),
    );
  });
});

describe('a deadline', () => {
  it('of 15 business days from Monday 2026-06-01 15:10 is 2026-06-22 17:00 (scenario G1)', () => {
    expect(clock.dueInstant(japan, tokyo('2026-06-01', '15:10'), 15)).toBe(tokyo('2026-06-22', '17:00'));
  });

  it('wanted overnight is refused with the earliest lawful one (scenario G2)', () => {
    const sentAt = tokyo('2026-05-01', '16:20');
    expect(clock.countingDay(japan, sentAt)).toBe('2026-05-07');
    expect(clock.checkDeadline(japan, sentAt, tokyo('2026-05-07', '12:00'), { days: 10, hours: 24 })).toEqual(
      {
        ok: false,
        reason: 'too-early',
        earliest: tokyo('2026-05-21', '17:00'),
      },
    );
  });

  it('lies at 17:00 of the same local hour on both sides of a change to daylight-saving time', () => {
    const sentAt = clock.instantOf('2026-03-05', '10:00', 'America/New_York');
    expect(clock.dueInstant(federal, sentAt, 1)).toBe('2026-03-06T22:00:00.000Z');
    expect(clock.dueInstant(federal, sentAt, 2)).toBe('2026-03-09T21:00:00.000Z');
  });

  it.each([
    ['2026-06-22', '17:00', { ok: true }],
    ['2026-06-23', '17:00', { ok: true }],
    ['2026-06-22', '16:59', { reason: 'too-early' }],
    ['2026-06-27', '17:00', { reason: 'not-a-business-day' }],
    ['2026-06-23', '09:00', { reason: 'not-the-due-hour' }],
  ])('on %s at %s: %j', (day, time, expected) => {
    const check = clock.checkDeadline(japan, tokyo('2026-06-01', '15:10'), tokyo(day, time), { days: 15 });
    expect(check).toMatchObject(expected);
  });

  it('grants 24 working hours even when few days are asked for', () => {
    const sentAt = tokyo('2026-06-01', '15:10');
    const due = clock.earliestDue(japan, sentAt, 1, 24);
    expect(due).toBe(tokyo('2026-06-04', '17:00'));
    expect(clock.workingHoursBetween(japan, sentAt, due)).toBeGreaterThanOrEqual(24);
  });

  it('is what checkDeadline accepts, whatever is asked', () => {
    fc.assert(
      fc.property(
        calendar,
        date,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 40 }),
        (cal, day, days, worked) => {
          const sentAt = `${day}T06:10:00.000Z`;
          const due = clock.earliestDue(cal, sentAt, days, worked);
          expect(clock.checkDeadline(cal, sentAt, due, { days, hours: worked })).toEqual({ ok: true });
        },
      ),
    );
  });

  it('of a period in calendar days moves to the next business day', () => {
    expect(clock.dueOnOrAfter(japan, clock.addCalendarDays('2026-04-18', 15))).toBe(
      tokyo('2026-05-07', '17:00'),
    );
  });
});

describe('marks of a clock', () => {
  const marks = (days: number) => {
    const startedAt = tokyo('2026-06-01', '15:10');
    return { startedAt, ...clock.clockMarks(japan, startedAt, clock.dueInstant(japan, startedAt, days)) };
  };

  it('warn two business days before and call overdue one and three after', () => {
    expect(marks(15)).toMatchObject({
      warnAt: tokyo('2026-06-18', '17:00'),
      overdueAt: [tokyo('2026-06-23', '17:00'), tokyo('2026-06-25', '17:00')],
    });
  });

  it('warn at the start of a clock that is shorter than the warning', () => {
    const { startedAt, warnAt } = marks(1);
    expect(warnAt).toBe(startedAt);
  });

  it('skip holidays before and after the deadline', () => {
    const dueAt = tokyo('2026-05-07', '17:00');
    expect(clock.clockMarks(japan, tokyo('2026-04-01', '09:00'), dueAt).warnAt).toBe(
      tokyo('2026-04-30', '17:00'),
    );
  });
});

describe('working hours', () => {
  it.each([
    ['2026-06-01T09:00', '2026-06-01T11:30', 2.5],
    ['2026-06-01T16:15', '2026-06-02T09:30', 2],
    ['2026-06-05T17:15', '2026-06-08T08:30', 0],
    ['2026-05-01T16:15', '2026-05-07T09:30', 2],
    ['2026-06-02T09:00', '2026-06-01T09:00', 0],
  ])('from %s to %s are %d', (from, to, worked) => {
    const at = (text: string) => tokyo(...(text.split('T') as [string, string]));
    expect(clock.workingHoursBetween(japan, at(from), at(to))).toBe(worked);
  });

  it('added and counted back give the hours added', () => {
    fc.assert(
      fc.property(
        calendar,
        date,
        fc.nat(86_399),
        fc.integer({ min: 0, max: 60 }),
        (cal: Calendar, day, second, worked) => {
          const from = new Date(Date.parse(`${day}T00:00:00Z`) + second * 1000).toISOString();
          const to = clock.addWorkingHours(cal, from, worked);
          expect(clock.workingHoursBetween(cal, from, to)).toBeCloseTo(worked, 6);
        },
      ),
    );
  });
});
