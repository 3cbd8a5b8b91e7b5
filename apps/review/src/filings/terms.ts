const RUN = /[a-z0-9]+|[\u3005\u3400-\u9fff]+|[\u30a0-\u30ff]+/g;

const STOP = new Set(
  (
    'a about across also an and any are as at be been between but by can could do does for from had has have how in into is it its ' +
    'may more no not of on or other our over s such than that the their them then there these they this those through to under up us ' +
    'use used user users uses using via was we were what when where which while who will with within would you your'
  ).split(' '),
);

const stem = (word: string): string => {
  if (word.length <= 3) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length <= 5) return word.replace(/(?<!s)s$/, '');
  return word.replace(/(?:ing|ed|es|s)$/, '');
};

const pairs = (run: string): string[] =>
  run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2));

/**
 * The terms of a text in Japanese, English or both: stems of words, and pairs of neighbouring kanji or katakana; hiragana, which carry
 * the grammar, are left out. Full-width and half-width forms are one. Needs nothing of the database's locale.
 */
export const termsOf = (text: string): Set<string> => {
  const terms = new Set<string>();
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(RUN)) {
    if (!/^[a-z0-9]/.test(run)) pairs(run).forEach((pair) => terms.add(pair));
    else if (run.length > 1 && !STOP.has(run)) terms.add(stem(run));
  }
  return terms;
};
