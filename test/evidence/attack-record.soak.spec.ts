import { dice } from './assaults.js';
import { fileMutations, rowMutations } from './mutations.js';
import { Mutator, names } from './mutator.js';

jest.setTimeout(1_800_000);

// TL-1
describe('a record that a database superuser rewrites a thousand times', () => {
  it('is found out each time, by its first bad index, and never without a reason', async () => {
    const mutator = await Mutator.start(1_000, 10);
    const seed = Date.now() % 1_000_000;
    const ways = Object.entries({ ...rowMutations, ...fileMutations });
    const missed: unknown[] = [];
    const alarms: unknown[] = [];
    try {
      for (let n = 0; n < 1_000; n += 1) {
        const [what, mutation] = ways[n % ways.length] as (typeof ways)[number];
        const { bad, fault } = await mutator.tried(mutation, dice(seed + n));
        if (!names(fault, bad)) missed.push({ seed: seed + n, what, bad, fault });
        if (n % 20 === 0 && (await mutator.honest())) alarms.push(seed + n);
      }
    } finally {
      await mutator.close();
    }
    expect({ missed, alarms }).toEqual({ missed: [], alarms: [] });
  });
});
