import { growingMark } from '../growing.js';
import type { Json } from '../openapi.js';
import { finding, type Pair, type Rule } from './pair.js';
import { alike, valuesOf } from './side.js';
import { fixed, lower, strangeIn, upper } from './keywords.js';
import { words } from './words.js';

/** Further values and kinds are promised: to whoever reads, not of whatever we take. */
export const grows = ({ way }: Pair, schema: Json): boolean => way === 'sent' && schema[growingMark] === true;

const values: Rule = (pair) => {
  const [allowed, coming] = [pair.allowed.schema, pair.coming.schema];
  const known = valuesOf(allowed);
  if (!known || grows(pair, allowed)) return [];
  const sent = valuesOf(coming);
  if (!sent) return finding(pair, words[pair.way].anyValue);
  const texts = new Set(known.map((each) => JSON.stringify(each)));
  const further = sent.filter((value) => !texts.has(JSON.stringify(value)));
  return further.flatMap((value) => finding(pair, words[pair.way].value(value)));
};

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};
const typesOf = (schema: Json): unknown[] => {
  if (schema['type'] !== undefined) return [schema['type']];
  return valuesOf(schema)?.map(typeOf) ?? ['any'];
};

const type: Rule = (pair) => {
  const was = pair.allowed.schema['type'];
  const is = typesOf(pair.coming.schema);
  const fits = (each: unknown): boolean => each === was || (was === 'number' && each === 'integer');
  if (was === undefined || is.every(fits)) return [];
  return finding(
    pair,
    words[pair.way].keyword(
      'type',
      was,
      is.find((each) => !fits(each)),
    ),
  );
};

/** Growing is promised, or not, when it is released. */
export const growth: Rule = (pair) =>
  grows(pair, pair.coming.schema) && !grows(pair, pair.allowed.schema)
    ? finding(pair, 'it may grow from now on')
    : [];

const limits: Rule = (pair) =>
  [...lower, ...upper].flatMap((key) => {
    const [bound, is] = [pair.allowed.schema[key], pair.coming.schema[key]] as (number | undefined)[];
    if (bound === undefined) return [];
    const held = is !== undefined && (lower.includes(key) ? is >= bound : is <= bound);
    return held ? [] : finding(pair, words[pair.way].limit(key, bound, is));
  });

/** Of none can be said that it became narrower. Where it was, it must stay. */
const stays: Rule = (pair) =>
  fixed.flatMap((key) => {
    const [was, is] = [pair.allowed.schema[key], pair.coming.schema[key]];
    if (was === undefined || alike(pair.allowed.book, pair.coming.book)(was, is)) return [];
    return finding(pair, words[pair.way].keyword(key, was, is));
  });

/** A keyword that is not understood, in a schema that is not the same as it was. It may change what the others mean. */
export const strange = ({ allowed, coming }: Pair): string | undefined => {
  const keyword = strangeIn(allowed.schema) ?? strangeIn(coming.schema);
  if (keyword === undefined) return undefined;
  return alike(allowed.book, coming.book)(allowed.schema, coming.schema) ? undefined : keyword;
};

/** What one value must be. */
export const valueRules: Rule[] = [growth, values, type, limits, stays];
