import type { Clause, ClauseChange, DossierBody } from '#contracts';

interface Placed {
  clause: Clause;
  parent: string | null;
}

const flat = (clauses: readonly Clause[], parent: string | null = null): Placed[] =>
  clauses.flatMap((clause) => [{ clause, parent }, ...flat(clause.children, clause.id)]);

const byId = (clauses: readonly Clause[]): Map<string, Placed> =>
  new Map(flat(clauses).map((placed) => [placed.clause.id, placed]));

/** Ids of the siblings that stay, in order: a clause is moved when its place among them changes. */
const changeOf = (
  before: Placed | undefined,
  after: Placed | undefined,
): ClauseChange['change'] | undefined => {
  if (!before) return 'added';
  if (!after) return 'removed';
  const { heading, text } = before.clause;
  if (heading !== after.clause.heading || text !== after.clause.text) return 'changed';
  return before.parent === after.parent ? undefined : 'moved';
};

/** How the clauses of one text differ from those of another, in the order of the newer text, removed ones last. */
export const changesBetween = (before: DossierBody, after: DossierBody): ClauseChange[] => {
  const [old, next] = [byId(before.clauses), byId(after.clauses)];
  return [...new Set([...next.keys(), ...old.keys()])].flatMap((clauseId) => {
    const change = changeOf(old.get(clauseId), next.get(clauseId));
    return change ? [{ clauseId, change }] : [];
  });
};
