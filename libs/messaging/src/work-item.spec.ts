import { backoffMs } from './work-item.js';

describe('the pause before another attempt', () => {
  it('doubles from two seconds to ten minutes', () => {
    expect([1, 2, 3, 9, 12].map((attempts) => backoffMs(attempts, 1))).toEqual([
      2_000, 4_000, 8_000, 512_000, 600_000,
    ]);
  });

  it('is spread over half of itself', () => expect(backoffMs(3, 0)).toBe(4_000));
});
