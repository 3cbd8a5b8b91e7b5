import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { breaches, openSchema, type Json } from '#contracts';
import { changedStrangely, choice, object, strangeSchema, text } from './schemas';
import { valuesNear } from './values-near';

const tree = (leaf: Json): Json => ({
  ...object({ root: { $ref: '#/$defs/Node' } }),
  $defs: { Node: object({ leaf, children: { type: 'array', items: { $ref: '#/$defs/Node' } } }) },
});
const one = (schema: Json): Json => object({ a: schema });
const nullable = (schema: Json): Json => ({ anyOf: [schema, { type: 'null' }] });
const open = (properties: Json): Json => ({ type: 'object', properties });

const refused: [string, Json, Json, string, string | RegExp][] = [
  ['a member more is required', object({}), object({ a: text }), 'a', 'it is required now'],
  ['a member must be there', object({ a: text }, []), object({ a: text }), 'a', 'it is required now'],
  ['a member is gone', object({ a: text }, []), object({}), 'a', 'it is refused now'],
  [
    'a text is shorter',
    one({ ...text, maxLength: 9 }),
    one({ ...text, maxLength: 5 }),
    'a',
    'shorter than before: maxLength 9 became 5',
  ],
  ['a text has an end', one(text), one({ ...text, maxLength: 5 }), 'a', /^shorter than before/],
  ['a value less', one({ enum: ['X', 'Y'] }), one({ enum: ['X'] }), 'a', 'the value "Y" is refused now'],
  ['any text becomes a few', one(text), one({ ...text, enum: ['X'] }), 'a', /^only certain values/],
  ['a pattern', one(text), one({ ...text, pattern: '^a' }), 'a', /^another pattern: "none"/],
  ['another type', one(text), one({ type: 'integer' }), 'a', 'another type: "string" became "integer"'],
  ['no null any more', one(nullable(text)), one(text), 'a', /^another type: "null"/],
  ['no null any more, in a list of types', one({ type: ['string', 'null'] }), one(text), 'a', /"null"/],
  ['an alternative less', one(choice('x', 'y')), one(choice('x')), 'a', /\["type","y"\].* is refused now/],
  ['another default', one({ ...text, default: 'X' }), one({ ...text, default: 'Y' }), 'a', /another default/],
  ['deep in a tree', tree(text), tree({ ...text, maxLength: 1 }), 'root.leaf', /^shorter/],
  ['members of any name', open({}), object({}), '*', 'further members are refused now'],
  ['a free member gets a type', open({}), open({ a: text }), 'a', /^another type: "any"/],
  ['a rule that is not understood', one(text), one({ ...text, if: { const: 'X' } }), 'a', /"if"/],
  [
    'neighbours of a rule that is not understood',
    { ...open({ a: text, b: text }), unevaluatedProperties: false },
    { ...open({ a: text }), unevaluatedProperties: false },
    '(the data itself)',
    /"unevaluatedProperties"/,
  ],
  [
    'what a rule refers to',
    { ...one({ not: { $ref: '#/$defs/N' } }), $defs: { N: { const: 1 } } },
    { ...one({ not: { $ref: '#/$defs/N' } }), $defs: { N: { const: 2 } } },
    'a',
    /^another not/,
  ],
  [
    'a rule more beside a reference',
    { ...one({ $ref: '#/$defs/N' }), $defs: { N: text } },
    { ...one({ $ref: '#/$defs/N', maxLength: 2 }), $defs: { N: text } },
    'a',
    /^shorter/,
  ],
  [
    'alternatives that begin to overlap',
    { oneOf: [{ type: 'string' }, { type: 'integer' }] },
    { oneOf: [{ type: 'string' }, { type: 'integer' }, {}] },
    '(the data itself)',
    /not told apart/,
  ],
];

const unknownBelow = (): Json => ({
  anyOf: [
    object({}),
    { anyOf: [object({ a: { type: ['string', 'null'], unevaluatedItems: {} } }, []), { type: 'integer' }] },
  ],
});

const nothingToCallers: [string, Json, Json][] = [
  ['nothing', tree(text), tree(text)],
  ['nothing about what is not understood', unknownBelow(), unknownBelow()],
  ['an optional member more', object({ a: text }), object({ a: text, b: text }, ['a'])],
  ['an optional member with a default', object({}), object({ a: { ...text, default: 'X' } }, [])],
  ['a member that may be absent', object({ a: text }), object({ a: text }, [])],
  ['a longer text', one({ ...text, maxLength: 5 }), one({ ...text, maxLength: 9 })],
  ['no pattern any more', one({ ...text, pattern: '^a' }), one(text)],
  ['a value more', one({ enum: ['X'] }), one({ enum: ['X', 'Y'] })],
  ['null as well', one(text), one(nullable(text))],
  ['null said otherwise', one({ type: ['string', 'null'] }), one(nullable(text))],
  ['an alternative more', one(choice('x')), one(choice('x', 'y'))],
  ['whole numbers become any', one({ type: 'integer' }), one({ type: 'number' })],
  ['a rule that says nothing', tree(text), tree({ allOf: [text, {}] })],
  ['a mark of growing', one({ enum: ['X'] }), one({ enum: ['X'], 'x-growing': true })],
];

