import { maxTries, patienceFor, pauseAfter } from './schedule.js';

const [s, min, h] = [1_000, 60_000, 3_600_000];

describe('the schedule of tries', () => {
  it('is that of Standard Webhooks, with full jitter', () => {
    const longest = Array.from({ length: maxTries - 1 }, (_, i) => pauseAfter(i + 1, () => 1));
    expect(longest).toEqual([5 * s, 5 * min, 30 * min, 2 * h, 5 * h, 10 * h, 14 * h, 20 * h, 24 * h]);
    expect(pauseAfter(3, () => 0)).toBe(0);
    expect(pauseAfter(3, () => 0.5)).toBe(15 * min);
    expect(pauseAfter(40, () => 1)).toBe(24 * h);
  });

  it('waits for as long as the receiver asks, a day at most', () => {
    expect(pauseAfter(1, () => 0, 7 * s)).toBe(7 * s);
    expect(pauseAfter(2, () => 1, 7 * s)).toBe(5 * min);
    expect(pauseAfter(1, () => 0, 90 * h)).toBe(24 * h);
    expect(patienceFor(503, 90 * h)).toBe(24 * h);
  });

  it.each([429, 502, 503, 504])('lets a receiver ask with %d', (status) => {
    expect(patienceFor(status, 7 * s)).toBe(7 * s);
    expect(patienceFor(status, undefined)).toBeUndefined();
  });

  it.each([200, 301, 400, 500])('lets it not ask with %d', (status) => {
    expect(patienceFor(status, 7 * s)).toBeUndefined();
  });
});
