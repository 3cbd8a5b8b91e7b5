/** For every element, how many at most follow it in both orders, itself included. */
const chains = (before: readonly string[], place: ReadonlyMap<string, number>): Map<string, number> => {
  const lengths = new Map<string, number>();
  for (const id of before.toReversed()) {
    let longest = 0;
    for (const [other, length] of lengths)
      if (place.get(other)! > place.get(id)! && length > longest) longest = length;
    lengths.set(id, longest + 1);
  }
  return lengths;
};

/**
 * The longest common subsequence of two orders of the same elements. Of several the one whose ids sort first, so that it does
 * not matter which order is the older one.
 */
export const keptInOrder = (before: readonly string[], after: readonly string[]): ReadonlySet<string> => {
  const place = new Map(after.map((id, i) => [id, i]));
  const lengths = chains(before, place);
  const kept = new Set<string>();
  let rest = [...before];
  for (let left = Math.max(0, ...lengths.values()); left > 0; left--) {
    const next = rest.filter((id) => lengths.get(id) === left).toSorted()[0]!;
    kept.add(next);
    rest = rest.slice(rest.indexOf(next) + 1).filter((id) => place.get(id)! > place.get(next)!);
  }
  return kept;
};
