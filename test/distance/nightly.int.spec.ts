import { eventually } from '../support/eventually';
import { Nightly } from '../../apps/headquarters/src/reconcile/nightly.js';

describe('the night that is to be reconciled', () => {
  it.each([
    ['in its hour', '2026-04-01T18:00:00Z', '2026-04-02'],
    ['later that day', '2026-04-02T14:59:59Z', '2026-04-02'],
    ['and until that of the next', '2026-04-02T17:59:59Z', '2026-04-02'],
    ['not before it', '2026-04-01T17:59:59Z', '2026-04-01'],
  ])('is looked for from its hour on, by the clock of the cabinet: %s', async (_, now, night) => {
    const nights: string[] = [];
    const nightly = new Nightly({
      ...{ timeZone: 'Asia/Tokyo', hour: 3, everyMs: 2, now: () => new Date(now) },
      onError: (error) => nights.push(error.message),
      look: (one) => Promise.resolve(nights.push(one)),
    });
    nightly.start();
    await eventually(() => expect(nights.length).toBeGreaterThan(1));
    await nightly.stop();
    expect(new Set(nights)).toEqual(new Set([night]));
  });

  it('is looked for less often while it fails, and as often as before when it does not', async () => {
    const looks: number[] = [];
    let clock = 0;
    let isAway = true;
    const nightly = new Nightly({
      ...{ timeZone: 'Asia/Tokyo', hour: 3, everyMs: 1, onError: () => undefined },
      now: () => new Date('2026-04-01T18:00:00Z'),
      look: () => {
        looks.push(clock);
        return isAway ? Promise.reject(new Error('away')) : Promise.resolve();
      },
    });
    const ticks = setInterval(() => (clock += 1), 1);
    nightly.start();
    await eventually(() => expect(looks.length).toBeGreaterThan(6));
    isAway = false;
    await eventually(() => expect(looks.length).toBeGreaterThan(30));
    clearInterval(ticks);
    await nightly.stop();
    expect(looks[6]! - looks[5]!).toBeGreaterThan(looks[1]! - looks[0]!);
  });
});
