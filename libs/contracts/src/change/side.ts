import { isJson } from '../feed-data.js';
import { growingMark } from '../growing.js';
import type { Json } from '../openapi.js';
import { annotations, strangeIn } from './keywords.js';

/** A document whose schemas refer to each other, with what is known of their parts. */
export interface Book {
  root: Json;
  parts: Map<Json, Json[]>;
}
/** A schema in its document. */
export interface Side {
  schema: Json;
  book: Book;
}

export const bookOf = (root: Json): Book => ({ root, parts: new Map() });

const anything: Json = {};
/** Allows nothing. */
const nothing: Json = { not: {} };
export const isNothing = ({ schema }: Side): boolean => isJson(schema['not']) && same(schema['not'], {});

/** A schema below another; JSON Schema has `true`, `false` and "not said" as well. */
export const at = ({ book }: Side, schema: unknown): Side => {
  if (schema === false) return { book, schema: nothing };
  return { book, schema: isJson(schema) ? schema : anything };
};

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a `$ref` of the same document points to; undefined when there is nothing, or it points elsewhere. */
export const target = ({ root }: Book, ref: unknown): Json | undefined => {
  if (typeof ref !== 'string' || !ref.startsWith('#/')) return undefined;
  const steps = ref.slice(2).split('/');
  const found = steps.reduce<unknown>(
    (node, step) => (isJson(node) ? node[step.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined),
    root,
  );
  return isJson(found) ? found : undefined;
};

const marked = (schema: Json, key: 'anyOf' | 'oneOf'): Json[] =>
  schema[key] === undefined
    ? []
    : [{ [key]: schema[key], ...(growingMark in schema && { [growingMark]: schema[growingMark] }) }];

const split = (side: Side, above: ReadonlySet<Json>): Json[] => {
  const { $ref, allOf, anyOf, oneOf, ...own } = side.schema;
  // What is not understood may mean its neighbours, too.
  if (strangeIn(own) !== undefined) return [side.schema];
  const referred = target(side.book, $ref);
  const isUnion = anyOf !== undefined || oneOf !== undefined;
  const rest = Object.keys(own).filter((key) => !annotations.has(key) && !(isUnion && key === growingMark));
  const { type } = own;
  const plain = Array.isArray(type)
    ? { anyOf: type.map((each) => ({ ...own, type: each as unknown })) }
    : own;
  return [
    ...(referred ? partsOf(at(side, referred), above) : []),
    ...($ref !== undefined && !referred ? [{ $ref }] : []),
    ...((allOf ?? []) as unknown[]).flatMap((each) => partsOf(at(side, each), above)),
    ...marked(side.schema, 'anyOf'),
    ...marked(side.schema, 'oneOf'),
    ...(rest.length > 0 ? [plain] : []),
  ];
};

/**
 * Schemas that say the same together: each is a union and nothing else, or has neither union nor reference. Throws for a schema that
 * is nothing but itself.
 */
export const partsOf = (side: Side, above: ReadonlySet<Json> = new Set()): Json[] => {
  const { parts } = side.book;
  const known = parts.get(side.schema);
  if (known) return known;
  if (above.has(side.schema)) throw new Error('a schema refers to itself and says nothing else');
  const found = split(side, new Set(above).add(side.schema));
  const made = found.length > 0 ? found : [anything];
  parts.set(side.schema, made);
  for (const each of made) parts.set(each, [each]);
  return made;
};

/** The values that are listed; undefined: any. */
export const valuesOf = (schema: Json): unknown[] | undefined => {
  const { enum: some } = schema as { enum?: unknown[] };
  if (!('const' in schema)) return some;
  return !some || some.some((each) => same(each, schema['const'])) ? [schema['const']] : [];
};

export const optionsOf = (part: Json): unknown[] | undefined =>
  (part['oneOf'] ?? part['anyOf']) as unknown[] | undefined;

type Equal = (a: unknown, b: unknown) => boolean;

/** Whether two pieces of documents are the same to the letter, what they refer to included. */
export const alike = (one: Book, other: Book): Equal => {
  const compared = new Set<string>();
  const referred: Equal = (a, b) => {
    const [x, y] = [target(one, a), target(other, b)];
    const key = `${String(a)} ${String(b)}`;
    if (!x || !y) return !x && !y && same(a, b);
    if (compared.has(key)) return true;
    compared.add(key);
    return equal(x, y);
  };
  const equal: Equal = (a, b) => {
    if (Array.isArray(a) && Array.isArray(b))
      return a.length === b.length && a.every((each, i) => equal(each, b[i]));
    if (!isJson(a) || !isJson(b)) return Object.is(a, b);
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return keys.every((key) => (key === '$ref' ? referred(a[key], b[key]) : equal(a[key], b[key])));
  };
  return equal;
};
