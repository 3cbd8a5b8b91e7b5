/** A run of text that stayed, came in or went out. */
export interface Segment {
  kind: 'same' | 'inserted' | 'deleted';
  text: string;
}

/** Above either, the whole text is shown as replaced: characters of one text, and edits that are looked for. */
const bounds = { characters: 4_000, edits: 1_000 } as const;

/** Latin words and numbers whole, everything else by the character. */
const tokens = (text: string): string[] => text.match(/[A-Za-z0-9]+|\s+|[\s\S]/gu) ?? [];

/** The furthest `x` on each diagonal, by the number of edits before it (Myers 1986). */
type Trace = ReadonlyMap<number, number>[];

const goesDown = (furthest: ReadonlyMap<number, number>, k: number, d: number): boolean =>
  k === -d || (k !== d && (furthest.get(k - 1) ?? -1) < (furthest.get(k + 1) ?? -1));

const traceOf = (a: readonly string[], b: readonly string[]): Trace | undefined => {
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Trace = [];
  for (let d = 0; d <= Math.min(a.length + b.length, bounds.edits); d++) {
    trace.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      let x = goesDown(furthest, k, d) ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return trace;
    }
  }
  return undefined;
};

/** From the end back to the beginning along the trace. */
const pathOf = (a: readonly string[], b: readonly string[], trace: Trace): Segment[] => {
  const path: Segment[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = trace.length - 1; d >= 0; d--) {
    const furthest = trace[d]!;
    const down = goesDown(furthest, x - y, d);
    const fromK = down ? x - y + 1 : x - y - 1;
    const fromX = d === 0 ? 0 : (furthest.get(fromK) ?? 0);
    const fromY = d === 0 ? 0 : fromX - fromK;
    const [stepX, stepY] = d === 0 ? [0, 0] : down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    for (; x > stepX && y > stepY; x--, y--) path.push({ kind: 'same', text: a[x - 1]! });
    if (d > 0) path.push(down ? { kind: 'inserted', text: b[fromY]! } : { kind: 'deleted', text: a[fromX]! });
    [x, y] = [fromX, fromY];
  }
  return path.reverse();
};

const joined = (path: readonly Segment[]): Segment[] => {
  const runs: Segment[] = [];
  for (const { kind, text } of path) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text) runs.push({ kind, text });
  }
  return runs;
};

const replaced = (before: string, after: string): Segment[] =>
  joined([
    { kind: 'deleted', text: before },
    { kind: 'inserted', text: after },
  ]);

/** What came in and what went out, in the order of the text. */
export const segmentsOf = (before: string, after: string): Segment[] => {
  if (before === after) return joined([{ kind: 'same', text: after }]);
  if (Math.max(before.length, after.length) > bounds.characters) return replaced(before, after);
  const [a, b] = [tokens(before), tokens(after)];
  const trace = traceOf(a, b);
  return trace ? joined(pathOf(a, b, trace)) : replaced(before, after);
};
