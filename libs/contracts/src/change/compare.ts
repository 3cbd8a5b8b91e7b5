import { apart, tagName, tagOf } from './options.js';
import { below, finding, type Finding, type Pair, type Rule } from './pair.js';
import { partRules } from './part-rules.js';
import { alike, isNothing, optionsOf, partsOf, type Side } from './side.js';
import { grows, growth, strange, valueRules } from './value-rules.js';
import { words, type Way } from './words.js';

const fewest = (tried: Finding[][]): Finding[] =>
  tried.reduce((best, each) => (each.length < best.length ? each : best));

const option = (pair: Pair, known: unknown[], sent: unknown): Finding[] => {
  const { allowed, coming } = pair;
  const name = optionsOf(allowed.schema) && tagName(allowed.book, known);
  const tag = name === undefined ? undefined : tagOf(coming.book, sent, name);
  const peers =
    name === undefined || tag === undefined
      ? known
      : known.filter((each) => tagOf(allowed.book, each, name) === tag);
  if (peers.length > 0) return fewest(peers.map((each) => compare(below(pair, each, sent), compare)));
  return grows(pair, allowed.schema) ? [] : finding(pair, words[pair.way].alternative(tag ?? ''));
};

/** Of `oneOf` a value must fit exactly one: only where no value fits two is it enough to fit one. */
const overlapping = ({ allowed, coming }: Pair): boolean =>
  allowed.schema['oneOf'] !== undefined &&
  !apart(allowed.book, allowed.schema['oneOf'] as unknown[]) &&
  !alike(allowed.book, coming.book)(allowed.schema['oneOf'], coming.schema['oneOf']);

const union: Rule = (pair, inner) => {
  const [known, sent] = [optionsOf(pair.allowed.schema), optionsOf(pair.coming.schema)];
  if (overlapping(pair)) return finding(pair, 'alternatives that are not told apart by a constant differ');
  const alternatives = sent ?? [pair.coming.schema];
  return [
    ...growth(pair, inner),
    ...alternatives.flatMap((each) => option(pair, known ?? [pair.allowed.schema], each)),
  ];
};

const part: Rule = (pair, inner) => {
  const keyword = strange(pair);
  if (keyword !== undefined)
    return finding(pair, `something differs beside "${keyword}", which is not understood`);
  if (optionsOf(pair.allowed.schema) || optionsOf(pair.coming.schema)) return union(pair, inner);
  return [...valueRules, ...partRules].flatMap((rule) => rule(pair, inner));
};

/** Every part of what is allowed must be met by a part of what comes. */
const compare: Rule = (pair) => {
  const { allowed, coming, open } = pair;
  if (isNothing(coming) || Object.keys(allowed.schema).length === 0) return [];
  // Also where something in it is not understood: the same stays the same.
  if (alike(allowed.book, coming.book)(allowed.schema, coming.schema)) return [];
  const compared = open.get(allowed.schema) ?? new Map<object, number>();
  const depth = compared.get(coming.schema);
  // Met again further down, it is a tree, and holds if the rest does.
  if (depth !== undefined) return depth < pair.at.length ? [] : finding(pair, 'an alternative of itself');
  open.set(allowed.schema, compared.set(coming.schema, pair.at.length));
  const sent = partsOf(coming);
  const found = partsOf(allowed).flatMap((each) =>
    fewest(sent.map((other) => part(below(pair, each, other), compare))),
  );
  compared.delete(coming.schema);
  return found;
};

/** Where a schema, as it is, would surprise whoever relied on the released one. */
export const findings = (way: Way, released: Side, current: Side): Finding[] => {
  const [allowed, coming] = way === 'sent' ? [released, current] : [current, released];
  return compare({ allowed, coming, way, at: [], open: new Map() }, compare);
};
