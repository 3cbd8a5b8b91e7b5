import fc from 'fast-check';
import { Bucket } from './bucket.js';

/** Requests let through by a sender that always has one, in so many milliseconds. */
const letThrough = (bucket: Pick<Bucket, 'take'>, ms: number): number => {
  let count = 0;
  for (let now = 0; now < ms;) {
    const wait = bucket.take(now);
    if (wait === 0) count += 1;
    else now += wait;
  }
  return count;
};

describe('the rate that a receiver allows', () => {
  it('is kept over any time, and used up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6_000 }), fc.integer({ min: 1, max: 3 }), (rate, minutes) => {
        const count = letThrough(new Bucket(rate, 0), minutes * 60_000);
        expect(count).toBeLessThanOrEqual(rate * minutes + Math.max(1, rate / 60));
        // Waits are whole milliseconds.
        expect(count).toBeGreaterThanOrEqual(Math.floor(rate * minutes * 0.9));
      }),
      { numRuns: 20 },
    );
  });

  it('is not asked for in bursts by one that wants fewer at once', () => {
    const atOnce = (bucket: Bucket) => letThrough(bucket, 1);
    expect([atOnce(new Bucket(3_000, 0)), atOnce(new Bucket(3_000, 0, 0.1))]).toEqual([50, 5]);
    expect(letThrough(new Bucket(3_000, 0, 0.1), 60_000)).toBeGreaterThan(3_000 * 0.9);
    expect(atOnce(new Bucket(60, 0, 0.1))).toBe(1);
  });

  it('would be exceeded by a known-bad bucket that is full again after each wait', () => {
    let tokens = 1;
    const broken = { take: () => (tokens > 0 ? ((tokens -= 1), 0) : ((tokens = 2), 1_000)) };
    expect(letThrough(broken, 60_000)).toBeGreaterThan(60 + 1);
  });

  it('is any number when there is none', () => {
    const bucket = new Bucket(null, 0);
    for (let n = 0; n < 100; n += 1) expect(bucket.take(0)).toBe(0);
  });

  it('is not refilled by a clock that goes back', () => {
    const bucket = new Bucket(60, 10_000);
    expect(bucket.take(10_000)).toBe(0);
    expect(bucket.take(5_000)).toBeGreaterThan(0);
    expect(bucket.take(10_001)).toBeGreaterThan(900);
  });
});
