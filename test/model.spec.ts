import fc from 'fast-check';
import { decide } from '#domain';
import { newTally, play, type Decide } from './models/driver';
import { mutants } from './models/mutants';
import { sequence, type Sequence } from './models/steps';

const seed = Number(process.env.SEED ?? 7);
const property = (decides: Decide, tally = newTally()) =>
  fc.property(sequence, (one) => play(one, decides, tally));

describe('consultations beside a small reference (WF-2)', () => {
  it('go the same way in every sequence of commands and days', () => {
    const tally = newTally();
    fc.assert(property(decide, tally), { seed, numRuns: 300 });
    if (process.env.MODEL_TALLY) process.stdout.write(`${JSON.stringify(tally)}\n`);
    // Nothing that a consultation consists of is only ever refused.
    expect(Object.entries(tally.commands).filter(([, { accepted }]) => accepted < 10)).toEqual([]);
  });

  it.each(Object.keys(mutants))('would be caught: %s', (name) => {
    const found = fc.check(property(mutants[name]!), { seed, numRuns: 2_000, endOnFailure: true });
    if (process.env.MODEL_TALLY) process.stdout.write(`${name}: ${found.numRuns}\n`);
    expect(found.failed).toBe(true);
    // By its fault, and not by another.
    expect(() => play(found.counterexample![0] as Sequence)).not.toThrow();
  });
});
