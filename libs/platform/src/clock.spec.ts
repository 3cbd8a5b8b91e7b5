import { Clock } from './clock.js';

const movable = () => new Clock({ KYOGI_MOVABLE_CLOCK: true });
const monday = new Date('2026-06-01T06:10:00.000Z');
const tuesday = new Date('2026-06-02T06:10:00.000Z');
const behindBy = (clock: Clock, instant: Date) => clock.now().getTime() - instant.getTime();

describe('the clock of a process', () => {
  it('is the real one and cannot be moved, unless the settings allow it', () => {
    const clock = new Clock({ KYOGI_MOVABLE_CLOCK: false });
    const before = Date.now();
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(before);
    expect(clock.iso()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(() => clock.moveTo(tuesday)).toThrow('KYOGI_MOVABLE_CLOCK');
    expect(() => clock.standAt(tuesday)).toThrow('KYOGI_MOVABLE_CLOCK');
    expect(clock.now().getTime()).toBeLessThanOrEqual(Date.now());
  });

  it('runs on from where it was moved to', () => {
    const clock = movable();
    clock.moveTo(monday);
    const from = Date.now();
    while (Date.now() === from);
    expect(behindBy(clock, monday)).toBeGreaterThan(0);
    expect(behindBy(clock, monday)).toBeLessThan(60_000);
  });

  it('moves only forward once it was moved', () => {
    const clock = movable();
    clock.moveTo(tuesday);
    expect(() => clock.moveTo(monday)).toThrow(/^invalid-content: The clock is at 2026-06-02.*only forward/);
    expect(() => clock.standAt(monday)).toThrow('invalid-content');
    expect(behindBy(clock, tuesday)).toBeGreaterThanOrEqual(0);
  });

  it('stands where it is told to, until it is moved again', () => {
    const clock = movable();
    clock.standAt(monday);
    const from = Date.now();
    while (Date.now() === from);
    expect(clock.now()).toEqual(monday);
    clock.moveTo(tuesday);
    expect(behindBy(clock, tuesday)).toBeGreaterThanOrEqual(0);
  });

  it('walks past what is on the way, one walk after another', async () => {
    const clock = movable();
    const seen: string[] = [];
    clock.walksBy(async (target) => {
      seen.push(`begins before ${target.toISOString()}`);
      await Promise.resolve();
      clock.standAt(new Date(target.getTime() - 1_000));
      seen.push(clock.iso());
    });
    await Promise.all([clock.walkTo(monday), clock.walkTo(tuesday)]);
    expect(seen).toEqual([
      ...['begins before 2026-06-01T06:10:00.000Z', '2026-06-01T06:09:59.000Z'],
      ...['begins before 2026-06-02T06:10:00.000Z', '2026-06-02T06:09:59.000Z'],
    ]);
    expect(behindBy(clock, tuesday)).toBeGreaterThanOrEqual(0);
  });

  it('runs on from where a walk broke off', async () => {
    const clock = movable();
    clock.walksBy(() => {
      clock.standAt(monday);
      return Promise.reject(new Error('work that cannot be done'));
    });
    await expect(clock.walkTo(tuesday)).rejects.toThrow('work that cannot be done');
    expect(behindBy(clock, monday)).toBeLessThan(60_000);
    clock.walksBy(() => Promise.resolve());
    await clock.walkTo(tuesday);
    expect(behindBy(clock, tuesday)).toBeGreaterThanOrEqual(0);
  });
});
