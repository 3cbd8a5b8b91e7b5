import { setting } from '../../../../libs/domain/src/testing';
import { figuresOf, stretchOf, united, type Held } from './figures.js';

const held = (from: string, to: string | null): Held => ({
  from,
  to,
  businessDays: null,
  workingHours: null,
});
const day = (date: number, hour = '00') => `2026-06-${String(date).padStart(2, '0')}T${hour}:00:00.000Z`;
const whole = { since: '0000', until: day(30) };
const of = (one: Held, window = whole) => stretchOf(setting.calendar, one, window);

describe('spans of time', () => {
  it('that overlap or touch are one, and others stay apart', () => {
    const spans = united([
      held(day(4), day(9)),
      held(day(1), day(5)),
      held(day(9), day(10)),
      held(day(12), day(13)),
    ]);
    expect(spans.map(({ from, to }) => [from, to])).toEqual([
      [day(1), day(10)],
      [day(12), day(13)],
    ]);
    expect(united([held(day(1), null), held(day(2), day(3))])).toMatchObject([{ from: day(1), to: null }]);
  });

  it('are counted in business days and working hours of the calendar', () => {
    // Friday 9:00 to Monday 9:00 in Tokyo.
    expect(of(held(day(5), day(8)))).toMatchObject({
      days: 3,
      businessDays: 1,
      workingHours: 8.75,
      open: false,
    });
  });

  it('are cut at the window; what lies outside of it is none', () => {
    const window = { since: day(8), until: day(9) };
    expect(of(held(day(1), day(20)), window)).toMatchObject({ days: 1, businessDays: 1 });
    expect(of(held(day(1), day(8)), window)).toBeUndefined();
    expect(of(held(day(10), day(11)), window)).toBeUndefined();
    expect(of(held(day(1), null), window)).toMatchObject({ days: 1, open: true });
  });

  it('have a median and a ninth decile between the two nearest', () => {
    const stretches = [1, 2, 4, 9].map((businessDays) => ({
      ...{ businessDays, days: businessDays, workingHours: 0 },
      open: businessDays === 9,
    }));
    expect(figuresOf(stretches)).toEqual({
      ...{ days: 16, businessDays: 16, workingHours: 0, count: 4 },
      ...{ medianBusinessDays: 3, p90BusinessDays: 7.5, openNow: 1 },
    });
    expect(figuresOf([])).toMatchObject({ count: 0, medianBusinessDays: 0, p90BusinessDays: 0 });
  });
});
