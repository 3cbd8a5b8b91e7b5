import fc from 'fast-check';
import { Problem } from '#contracts';
import { circleOf, type Delegation, type Proposal } from './delegation-circles.js';
import { decideGrant, decideRevoke, type Situation } from './delegation.js';

const policy = { chain: 2, standingDays: 366, actingDays: 31 };
const proposal = (from: string, to: string, more: Partial<Proposal> = {}): Proposal => ({
  ...{ from, to, role: 'MIN_APPROVER', organ: 'METI', kind: 'STANDING' },
  ...{ validFrom: '2026-06-01', validTo: '2026-12-01' },
  ...more,
});
const given = (id: string, from: string, to: string, more: Partial<Delegation> = {}): Delegation => ({
  ...proposal(from, to),
  ...{ id, dossierTypes: null, via: null, revoked: false },
  ...more,
});
const now = (existing: Delegation[] = [], more: Partial<Situation> = {}): Situation => ({
  ...{ existing, holdsRole: true, delegateInOrgan: true, today: '2026-06-01', policy },
  ...more,
});
const refusal = (act: () => unknown): [type: string, rule: unknown] | undefined => {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return [error.type, error.extra.rule];
    throw error;
  }
  return undefined;
};
const grant = (one: Proposal, situation = now()) => refusal(() => decideGrant(one, situation));

describe('a delegation', () => {
  it('is granted by who holds the role to who works in the organ', () => {
    expect(decideGrant(proposal('a', 'b'), now())).toEqual({});
  });

  it('is not granted to oneself', () => {
    expect(grant(proposal('a', 'a'))).toEqual(['guard-refused', 'delegation-self']);
  });

  it('is not granted to a person of another ministry', () => {
    expect(grant(proposal('a', 'b'), now([], { delegateInOrgan: false }))).toEqual([
      'not-permitted',
      'delegate-organ',
    ]);
  });

  it('is not granted by somebody without the role', () => {
    expect(grant(proposal('a', 'b'), now([], { holdsRole: false }))).toEqual([
      'not-permitted',
      'delegator-role',
    ]);
    const acting = [given('1', 'x', 'a', { kind: 'ACTING' })];
    expect(grant(proposal('a', 'b'), now(acting, { holdsRole: false }))?.[1]).toBe('delegator-role');
    const revoked = [given('1', 'x', 'a', { revoked: true })];
    expect(grant(proposal('a', 'b'), now(revoked, { holdsRole: false }))?.[1]).toBe('delegator-role');
  });

  it('is passed on once, and not a third time', () => {
    const first = given('1', 'a', 'b');
    expect(decideGrant(proposal('b', 'c'), now([first], { holdsRole: false }))).toEqual({ via: '1' });
    const second = given('2', 'b', 'c', { via: '1' });
    expect(grant(proposal('c', 'd'), now([first, second], { holdsRole: false }))).toEqual([
      'guard-refused',
      'delegation-chain',
    ]);
  });

  it('is passed on within its period and its dossier types only', () => {
    const first = given('1', 'a', 'b', { dossierTypes: ['guideline'] });
    const situation = now([first], { holdsRole: false });
    expect(grant(proposal('b', 'c'), situation)?.[1]).toBe('delegation-scope');
    expect(grant(proposal('b', 'c', { dossierTypes: ['guideline'] }), situation)).toBeUndefined();
    const longer = proposal('b', 'c', { dossierTypes: ['guideline'], validTo: '2026-12-02' });
    expect(grant(longer, situation)?.[1]).toBe('delegation-scope');
  });

  it.each([
    ['begins after it ends', { validTo: '2026-05-01' }],
    ['is over', { validFrom: '2026-01-01', validTo: '2026-06-01' }],
    ['stands for more than 366 days', { validTo: '2027-06-03' }],
    ['acts for more than 31 days', { kind: 'ACTING' as const, validTo: '2026-07-03' }],
  ])('is refused when it %s', (_, more) => {
    expect(grant(proposal('a', 'b', more))).toEqual(['guard-refused', 'delegation-period']);
  });

  it('may last exactly the longest time', () => {
    expect(grant(proposal('a', 'b', { validTo: '2027-06-02' }))).toBeUndefined();
    expect(grant(proposal('a', 'b', { kind: 'ACTING', validTo: '2026-07-02' }))).toBeUndefined();
  });

  it('is not said twice for one period', () => {
    const existing = [given('1', 'a', 'b')];
    expect(
      grant(proposal('a', 'b', { validFrom: '2026-11-30', validTo: '2027-01-01' }), now(existing)),
    ).toEqual(['guard-refused', 'delegation-overlap']);
    const next = proposal('a', 'b', { validFrom: '2026-12-01', validTo: '2027-01-01' });
    expect(grant(next, now(existing))).toBeUndefined();
  });

  it('does not go A -> B -> A, nor the longer way round', () => {
    expect(grant(proposal('b', 'a'), now([given('1', 'a', 'b')]))).toEqual([
      'guard-refused',
      'delegation-cycle',
    ]);
    const way = [given('1', 'a', 'b'), given('2', 'b', 'c')];
    expect(grant(proposal('c', 'a'), now(way))?.[1]).toBe('delegation-cycle');
  });

  it('lets two stand in for each other in turn, and in different roles', () => {
    const june = [given('1', 'a', 'b', { validTo: '2026-07-01' })];
    expect(grant(proposal('b', 'a', { validFrom: '2026-07-01' }), now(june))).toBeUndefined();
    expect(grant(proposal('b', 'a', { role: 'LIAISON' }), now(june))).toBeUndefined();
    expect(grant(proposal('b', 'a'), now([{ ...june[0]!, revoked: true }]))).toBeUndefined();
  });

  it('is revoked by its delegator or who presides in the organ, once', () => {
    const one = given('1', 'a', 'b');
    const by = (person: string, presides = false) => refusal(() => decideRevoke(one, { person, presides }));
    expect([by('a'), by('chief', true)]).toEqual([undefined, undefined]);
    expect(by('b')).toEqual(['not-permitted', 'delegation-revoker']);
    const twice = refusal(() => decideRevoke({ ...one, revoked: true }, { person: 'a', presides: false }));
    expect(twice?.[1]).toBe('delegation-revoked');
  });
});