describe('a change of what we take', () => {
  it.each(refused)('breaks with callers: %s', (_, old, now, path, what) => {
    const found = breaches(old, now, 'taken');
    expect(found).toContainEqual({ path, what: expect.stringMatching(what) });
  });

  it.each(nothingToCallers)('is nothing to callers: %s', (_, old, now) => {
    expect(breaches(old, now, 'taken')).toEqual([]);
  });
});

describe('a tree that is a chain of references out of step', () => {
  const chain = (leaf: Json, ...names: string[]): Json => ({
    ...{ $ref: `#/$defs/${names[0]}` },
    $defs: Object.fromEntries(
      names.map((name, i) => {
        const next = { $ref: `#/$defs/${names[(i + 1) % names.length]}` };
        return [name, object({ leaf, next: object({ leaf, next }, ['leaf']) }, ['leaf'])];
      }),
    ),
  });
  it.each(['sent', 'taken'] as const)('is compared to its end: %s', (way) => {
    expect(breaches(chain(text, 'A'), chain(text, 'A', 'B', 'C'), way)).toEqual([]);
    const later = breaches(chain(text, 'A'), chain({ type: 'integer' }, 'A', 'B'), way);
    expect(later.map(({ path }) => path)).toEqual(expect.arrayContaining(['leaf', 'next.leaf']));
  });

  it('is no reason to allow whatever is an alternative of itself', () => {
    const loop = { anyOf: [text, { $ref: '#/$defs/Loop' }] };
    const now = { ...loop, $defs: { Loop: loop } };
    expect(breaches({ type: 'integer' }, now, 'taken')).not.toEqual([]);
    expect(() => breaches(text, { $ref: '#/$defs/A', $defs: { A: { $ref: '#/$defs/A' } } })).toThrow(
      /itself/,
    );
  });
});

const ajv = new Ajv({ strict: false, validateSchema: false, logger: false, code: { optimize: false } });
type Judge = (old: Json, now: Json) => unknown[];
type Way = 'sent' | 'taken';

/** Instances of the one that the other refuses, of the schema that must allow them in each way. */
const slip = (way: Way, [old, now]: [Json, Json], seed: number): unknown[] => {
  const compile = (schema: Json) => ajv.compile(structuredClone(schema));
  const opened = (schema: Json) => openSchema(schema) as Json;
  const [coming, allowed] = way === 'taken' ? [old, now] : [now, opened(old)];
  const [comes, fits] = [compile(coming), compile(allowed)];
  // Alternatives that exclude each other may not, once they are open: that is no change.
  const stays = way === 'taken' ? () => true : compile(opened(now));
  const sample = (schema: Json) => fc.sample(valuesNear(schema), { numRuns: 12, seed });
  const values = [...sample(coming), ...sample(allowed)];
  return values.filter((value) => comes(value) && stays(value) && !fits(value));
};

/** Looks for a change of which nothing is said, and a value that shows it. */
const unnoticed = (way: Way, judge: Judge, run: { numRuns: number; seed?: number }) =>
  fc.check(
    fc.property(
      strangeSchema.chain((old) => fc.tuple(fc.constant(old), changedStrangely(old))),
      fc.noShrink(fc.nat()),
      (pair, seed) => judge(...pair).length > 0 || slip(way, pair, seed).length === 0,
    ),
    { ...run, endOnFailure: true },
  );

const without =
  (way: Way, what: RegExp): Judge =>
  (old, now) =>
    breaches(old, now, way).filter((each) => !what.test(each.what));

describe('whatever changes in a schema with everything that schemas can have', () => {
  it.each(['sent', 'taken'] as const)('is noticed by whoever it concerns: %s', (way) => {
    const { counterexample } = unnoticed(way, (old, now) => breaches(old, now, way), { numRuns: 150 });
    expect(counterexample).toBeNull();
  });

  it('is nothing where nothing changed', () => {
    fc.assert(
      fc.property(strangeSchema, fc.constantFrom<Way>('sent', 'taken'), (schema, way) => {
        expect(breaches(schema, structuredClone(schema), way)).toEqual([]);
      }),
    );
  });

  // With each a seed by which a handful to some hundred tries are enough.
  it.each([
    ['is required now', 4],
    ['it is refused now', 3],
    ['value .* is refused', 3],
    ['another type', 6],
    ['than before', 8],
    ['not understood', 4],
    ['not told apart', 7],
    ['further members', 10],
    ['only certain', 8],
  ])('would be missed by callers when "%s" were no breach', (what, seed) => {
    const found = unnoticed('taken', without('taken', new RegExp(what)), { numRuns: 500, seed });
    expect(found.failed).toBe(true);
  });

  it('would be missed by callers when what we take were compared like what we send, with the sides exchanged', () => {
    const judge: Judge = (old, now) => breaches(now, old, 'sent');
    expect(unnoticed('taken', judge, { numRuns: 500, seed: 10 }).failed).toBe(true);
  });
});
