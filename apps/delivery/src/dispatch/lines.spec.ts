import { Lines } from './lines.js';

const lines = (perKey: number, ...keys: string[]) => {
  const made = new Lines<{ seq: number; key: string }>(perKey);
  keys.forEach((key, i) => made.add({ seq: i + 1, key }));
  return made;
};

describe('the lines', () => {
  it('give one of each key at a time, and keys take turns', () => {
    const made = lines(1, 'a', 'a', 'b', 'a', 'c');
    expect([made.next(), made.next(), made.next(), made.next()].map((one) => one?.seq)).toEqual([
      1,
      3,
      5,
      undefined,
    ]);
    made.done('a');
    expect([made.next()?.seq, made.next()?.seq, made.isStuck, made.size]).toEqual([2, undefined, true, 1]);
  });

  it('give so many of each key at a time where order does not matter', () => {
    const made = lines(2, 'a', 'a', 'a', 'b');
    expect([1, 2, 3, 4].map(() => made.next()?.seq)).toEqual([1, 4, 2, undefined]);
  });

  it('give what was put back before what comes after it', () => {
    const made = lines(1, 'a', 'a', 'b');
    const first = made.next()!;
    made.putBack(first);
    expect([made.next()?.seq, made.next()?.seq, made.next()]).toEqual([3, 1, undefined]);
  });

  it('give up what waits for a key that is busy or barred', () => {
    const made = lines(1, 'a', 'a', 'b', 'a', 'c');
    made.next();
    made.bar('d');
    made.add({ seq: 6, key: 'd' });
    expect(made.takeWaiting(4).map(({ seq }) => seq)).toEqual([2, 4]);
    expect(made.takeWaiting(Infinity).map(({ seq }) => seq)).toEqual([6]);
    expect(made.size).toBe(2);
  });
});
