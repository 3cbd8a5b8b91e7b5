import { termsOf } from './terms.js';

describe('the terms of a text', () => {
  it('are stems of English words without those that say nothing', () => {
    expect([...termsOf('Using the Chatbots of agencies for summarizing')]).toEqual([
      'chatbot',
      'agency',
      'summariz',
    ]);
  });

  it('are pairs of kanji and katakana, and no hiragana', () => {
    expect([...termsOf('道路の点検におけるデータ')]).toEqual(['道路', '点検', 'デー', 'ータ']);
  });

  it('are the same in full and half width', () => {
    expect(termsOf('ＡＩデータ')).toEqual(termsOf('AIﾃﾞｰﾀ'));
  });

  it('are found in both languages at once', () => {
    expect([...termsOf('生成AIの調達')]).toEqual(['生成', 'ai', '調達']);
  });

  it('of nothing are none', () => expect(termsOf('、。 - ')).toEqual(new Set()));
});
