import type { Clause, ClauseEdit } from '#contracts';
import { clauseIds, invalid } from './references.js';

type Tree = readonly Clause[];

const find = (tree: Tree, id: string): Clause | undefined => {
  for (const clause of tree) {
    const found = clause.id === id ? clause : find(clause.children, id);
    if (found) return found;
  }
  return undefined;
};

const change = (tree: Tree, id: string, by: (clause: Clause) => Clause[]): Clause[] =>
  tree.flatMap((clause) =>
    clause.id === id ? by(clause) : [{ ...clause, children: change(clause.children, id, by) }],
  );

/** Undefined when `after` is not among the siblings. */
const placeAfter = (siblings: Tree, after: string | null, clause: Clause): Clause[] | undefined => {
  const at = after === null ? 0 : siblings.findIndex(({ id }) => id === after) + 1;
  return after !== null && at === 0 ? undefined : [...siblings.slice(0, at), clause, ...siblings.slice(at)];
};

type Place = { parent: string | null; after: string | null };

const put = (tree: Tree, { parent, after }: Place, clause: Clause, path: string): Clause[] => {
  const under = parent === null ? undefined : find(tree, parent);
  if (parent !== null && !under)
    throw invalid([{ path: `${path}.parent`, message: `there is no clause ${parent}` }]);
  const siblings = placeAfter(under?.children ?? tree, after, clause);
  if (!siblings)
    throw invalid([{ path: `${path}.after`, message: `there is no clause ${after} at that place` }]);
  return parent === null ? siblings : change(tree, parent, (old) => [{ ...old, children: siblings }]);
};

const clauseOf = (tree: Tree, id: string, path: string): Clause => {
  const clause = find(tree, id);
  if (!clause) throw invalid([{ path: `${path}.clauseId`, message: `there is no clause ${id}` }]);
  return clause;
};

const without = (tree: Tree, id: string) => change(tree, id, () => []);

const apply = (tree: Tree, edit: ClauseEdit, path: string): Clause[] => {
  switch (edit.op) {
    case 'replace': {
      clauseOf(tree, edit.clauseId, path);
      const { heading, text, tags } = edit;
      return change(tree, edit.clauseId, (old) => [
        { ...old, ...(heading !== undefined && { heading }), ...(tags && { tags }), text },
      ]);
    }
    case 'insert': {
      const known = new Set(clauseIds(tree));
      const used = clauseIds([edit.clause]).find((id) => known.has(id));
      if (used) throw invalid([{ path: `${path}.clause.id`, message: `clause id ${used} is in use` }]);
      return put(tree, edit, edit.clause, path);
    }
    case 'move': {
      const clause = clauseOf(tree, edit.clauseId, path);
      return put(without(tree, edit.clauseId), edit, clause, path);
    }
    case 'remove':
      clauseOf(tree, edit.clauseId, path);
      return without(tree, edit.clauseId);
  }
};

/** Applies edits in order; ids of clauses that stay are kept. Throws `invalid-content` naming the edit that does not fit. */
export const editClauses = (tree: Tree, edits: readonly ClauseEdit[]): Clause[] =>
  edits.reduce<Clause[]>((edited, edit, i) => apply(edited, edit, `clauseEdits.${i}`), [...tree]);
