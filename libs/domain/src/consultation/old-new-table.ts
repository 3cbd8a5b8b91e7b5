import type { Clause, ClauseChange, DossierBody } from '#contracts';
import { changesBetween, placed } from './diff.js';
import { segmentsOf, type Segment } from './segments.js';

/** One clause of the 新旧対照表; null where the text has no such clause. */
export interface OldNewRow extends ClauseChange {
  heading?: string;
  /** The former heading, when it was another. */
  headingBefore?: string;
  before: string | null;
  after: string | null;
  segments: Segment[];
}

/** Clauses of both texts in the order of the newer; one that is gone stands behind the clause it stood behind. */
const inOrder = (old: Iterable<string>, next: Iterable<string>): string[] => {
  const order = [...next];
  const known = new Set(order);
  let last: string | undefined;
  for (const id of old) {
    if (!known.has(id)) order.splice(last === undefined ? 0 : order.indexOf(last) + 1, 0, id);
    last = id;
  }
  return order;
};

const headings = (was: Clause | undefined, is: Clause | undefined) => {
  const heading = (is ?? was)?.heading;
  const former = was?.heading === heading ? undefined : was?.heading;
  return { ...(heading && { heading }), ...(former && { headingBefore: former }) };
};

const rowOf = (change: ClauseChange, was: Clause | undefined, is: Clause | undefined): OldNewRow => ({
  ...{ ...change, ...headings(was, is), before: was?.text ?? null, after: is?.text ?? null },
  segments: segmentsOf(was?.text ?? '', is?.text ?? ''),
});

/** 新旧対照表: every clause that was added, removed, changed or moved, in the order of the text. */
export const oldNewTable = (before: DossierBody, after: DossierBody): OldNewRow[] => {
  const [old, next] = [placed(before), placed(after)];
  const changes = new Map(changesBetween(before, after).map((change) => [change.clauseId, change]));
  return inOrder(old.keys(), next.keys())
    .flatMap((clauseId) => changes.get(clauseId) ?? [])
    .map((change) => rowOf(change, old.get(change.clauseId)?.clause, next.get(change.clauseId)?.clause));
};
