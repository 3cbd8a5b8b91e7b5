import fc from 'fast-check';
import { DossierBody, type Clause, type ClauseChange } from '#contracts';
import { exampleBody } from '../testing.js';
import { changesBetween, placed } from './diff.js';
import { keptInOrder } from './order.js';
import { oldNewTable } from './old-new-table.js';
import { partsChanged } from './parts.js';
import { segmentsOf } from './segments.js';

const body = (clauses: Clause[]): DossierBody => ({ ...exampleBody('guideline'), clauses });
const clause = (id: string, text = id, children: Clause[] = [], heading?: string): Clause => ({
  id,
  text,
  children,
  ...(heading && { heading }),
});

/** A tree over a few ids, each used at most once: two of them share many clauses. */
const tree: fc.Arbitrary<Clause[]> = fc
  .tuple(
    fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g']),
    fc.array(fc.nat(3), { minLength: 7, maxLength: 7 }),
    fc.array(fc.constantFrom('x', 'y'), { minLength: 7, maxLength: 7 }),
  )
  .map(([ids, up, texts]) => {
    const clauses: Clause[] = ids.map((id, i) => clause(id, texts[i]));
    const roots: Clause[] = [];
    clauses.forEach((one, i) =>
      (up[i]! > 0 && i >= up[i]! ? clauses[i - up[i]!]!.children : roots).push(one),
    );
    return roots;
  });

const mirrored = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved' } as const;
const byId = (changes: ClauseChange[]) => changes.toSorted((a, b) => (a.clauseId < b.clauseId ? -1 : 1));

type Diff = typeof changesBetween;

/** Every clause whose wording differs is listed, and nothing is when the text is the same. */
const complete = (diff: Diff) =>
  fc.assert(
    fc.property(tree, tree, (one, other) => {
      const [old, next] = [placed(body(one)), placed(body(other))];
      const listed = new Set(diff(body(one), body(other)).map(({ clauseId }) => clauseId));
      for (const id of new Set([...old.keys(), ...next.keys()]))
        if (old.get(id)?.clause.text !== next.get(id)?.clause.text) expect(listed).toContain(id);
      expect(diff(body(one), body(one))).toEqual([]);
    }),
  );

describe('the difference of two texts', () => {
  it('lists every clause whose wording differs, and none of the same text', () => complete(changesBetween));

  it('is noticed to be incomplete when it looks at the top level only', () => {
    const shallow: Diff = (a, b) =>
      changesBetween(a, b).filter(({ clauseId }) =>
        [...a.clauses, ...b.clauses].some(({ id }) => id === clauseId),
      );
    expect(() => complete(shallow)).toThrow();
  });

  it('is the same read from the other side, with added and removed in each other’s place', () => {
    fc.assert(
      fc.property(tree, tree, (one, other) => {
        const back = changesBetween(body(other), body(one)).map(({ clauseId, change }) => ({
          clauseId,
          change: mirrored[change],
        }));
        expect(byId(back)).toEqual(byId(changesBetween(body(one), body(other))));
      }),
    );
  });

  it('calls a clause moved under another parent, and of reordered siblings the fewest', () => {
    const before = body(['a', 'b', 'c', 'd'].map((id) => clause(id)));
    expect(changesBetween(before, body(['b', 'c', 'd', 'a'].map((id) => clause(id))))).toEqual([
      { clauseId: 'a', change: 'moved' },
    ]);
    const under = body([clause('a'), clause('b', 'b', [clause('d')]), clause('c')]);
    expect(changesBetween(before, under)).toEqual([{ clauseId: 'd', change: 'moved' }]);
  });

  it('does not call siblings moved because one came in or went out before them', () => {
    const before = body([clause('a'), clause('b'), clause('c')]);
    expect(changesBetween(before, body([clause('z'), clause('b'), clause('c')]))).toEqual([
      { clauseId: 'z', change: 'added' },
      { clauseId: 'a', change: 'removed' },
    ]);
  });

  it('lists the clauses within one that came in or went out, a heading, and no change of tags alone', () => {
    const nested = body([clause('a', 'a', [clause('a.1', 'a.1', [clause('a.1.1')])])]);
    expect(changesBetween(body([]), nested).map(({ clauseId }) => clauseId)).toEqual(['a', 'a.1', 'a.1.1']);
    const plain = body([clause('a')]);
    expect(changesBetween(plain, body([clause('a', 'a', [], '目的')]))).toEqual([
      { clauseId: 'a', change: 'changed' },
    ]);
    expect(changesBetween(plain, body([{ ...clause('a'), tags: ['copyright'] }]))).toEqual([]);
  });

  it('leaves the longest order that both have', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const longest = (one: string[], other: string[]): number => {
      if (one.length === 0 || other.length === 0) return 0;
      const [first, ...rest] = one;
      const at = other.indexOf(first!);
      return Math.max(longest(rest, other), at < 0 ? 0 : 1 + longest(rest, other.slice(at + 1)));
    };
    const order = fc.shuffledSubarray(ids, { minLength: ids.length });
    fc.assert(
      fc.property(order, order, (one, other) => {
        const kept = keptInOrder(one, other);
        expect(kept.size).toBe(longest(one, other));
        expect(one.filter((id) => kept.has(id))).toEqual(other.filter((id) => kept.has(id)));
      }),
    );
  });
});

