import fc from 'fast-check';
import { Mark } from './mark.js';

describe('the mark', () => {
  it('stands before the first that was not passed, in whichever order they are', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          Array.from({ length: 40 }, (_, i) => i + 1),
          { minLength: 40 },
        ),
        (order) => {
          const mark = new Mark(0);
          for (let n = 1; n <= 40; n += 1) mark.see(n);
          const passed = new Set<number>();
          for (const n of order) {
            mark.pass(n);
            passed.add(n);
            let first = 1;
            while (passed.has(first)) first += 1;
            expect(mark.value).toBe(first - 1);
            expect(mark.ahead).toBe([...passed].filter((m) => m > first).length);
          }
        },
      ),
    );
  });

  it('is not held up by numbers that do not exist any more', () => {
    const mark = new Mark(3);
    mark.see(10);
    expect(mark.value).toBe(9);
    mark.pass(10);
    expect(mark.value).toBe(10);
  });
});
