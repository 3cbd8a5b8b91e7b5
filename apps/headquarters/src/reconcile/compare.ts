import type { Incident } from '#contracts';

/** How many, and a hash over all of them; null: nothing. */
export type Sums = Incident['expected'];

/** A day and an organ on which two sides do not agree. */
export interface Difference {
  kind: Incident['kind'];
  day: string;
  organ: string;
  expected: Sums;
  found: Sums;
}

/** What one comparison looked at, and what it found. */
export interface Compared {
  /** Days and organs. */
  compared: number;
  differences: Difference[];
}

export interface DaySums {
  day: string;
  organ: string;
  count: number;
  sha256: string;
}

const none: Sums = { count: 0, sha256: null };
const sumsOf = ({ count, sha256 }: DaySums): Sums => ({ count, sha256 });
const keyOf = ({ day, organ }: DaySums): string => `${day} ${organ}`;

/** Compares by day and organ; what only one side has is a difference as well. */
export const compare = (
  kind: Incident['kind'],
  expected: readonly DaySums[],
  found: readonly DaySums[],
): Compared => {
  const wanted = new Map(expected.map((one) => [keyOf(one), one]));
  const had = new Map(found.map((one) => [keyOf(one), one]));
  const keys = [...new Set([...wanted.keys(), ...had.keys()])].sort();
  const differences = keys.flatMap((key) => {
    const [one, other] = [wanted.get(key), had.get(key)];
    const sides = { expected: one ? sumsOf(one) : none, found: other ? sumsOf(other) : none };
    const isSame = sides.expected.count === sides.found.count && sides.expected.sha256 === sides.found.sha256;
    const { day, organ } = (one ?? other)!;
    return isSame ? [] : [{ kind, day, organ, ...sides }];
  });
  return { compared: keys.length, differences };
};
