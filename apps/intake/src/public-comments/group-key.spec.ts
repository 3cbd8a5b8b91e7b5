import * as fc from 'fast-check';
import { groupKey } from './group-key.js';

describe('the group of a comment', () => {
  it.each([
    ['規制に反対です。', '規制に 反対です'],
    ['ＡＩの規制に反対', 'AIの規制に、反対！'],
    ['I object.', 'i OBJECT\n'],
  ])('is the same for %j and %j', (one, other) => expect(groupKey(one)).toBe(groupKey(other)));

  it.each([
    ['規制に反対です', '規制に賛成です'],
    ['条文1', '条文2'],
    ['!!!', '???'],
    ['が', 'か'],
  ])('is another for %j and %j', (one, other) => expect(groupKey(one)).not.toBe(groupKey(other)));

  it('does not see how a text is broken into lines', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('反対', '第4条', 'AI', 'x'), { minLength: 1 }), (words) => {
        expect(groupKey(words.join('\n  '))).toBe(groupKey(words.join('')));
      }),
    );
  });
});
