import fc from 'fast-check';
import { decide, dueInstant, instantOf, type Setting } from '#domain';
import { setting } from '../libs/domain/src/testing';
import { dueDay } from './models/calendar';
import { newTally, play, type Decide } from './models/driver';
import { blind, mutants } from './models/mutants';
import { sequence, type Sequence } from './models/steps';

const seed = Number(process.env.SEED ?? 7);
const property = (decides: Decide, tally = newTally()) =>
  fc.property(sequence, (one) => play(one, decides, tally));

describe('consultations beside a small reference (WF-2)', () => {
  it('go the same way in every sequence of commands and days', () => {
    const tally = newTally();
    fc.assert(property(decide, tally), { seed, numRuns: 250 });
    if (process.env.MODEL_TALLY) process.stdout.write(`${JSON.stringify(tally)}\n`);
    // Nothing that a consultation consists of is only ever refused.
    expect(Object.entries(tally.commands).filter(([, { accepted }]) => accepted < 8)).toEqual([]);
  });

  it.each(Object.keys(mutants))('would be caught: %s', (name) => {
    const found = fc.check(property(mutants[name]!), { seed, numRuns: 2_000, endOnFailure: true });
    if (process.env.MODEL_TALLY) process.stdout.write(`${name}: ${found.numRuns}\n`);
    expect(found.failed).toBe(true);
    // By its fault, and not by another.
    expect(() => play(found.counterexample![0] as Sequence)).not.toThrow();
  });
});

const date = fc
  .date({ min: new Date('2022-01-01'), max: new Date('2034-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const dueAsReckoned = ({ calendar }: Setting) =>
  fc.property(date, fc.boolean(), fc.integer({ min: 0, max: 40 }), (sent, late, days) => {
    const at = instantOf(sent, late ? '16:01' : '16:00', 'Asia/Tokyo');
    return dueInstant(calendar, at, days) === instantOf(dueDay(sent, late, days), '17:00', 'Asia/Tokyo');
  });

describe('due times beside a slow count of days, with holidays reckoned from the Act', () => {
  it('are the same from 2022 to 2034', () => {
    fc.assert(dueAsReckoned(setting), { seed, numRuns: 3_000 });
  });

  it('would be caught: substitute holidays of two years are skipped', () => {
    const found = fc.check(dueAsReckoned(blind(setting)), { seed, numRuns: 3_000 });
    if (process.env.MODEL_TALLY) process.stdout.write(`skipped holidays: ${found.numRuns}\n`);
    expect(found.failed).toBe(true);
  });
});
