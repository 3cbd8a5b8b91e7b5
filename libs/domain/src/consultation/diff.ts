import type { Clause, ClauseChange, DossierBody } from '#contracts';
import { keptInOrder } from './order.js';

/** A clause in its place; `above` are the clauses it lies in, outermost first. */
export interface Placed {
  clause: Clause;
  above: readonly string[];
}

const flat = (clauses: readonly Clause[], above: readonly string[] = []): Placed[] =>
  clauses.flatMap((clause) => [{ clause, above }, ...flat(clause.children, [...above, clause.id])]);

/** Every clause by its id, in the order of the text. */
export const placed = ({ clauses }: DossierBody): ReadonlyMap<string, Placed> =>
  new Map(flat(clauses).map((one) => [one.clause.id, one]));

type Text = ReadonlyMap<string, Placed>;

const parentOf = ({ above }: Placed): string => above.at(-1) ?? '';

const childrenByParent = (text: Text): Map<string, string[]> => {
  const children = new Map<string, string[]>();
  for (const [id, one] of text) children.set(parentOf(one), [...(children.get(parentOf(one)) ?? []), id]);
  return children;
};

/** Clauses with the same parent in both texts that must be taken out to make the order of the others the same. */
const reordered = (old: Text, next: Text): ReadonlySet<string> => {
  const now = childrenByParent(next);
  const stays = (parent: string) => (id: string) => {
    const [was, is] = [old.get(id), next.get(id)];
    return was !== undefined && is !== undefined && parentOf(was) === parent && parentOf(is) === parent;
  };
  const moved = [...childrenByParent(old)].flatMap(([parent, before]) => {
    const siblings = before.filter(stays(parent));
    const kept = keptInOrder(siblings, (now.get(parent) ?? []).filter(stays(parent)));
    return siblings.filter((id) => !kept.has(id));
  });
  return new Set(moved);
};

const changeOf = (was: Placed | undefined, is: Placed | undefined): ClauseChange['change'] | undefined => {
  if (!was) return 'added';
  if (!is) return 'removed';
  const { heading, text } = was.clause;
  if (heading !== is.clause.heading || text !== is.clause.text) return 'changed';
  return parentOf(was) === parentOf(is) ? undefined : 'moved';
};

/**
 * How the clauses of one text differ from those of another, in the order of the newer text, removed ones last. A clause that
 * changed and moved is listed as changed; tags are not text.
 */
export const changesBetween = (before: DossierBody, after: DossierBody): ClauseChange[] => {
  const [old, next] = [placed(before), placed(after)];
  const moved = reordered(old, next);
  return [...new Set([...next.keys(), ...old.keys()])].flatMap((clauseId) => {
    const change = changeOf(old.get(clauseId), next.get(clauseId)) ?? (moved.has(clauseId) && 'moved');
    return change ? [{ clauseId, change }] : [];
  });
};
