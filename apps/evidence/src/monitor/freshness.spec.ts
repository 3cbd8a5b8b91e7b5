import type { Trust } from '#transparency';
import { freshness } from './freshness';

const now = 1_000_000;
const seen = (...ages: number[]) => ({
  witnesses: ages.map((age, at) => ({ name: `w${at}`, time: now - age })),
});
const of = (quorum: number) => ({
  trust: { origin: 'o', keys: [], witnesses: quorum } satisfies Trust,
  maxAge: 60,
});

describe('the age of a checkpoint', () => {
  it('is that of the youngest cosignatures that make a quorum', () => {
    expect(freshness(seen(70, 5, 9), of(2), now)).toEqual({ age: 9 });
    expect(freshness(seen(70, 5, 9), of(3), now)).toMatchObject({ age: 70, alarm: { kind: 'stale' } });
    expect(freshness(seen(70), of(0), now).alarm).toBeDefined();
    expect(freshness(seen(), of(0), now)).toEqual({});
  });

  it('is not made young by one witness that writes a later time', () => {
    expect(freshness(seen(500, 480, -9_999_999), of(2), now)).toMatchObject({
      age: 480,
      alarm: { kind: 'stale' },
    });
  });

  it('is an alarm when it lies in the future', () => {
    expect(freshness(seen(-61, -90), of(2), now).alarm?.what).toContain('clock');
    expect(freshness(seen(-60, -90), of(2), now).alarm).toBeUndefined();
  });
});
