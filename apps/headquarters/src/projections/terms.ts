import { normalised } from './search-text.js';

/** Scripts that put no space between words: they are found by pairs of characters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+/gu;
const spaced = /[\p{L}\p{N}]+/gu;

const pairs = (run: string): string[] => {
  const characters = [...run];
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
};

/** What a text is found by: pairs of characters of Japanese, words of the rest; each once, whatever the locale of the database. */
export const termsOf = (text: string): string[] => {
  const plain = normalised(text);
  const japanese = (plain.match(unspaced) ?? []).flatMap(pairs);
  const words = plain.replace(unspaced, ' ').match(spaced) ?? [];
  return [...new Set([...japanese, ...words])];
};
