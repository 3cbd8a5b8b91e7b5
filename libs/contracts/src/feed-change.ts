import { growingMark, isJson } from './feed-data.js';
import type { Json } from './openapi.js';

/** What a consumer of a released schema would meet: where, and what. */
export interface Breach {
  path: string;
  what: string;
}

interface Side {
  schema: Json;
  defs: Json;
}
interface Pair {
  old: Side;
  now: Side;
  path: string;
  /** Pairs of shared parts that are being compared, so that trees end. */
  seen: ReadonlySet<string>;
}
type Rule = (pair: Pair) => Breach[];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const at = (side: Side, schema: unknown): Side => ({ ...side, schema: isJson(schema) ? schema : {} });
const inner = (pair: Pair, old: unknown, now: unknown, path: string): Breach[] =>
  compare({ ...pair, old: at(pair.old, old), now: at(pair.now, now), path });
const breach = (path: string, what: string): Breach[] => [
  { path: path === '' ? '(the data itself)' : path, what },
];

const refOf = ({ schema }: Side): string => ((schema['$ref'] ?? '') as string).replace('#/$defs/', '');
const resolved = (side: Side): Side => {
  const ref = refOf(side);
  return ref === '' ? side : resolved(at(side, side.defs[ref]));
};

const valuesOf = (schema: Json): unknown[] | undefined =>
  'const' in schema ? [schema['const']] : (schema['enum'] as unknown[] | undefined);

const values: Rule = ({ old, now, path }) => {
  const known = valuesOf(old.schema);
  if (!known || old.schema[growingMark] === true) return [];
  const sent = valuesOf(now.schema);
  if (!sent) return breach(path, 'any value, where the values were known');
  const further = sent.filter((value) => !known.some((each) => same(each, value)));
  return further.flatMap((value) => breach(path, `the further value ${JSON.stringify(value)}`));
};

const type: Rule = ({ old, now, path }) => {
  if (valuesOf(old.schema) && old.schema[growingMark] !== true) return [];
  const [was, is] = [old.schema['type'], now.schema['type']];
  const fits = was === undefined || same(was, is) || (was === 'number' && is === 'integer');
  return fits
    ? []
    : breach(path, `another type: ${JSON.stringify(was)} became ${JSON.stringify(is ?? 'any')}`);
};

/** Growing is promised, or not, when the version is released. */
const growth: Rule = ({ old, now, path }) =>
  now.schema[growingMark] === true && old.schema[growingMark] !== true
    ? breach(path, 'it may grow from now on')
    : [];

const lower = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const upper = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const limits: Rule = ({ old, now, path }) =>
  [...lower, ...upper].flatMap((key) => {
    const [was, is] = [old.schema[key], now.schema[key]] as (number | undefined)[];
    if (was === undefined) return [];
    const held = is !== undefined && (lower.includes(key) ? is >= was : is <= was);
    return held ? [] : breach(path, `a wider ${key}: ${was} became ${is ?? 'none'}`);
  });

const lookedAt = new Set([
  ...lower,
  ...upper,
  ...['type', 'const', 'enum', '$ref', '$defs', '$schema', '$id', 'id', 'anyOf', 'oneOf'],
  ...['properties', 'required', 'additionalProperties', 'items'],
  ...['title', 'description', 'default', 'examples', 'deprecated', '$comment', growingMark],
]);
/** Of everything else, a pattern or a format for example, nobody can say that it became narrower: it must stay. */
const rest: Rule = ({ old, now, path }) =>
  Object.entries(old.schema).flatMap(([key, was]) =>
    lookedAt.has(key) || same(was, now.schema[key])
      ? []
      : breach(
          path,
          `another ${key}: ${JSON.stringify(was)} became ${JSON.stringify(now.schema[key] ?? 'none')}`,
        ),
  );

const membersOf = ({ schema }: Side): Record<string, unknown> => (schema['properties'] ?? {}) as Json;
const requiredOf = ({ schema }: Side): string[] => (schema['required'] ?? []) as string[];

const member = (pair: Pair, name: string, was: unknown): Breach[] => {
  const path = pair.path === '' ? name : `${pair.path}.${name}`;
  const is = membersOf(pair.now)[name];
  if (is === undefined) return breach(path, 'it is gone');
  const optional = requiredOf(pair.old).includes(name) && !requiredOf(pair.now).includes(name);
  return [...(optional ? breach(path, 'it may be absent') : []), ...inner(pair, was, is, path)];
};

/** Members of any name, as in a record. */
const others: Rule = (pair) => {
  const { old, now, path } = pair;
  const [was, is] = [old.schema['additionalProperties'], now.schema['additionalProperties']];
  if (!isJson(was)) return [];
  const named = Object.entries(membersOf(now)).filter(([name]) => !(name in membersOf(old)));
  const fits = named.flatMap(([name, schema]) => inner(pair, was, schema, `${path}.${name}`));
  if (is === false) return fits;
  return [...fits, ...(isJson(is) ? inner(pair, was, is, `${path}.*`) : breach(path, 'members of any kind'))];
};

const members: Rule = (pair) => [
  ...Object.entries(membersOf(pair.old)).flatMap(([name, was]) => member(pair, name, was)),
  ...others(pair),
];

const items: Rule = (pair) => {
  const was = pair.old.schema['items'];
  return was === undefined ? [] : inner(pair, was, pair.now.schema['items'], `${pair.path}[]`);
};

const rules: Rule[] = [growth, values, type, limits, rest, members, items];

const optionsOf = ({ schema }: Side): unknown[] | undefined =>
  (schema['oneOf'] ?? schema['anyOf']) as unknown[] | undefined;

/** The value by which options of a union are told apart. */
const tagOf = (option: unknown): string => {
  const all = isJson(option) ? Object.entries((option['properties'] ?? {}) as Record<string, Json>) : [];
  const found = all.find(([, schema]) => 'const' in schema);
  return found ? JSON.stringify([found[0], found[1]['const']]) : '';
};

const option = (pair: Pair, known: unknown[], sent: unknown): Breach[] => {
  const tag = tagOf(sent);
  const told = tag !== '' && optionsOf(pair.old) !== undefined;
  const peers = told ? known.filter((each) => tagOf(each) === tag) : known;
  if (peers.length === 0) {
    return pair.old.schema[growingMark] === true ? [] : breach(pair.path, `a further alternative ${tag}`);
  }
  const tried = peers.map((each) => inner(pair, each, sent, pair.path));
  return tried.reduce((best, each) => (each.length < best.length ? each : best));
};

const compare: Rule = (pair) => {
  const refs = [refOf(pair.old), refOf(pair.now)];
  const key = refs.join(' ');
  if (!refs.includes('') && pair.seen.has(key)) return [];
  const next = {
    ...pair,
    old: resolved(pair.old),
    now: resolved(pair.now),
    seen: new Set(pair.seen).add(key),
  };
  const [known, sent] = [optionsOf(next.old), optionsOf(next.now)];
  if (!known && !sent) return rules.flatMap((rule) => rule(next));
  const alternatives = sent ?? [next.now.schema];
  return [...growth(next), ...alternatives.flatMap((each) => option(next, known ?? [next.old.schema], each))];
};

/**
 * What of a schema, as an event is sent now, would surprise a consumer of the released one (both strict, as `feedContracts` gives
 * them). Empty: they need not notice. A further member is no surprise, nor is a further value where the schema grows.
 */
export const breaches = (released: Json, current: Json): Breach[] => {
  const side = (schema: Json): Side => ({ schema, defs: (schema['$defs'] ?? {}) as Json });
  return compare({ old: side(released), now: side(current), path: '', seen: new Set() });
};