describe('whatever is granted, one after the other', () => {
  const day = (n: number) => `2026-06-${String(n).padStart(2, '0')}`;
  const wish = fc
    .record({
      from: fc.nat(4),
      to: fc.nat(4),
      start: fc.integer({ min: 1, max: 20 }),
      length: fc.integer({ min: 1, max: 8 }),
    })
    .filter(({ from, to }) => from !== to)
    .map(({ from, to, start, length }) =>
      proposal(`p${from}`, `p${to}`, { validFrom: day(start), validTo: day(start + length) }),
    );
  type Refuses = (existing: readonly Delegation[], one: Proposal) => boolean;
  const granted = (wishes: Proposal[], refuses: Refuses) =>
    wishes.reduce<Delegation[]>(
      (all, { from, to, ...more }, i) =>
        refuses(all, { from, to, ...more })
          ? all
          : [...all, given(String(i), from, to, { ...more, dossierTypes: null })],
      [],
    );
  /** By removing, day by day, those nobody delegates to, until nothing is left. */
  const isCircular = (all: Delegation[], on: string): boolean => {
    let edges = all.filter(({ validFrom, validTo }) => validFrom <= on && on < validTo);
    for (;;) {
      const kept = edges.filter(({ from }) => edges.some(({ to }) => to === from));
      if (kept.length === edges.length) return kept.length > 0;
      edges = kept;
    }
  };
  const never = (refuses: Refuses) =>
    fc.property(fc.array(wish, { maxLength: 14 }), (wishes) => {
      const all = granted(wishes, refuses);
      return !Array.from({ length: 30 }, (_, n) => day(n + 1)).some((on) => isCircular(all, on));
    });
  const refuses: Refuses = (existing, one) => circleOf(existing, one) !== undefined;

  it('never runs in a circle on any day', () => {
    fc.assert(never(refuses), { numRuns: 500 });
  });

  it('is refused only when it would', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 14 }), wish, (wishes, last) => {
        const all = granted(wishes, refuses);
        const after = [...all, given('last', last.from, last.to, { ...last, dossierTypes: null })];
        const circular = Array.from({ length: 30 }, (_, n) => day(n + 1)).some((on) => isCircular(after, on));
        return refuses(all, last) === circular;
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, Refuses]>([
    [
      'looks at the way straight back only',
      (all, { from, to }) => all.some((one) => one.from === to && one.to === from),
    ],
    [
      'looks at the first day only',
      (all, one) => circleOf(all, { ...one, validTo: `${one.validFrom}x` }) !== undefined,
    ],
  ])('would be noticed to, by a rule that %s', (_, weaker) => {
    expect(fc.check(never(weaker), { numRuns: 3_000 }).failed).toBe(true);
  });
});
