import fc from 'fast-check';
import { newSignerKey, signatureType, signNote } from '#transparency';
import { thinned, type Sighting } from './thinned';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.parse('2026-11-26T12:34:56Z');
const [log, meti, mof] = ['log', 'meti', 'mof'].map((name) =>
  newSignerKey(name, name === 'log' ? signatureType.ed25519 : signatureType.cosignature),
) as [Signer, Signer, Signer];
type Signer = ReturnType<typeof newSignerKey>;
const keys = [log, meti, mof].map(({ verifier }) => verifier);

const notes = new Map(
  [[log], [log, meti], [log, mof]].map((signers, at) => [
    at,
    signNote('kyogi.example/x\n5\nroot\n', signers, 1),
  ]),
);
const sighting = (age: number, from = 'log', at = 0): Sighting => ({
  ...{ seen: new Date(now - age).toISOString(), from, note: notes.get(at)! },
});
const every = (step: number, count: number, from = 'log') =>
  Array.from({ length: count }, (_, at) => sighting((count - at) * step, from));

const histories = fc
  .array(
    fc.tuple(
      fc.oneof(fc.integer({ min: 0, max: 2 * day }), fc.integer({ min: 0, max: 90 * day })),
      fc.constantFrom('log', 'https://witness.example'),
      fc.nat(2),
    ),
    { maxLength: 60 },
  )
  .map((all) => all.toSorted(([a], [b]) => b - a).map(([age, from, at]) => sighting(age, from, at)));

type Thinning = typeof thinned;

const goesWrong = (thin: Thinning) =>
  fc.check(
    fc.property(histories, fc.nat(40 * day), (history, later) => {
      const kept = thin(history, keys, now);
      const isPart = kept.every((one) => history.includes(one));
      const hasNewest = ['log', 'https://witness.example'].every(
        (from) => history.findLast((one) => one.from === from) === kept.findLast((one) => one.from === from),
      );
      const hasRecent = history.every((one) => now - Date.parse(one.seen) > day || kept.includes(one));
      const hasSigned = [1, 2].every((at) =>
        [history, kept]
          .map((all) => all.findLast(({ note }) => note === notes.get(at)))
          .every((x, _, [y]) => x === y),
      );
      const afterwards = thin(kept, keys, now + later);
      const isSame = JSON.stringify(afterwards) === JSON.stringify(thin(history, keys, now + later));
      return isPart && hasNewest && hasRecent && hasSigned && isSame;
    }),
    { seed: 26, numRuns: 300 },
  ).failed;

describe('what a monitor keeps of checkpoints that it saw', () => {
  it('has the newest of each, of everybody and of every key, and all of the last day, however often it is thinned', () => {
    expect(goesWrong(thinned)).toBe(false);
  });

  it.each<[string, Thinning]>([
    ['the newest is thinned as well', (all, of, at) => thinned(all.slice(0, -1), of, at)],
    [
      'nobody is told apart',
      (all, of, at) =>
        thinned(
          all.map((one) => ({ ...one, from: '' })),
          of,
          at,
        ),
    ],
    ['no key is asked for', (all, _, at) => thinned(all, [], at)],
    ['only hours are kept', (all, of, at) => thinned(all, of, at + 2 * day)],
  ])('would be found out where %s', (_, thin) => {
    expect(goesWrong(thin)).toBe(true);
  });

  it('is a line an hour of the last month and a line a day of what was before', () => {
    const kept = thinned(every(10 * 60_000, 6 * 24 * 100), keys, now);
    const ages = kept.map(({ seen }) => (now - Date.parse(seen)) / day);
    expect(ages.filter((age) => age <= 1)).toHaveLength(6 * 24);
    expect(ages.filter((age) => age > 1 && age <= 30)).toHaveLength(29 * 24);
    expect(ages.filter((age) => age > 30).length).toBeGreaterThan(68);
    expect(ages.filter((age) => age > 30).length).toBeLessThan(73);
  });
});
