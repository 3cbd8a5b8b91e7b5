import type { Clause } from '#contracts';

const flat = (clauses: readonly Clause[]): Clause[] => clauses.flatMap((one) => [one, ...flat(one.children)]);
const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/** The clause a cell names: by its id, which may be followed by its heading or lack the letter before the number, or by a heading that is unique. */
export const clauseIdOf = (cell: string, clauses: readonly Clause[]): string | undefined => {
  const known = flat(clauses);
  const whole = plain(cell);
  const [first = ''] = whole.split(/\s/);
  const byId =
    known.find(({ id }) => id === first) ?? known.find(({ id }) => id.replace(/^[a-z]+(?=\d)/, '') === first);
  if (byId) return byId.id;
  const byHeading = known.filter(({ heading }) => heading !== undefined && plain(heading) === whole);
  return byHeading.length === 1 ? byHeading[0]?.id : undefined;
};
