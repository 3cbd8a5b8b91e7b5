import * as fc from 'fast-check';
import { lost, nothingTaken, take, takenBefore, WebhookRefused, type Taken } from './webhook.js';

/** One request of a sender that has several under way. */
interface Sent {
  seq: number;
  settled: number;
}
type Beginning = (first: Sent) => Taken;

const COUNT = 40;
const WINDOW = 6;
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

const withSettled = (settled: number | string) => ({ headers: { 'kyogi-settled': `${settled}` }, body: '' });
const atSettled: Beginning = ({ settled }) => takenBefore(withSettled(settled));

/** What went wrong with a receiver that joins in after another, whose account is gone, has taken so many; one in five is not taken at first. */
const faultsOf = (begin: Beginning, takenBefore: number, dice: readonly number[]): string[] => {
  const faults: string[] = [];
  const [open, flights] = [upTo(COUNT), [] as Sent[]];
  const [former, later] = [new Set<number>(), new Set<number>()];
  let [taken, first]: [Taken?, Sent?] = [];
  const settled = (): number => upTo(COUNT).find((n) => !former.has(n) && !later.has(n)) ?? COUNT + 1;
  const arrive = (sent: Sent): void => {
    if (former.size < takenBefore) return void former.add(sent.seq);
    first ??= sent;
    taken ??= begin(sent);
    const next = take(taken, { subsequence: String(sent.seq).padStart(20, '0') });
    if (next === taken) faults.push(`${sent.seq} is passed over`);
    taken = next;
    later.add(sent.seq);
    for (const n of lost(taken, withSettled(sent.settled)))
      if (!former.has(n) || n <= first.settled) faults.push(`${n} is no loss`);
  };
  for (let i = 0; open.length + flights.length > 0; i += 1) {
    const die = dice[i % dice.length]!;
    if (flights.length < WINDOW && open.length > 0 && die % 2 === 0)
      flights.push({ seq: open.shift()!, settled: settled() - 1 });
    else if (flights.length > 0) {
      const [sent] = flights.splice(die % flights.length, 1) as [Sent];
      if (die % 5 === 0 && i < 10 * COUNT) open.unshift(sent.seq);
      else arrive(sent);
    } else flights.push({ seq: open.shift()!, settled: settled() - 1 });
  }
  // What the former took beyond what was settled then is to be fetched, and nothing else.
  const wanted = [...former].filter((n) => n > first!.settled).sort((a, b) => a - b);
  const named = lost(taken!, withSettled(COUNT));
  if (named.join() !== wanted.join()) faults.push(`${named.join()} are named, not ${wanted.join()}`);
  return faults;
};

const lives = fc.tuple(
  fc.integer({ min: 0, max: COUNT - 1 }),
  fc.array(fc.nat(999), { minLength: 50, maxLength: 200 }),
);

describe('a receiver that joins in where another was', () => {
  it('begins with what was settled at its first request: it takes all that comes and misses nothing (property)', () => {
    fc.assert(
      fc.property(lives, ([takenBefore, dice]) => {
        expect(faultsOf(atSettled, takenBefore, dice)).toEqual([]);
      }),
      { seed: 11 },
    );
  });

  it('begins with nothing of a new subscription, and not at all with a request that does not say what is settled', () => {
    expect(takenBefore(withSettled('0'.repeat(20)))).toEqual(nothingTaken);
    const headers = new Headers({ 'kyogi-settled': '00000000000000000038' });
    expect(takenBefore({ headers, body: '' })).toEqual({ through: 38, beyond: [] });
    expect(() => takenBefore({ headers: {}, body: '' })).toThrow(WebhookRefused);
    expect(() => takenBefore(withSettled('all'))).toThrow(WebhookRefused);
  });

  it.each<[string, Beginning, RegExp]>([
    ['nothing at all', () => nothingTaken, /is no loss/],
    ['all before its first delivery', ({ seq }) => ({ through: seq - 1, beyond: [] }), /is passed over/],
  ])('would go wrong if it began with %s', (_, begin, fault) => {
    const found = fc
      .sample(lives, { numRuns: 50, seed: 11 })
      .flatMap(([n, dice]) => faultsOf(begin, n, dice));
    expect(found.join('\n')).toMatch(fault);
  });
});
