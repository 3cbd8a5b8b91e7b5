import fc from 'fast-check';
import { decide } from '#domain';
import { newTally, play } from '../models/driver';
import { sequence } from '../models/steps';

const RUNS = Number(process.env.MODEL_RUNS ?? 50_000);

it(`${RUNS} sequences of commands and days go as the reference says (WF-2, whole)`, () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  const tally = newTally();
  const began = Date.now();
  fc.assert(
    fc.property(sequence, (one) => play(one, decide, tally)),
    { seed, numRuns: RUNS },
  );
  const seconds = Math.round((Date.now() - began) / 1_000);
  process.stdout.write(`seed ${seed}, ${seconds} s: ${JSON.stringify(tally)}\n`);
}, 7_200_000);
