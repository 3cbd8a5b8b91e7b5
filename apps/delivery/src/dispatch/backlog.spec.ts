import fc from 'fast-check';
import { BacklogLife, type LifeSettings } from './backlog-life.testing.js';

const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const faultsOf = (seed: number, more: Partial<LifeSettings>): string[] =>
  new BacklogLife({ strict: true, count: 400, keys: 30, random: randomOf(seed), ...more }).run().faults;

describe('what a subscription has yet to be sent', () => {
  it.each([true, false])('is sent, or told of as a gap, over failures and crashes; strict: %s', (strict) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(faultsOf(seed, { strict }).slice(0, 3)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('goes through crashes and gives some up in what is tried here', () => {
    const life = new BacklogLife({ strict: true, count: 400, keys: 30, random: randomOf(1) }).run();
    expect([life.crashes, life.noticed.size, life.sends - 400].every((n) => n > 0)).toBe(true);
  });

  it.each(['no-head-of-line', 'settled-by-mark', 'lost-rows'] as const)(
    'would be found out with %s',
    (fault) => {
      const seeds = Array.from({ length: 5 }, (_, i) => i);
      expect(seeds.filter((seed) => faultsOf(seed, { fault }).length > 0)).toEqual(seeds);
    },
  );
});
