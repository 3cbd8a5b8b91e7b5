import { termsOf } from './terms.js';

describe('the terms a text is found by', () => {
  it.each([
    ['学習利用', ['学習', '習利', '利用']],
    ['Personal data, 2nd edition', ['personal', 'data', '2nd', 'edition']],
    ['生成AIの調達', ['生成', 'の調', '調達', 'ai']],
    ['ＡＩ ガイドライン', ['ガイ', 'イド', 'ドラ', 'ライ', 'イン', 'ai']],
    ['学習、学習', ['学習']],
    ['、。 -', []],
  ])('of %s are pairs of Japanese characters and words of the rest', (text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });
});