describe('parts outside of the clauses', () => {
  const read = (content: object = {}, head: object = {}) =>
    DossierBody.parse(exampleBody('guideline', { ...content }, { ...head }));
  const parts = (content: object, head: object = {}) => partsChanged(read(), read(content, head));

  it('concern consultees when they say something of their own', () => {
    expect(parts({})).toEqual([]);
    expect(parts({ scope: 'all' }, { competenceTags: ['copyright'] })).toEqual([
      'head.competenceTags',
      'content.scope',
    ]);
  });

  it('do not when they are counted from the text or are the lead’s own, as is a co-lead that comes in', () => {
    expect(parts({ pages: 50 }, { contact: { bureau: 'x' }, coLeads: ['MIC'] })).toEqual([]);
  });
});

describe('the old and new table (新旧対照表)', () => {
  it('has the changed clauses only, in the order of the text, a removed one where it stood', () => {
    const before = body([clause('a'), clause('b', '旧', [clause('b.1')], '契約'), clause('c'), clause('d')]);
    const after = body([clause('a'), clause('b', '新', [], '契約等'), clause('c'), clause('e'), clause('d')]);
    expect(oldNewTable(before, after)).toEqual([
      {
        clauseId: 'b',
        change: 'changed',
        heading: '契約等',
        headingBefore: '契約',
        before: '旧',
        after: '新',
        segments: [
          { kind: 'deleted', text: '旧' },
          { kind: 'inserted', text: '新' },
        ],
      },
      {
        clauseId: 'b.1',
        change: 'removed',
        before: 'b.1',
        after: null,
        segments: [{ kind: 'deleted', text: 'b.1' }],
      },
      {
        clauseId: 'e',
        change: 'added',
        before: null,
        after: 'e',
        segments: [{ kind: 'inserted', text: 'e' }],
      },
    ]);
  });

  it('marks what came in and what went out, Japanese by the character and Latin by the word', () => {
    expect(segmentsOf('学習利用の有無を確認する。', '学習利用の有無及び範囲を確認する。')).toEqual([
      { kind: 'same', text: '学習利用の有無' },
      { kind: 'inserted', text: '及び範囲' },
      { kind: 'same', text: 'を確認する。' },
    ]);
    expect(segmentsOf('DS-920 applies', 'DS-930 applies').map(({ text }) => text)).toEqual([
      ...['DS-', '920', '930', ' applies'],
    ]);
  });

  it('gives both texts back from its runs, which differ in kind from one to the next', () => {
    const text = fc.string({ unit: fc.constantFrom('あ', 'い', 'a', ' ', '𠮷', '。'), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = segmentsOf(before, after);
        const without = (kind: string) =>
          runs
            .filter((run) => run.kind !== kind)
            .map((run) => run.text)
            .join('');
        expect([without('inserted'), without('deleted')]).toEqual([before, after]);
        runs.forEach((run, i) => expect(run.kind).not.toBe(runs[i + 1]?.kind));
      }),
    );
  });

  it('shows a very long text, or one with nothing in common, as replaced', () => {
    const long = '長'.repeat(4_001);
    expect(segmentsOf(long, `${long}文`).map(({ kind }) => kind)).toEqual(['deleted', 'inserted']);
    expect(segmentsOf('甲'.repeat(3_000), '乙'.repeat(3_000)).map(({ kind }) => kind)).toEqual([
      'deleted',
      'inserted',
    ]);
  });
});
