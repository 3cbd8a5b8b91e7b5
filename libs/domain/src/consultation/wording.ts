import type { Clause, DossierBody, Proof } from '#contracts';

type Text = Pick<DossierBody, 'clauses'>;

const flat = (clauses: readonly Clause[]): Clause[] =>
  clauses.flatMap((clause) => [clause, ...flat(clause.children)]);

/** The clause of that id, wherever it stands in the text. */
export const clauseIn = ({ clauses }: Text, id: string): Clause | undefined =>
  flat(clauses).find((clause) => clause.id === id);

/** How words are compared: full-width and half-width forms are one (NFKC), and white space does not count. */
const plain = (words: string): string => words.normalize('NFKC').replace(/\s+/gu, '');

export const sameWords = (one: string, other: string): boolean => plain(one) === plain(other);

/** Whether the words stand in the clause's own heading or text; a clause below it has an id of its own. */
export const standsIn = ({ heading = '', text }: Clause, words: string): boolean => {
  const wanted = plain(words);
  return wanted !== '' && [heading, text].some((part) => plain(part).includes(wanted));
};

/** Whether the text that proves a disposition stands in the clause it names, in this text. */
export const holdsIn = (text: Text, { clauseId, text: words }: Proof): boolean => {
  const clause = clauseIn(text, clauseId);
  return clause !== undefined && standsIn(clause, words);
};
