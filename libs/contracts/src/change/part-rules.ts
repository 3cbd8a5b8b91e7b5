import { isJson } from '../feed-data.js';
import type { Json } from '../openapi.js';
import { below, finding, type Finding, type Pair, type Rule } from './pair.js';
import { isNothing, same, target, type Side } from './side.js';
import { words } from './words.js';

const membersOf = ({ schema }: Side): Json => (schema['properties'] ?? {}) as Json;
const requiredOf = ({ schema }: Side): string[] => (schema['required'] ?? []) as string[];
const othersOf = ({ schema }: Side): unknown => schema['additionalProperties'] ?? true;

const named = (...sides: Side[]): string[] => [
  ...new Set(sides.flatMap((side) => [...Object.keys(membersOf(side)), ...requiredOf(side)])),
];
const absent = (pair: Pair, name: string): Finding[] =>
  requiredOf(pair.allowed).includes(name) && !requiredOf(pair.coming).includes(name)
    ? finding(below(pair, {}, {}, name), words[pair.way].absent)
    : [];

/** A reader knows the members it was told of and passes over others. */
const sentMember = (pair: Pair, name: string, inner: Rule): Finding[] => {
  const [was, is] = [membersOf(pair.allowed)[name], membersOf(pair.coming)[name]];
  const step = below(pair, was, is, name);
  if (is === undefined && was !== undefined) return finding(step, words.sent.gone);
  return [...absent(pair, name), ...inner(step, inner)];
};

const sentOthers: Rule = (pair, inner) => {
  const [was, is] = [pair.allowed.schema['additionalProperties'], othersOf(pair.coming)];
  if (!isJson(was)) return [];
  const known = membersOf(pair.allowed);
  const further = Object.entries(membersOf(pair.coming)).filter(([name]) => !(name in known));
  const fits = further.flatMap(([name, schema]) => inner(below(pair, was, schema, name), inner));
  const rest = below(pair, was, is, '*');
  if (is === true && !same(was, {})) return [...fits, ...finding(rest, words.sent.others)];
  return [...fits, ...inner(rest, inner)];
};

const defaultOf = ({ book }: Side, schema: unknown): unknown =>
  isJson(schema) ? (schema['default'] ?? target(book, schema['$ref'])?.['default']) : undefined;
/** Default values are what is meant by whoever leaves a member out. */
const meantOtherwise = (pair: Pair, name: string): Finding[] => {
  const [is, was] = [membersOf(pair.allowed)[name], membersOf(pair.coming)[name]];
  const defaults = [defaultOf(pair.allowed, is), defaultOf(pair.coming, was)] as const;
  if (is === undefined || was === undefined || same(...defaults)) return [];
  return finding(below(pair, is, was, name), words.taken.keyword('default', ...defaults));
};

/** What was sent before: a member that the schema does not name is one of the others. */
const takenMember = (pair: Pair, name: string, inner: Rule): Finding[] => {
  const [allowed, coming] = [pair.allowed, pair.coming].map((side) =>
    name in membersOf(side) ? membersOf(side)[name] : othersOf(side),
  );
  const step = below(pair, allowed, coming, name);
  if (isNothing(step.coming)) return absent(pair, name);
  if (isNothing(step.allowed)) return finding(step, words.taken.gone);
  return [...absent(pair, name), ...meantOtherwise(pair, name), ...inner(step, inner)];
};

const takenOthers: Rule = (pair, inner) => {
  const rest = below(pair, othersOf(pair.allowed), othersOf(pair.coming), '*');
  if (isNothing(rest.coming)) return [];
  return isNothing(rest.allowed) ? finding(rest, words.taken.others) : inner(rest, inner);
};

const members: Rule = (pair, inner) =>
  pair.way === 'sent'
    ? [...named(pair.allowed).flatMap((name) => sentMember(pair, name, inner)), ...sentOthers(pair, inner)]
    : [
        ...named(pair.allowed, pair.coming).flatMap((name) => takenMember(pair, name, inner)),
        ...takenOthers(pair, inner),
      ];

const text: Json = { type: 'string' };
const names: Rule = (pair, inner) => {
  const { propertyNames: was } = pair.allowed.schema;
  if (was === undefined) return [];
  return inner(below(pair, was, pair.coming.schema['propertyNames'] ?? text, '(names)'), inner);
};

const items: Rule = (pair, inner) => {
  const { items: was } = pair.allowed.schema;
  return was === undefined ? [] : inner(below(pair, was, pair.coming.schema['items'], '[]'), inner);
};

/** What the members and items of a value must be. */
export const partRules: Rule[] = [members, names, items];
