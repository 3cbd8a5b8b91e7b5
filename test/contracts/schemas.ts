import fc from 'fast-check';
import type { Json } from '#contracts';

export const text = { type: 'string' };
export const growing = { 'x-growing': true };
/** A strict object; unless told otherwise, every member is required. */
export const object = (properties: Json, required = Object.keys(properties)): Json => ({
  ...{ type: 'object', properties, required, additionalProperties: false },
});
export const choice = (...tags: string[]): Json => ({
  oneOf: tags.map((tag) => object({ type: { type: 'string', const: tag }, n: { type: 'integer' } })),
});

const names = ['a', 'b', 'c'];
type Kinds = { schema: Json; leaf: Json };
const members = (schema: fc.Arbitrary<Json>) =>
  fc
    .tuple(fc.dictionary(fc.constantFrom(...names), schema, { maxKeys: 3 }), fc.subarray(names))
    .map(([properties, wanted]) =>
      object(
        { ...properties },
        wanted.filter((name) => name in properties),
      ),
    );
const one = (type: string, model: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Json> =>
  fc.record<Json>({ type: fc.constant(type), ...model }, { requiredKeys: ['type'], noNullPrototype: true });
const bound = (min: number, max: number) => fc.integer({ min, max });

/** Schemas as events have them. */
export const { schema: anySchema } = fc.letrec<Kinds>((tie) => ({
  leaf: fc.oneof(
    one('string', { maxLength: bound(1, 3) }),
    fc.constantFrom('integer', 'number').chain((type) => one(type, { minimum: bound(-2, 2) })),
    fc.record<Json>(
      {
        type: fc.constant('string'),
        enum: fc.subarray(['X', 'Y', 'Z'], { minLength: 1 }),
        'x-growing': fc.constant(true),
      },
      { requiredKeys: ['type', 'enum'] },
    ),
    fc.constant<Json>({ type: 'boolean' }),
  ),
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.record<Json>({ type: fc.constant('array'), items: tie('schema') }),
    members(tie('schema')),
    fc.tuple(tie('leaf'), tie('leaf')).map((anyOf) => ({ anyOf })),
    fc
      .tuple(fc.subarray(['x', 'y'], { minLength: 1 }), fc.boolean())
      .map(([tags, grows]) => ({ ...choice(...tags), ...(grows ? growing : {}) })),
  ),
}));

const node = { $ref: '#/$defs/Node' };
const { schema: inner } = fc.letrec<Kinds>((tie) => ({
  leaf: fc.oneof(
    one('string', {
      maxLength: bound(1, 3),
      minLength: bound(0, 2),
      pattern: fc.constantFrom('^X', 'Y$'),
    }),
    fc
      .constantFrom('integer', 'number')
      .chain((type) =>
        one(type, { minimum: bound(-2, 1), exclusiveMaximum: bound(1, 3), multipleOf: bound(1, 2) }),
      ),
    fc.subarray(['X', 'Y', null, 1], { minLength: 1 }).map((some) => ({ enum: some })),
    fc.constantFrom<Json>({ const: 'X' }, { type: ['string', 'null'] }, {}, { not: text }, { type: 'null' }),
    fc.constant(node),
  ),
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    one('array', { items: tie('schema'), minItems: bound(0, 2), maxItems: bound(1, 2) }),
    members(tie('schema')),
    members(tie('schema')).map(({ additionalProperties: _strict, ...open }) => open),
    one('object', {
      additionalProperties: tie('schema'),
      propertyNames: fc.constantFrom({ enum: ['a', 'b'] }, { maxLength: 1 }),
    }),
    fc
      .tuple(fc.constantFrom('anyOf', 'oneOf', 'allOf'), tie('schema'), tie('schema'))
      .map(([key, ...some]) => ({ [key]: some })),
    fc.subarray(['x', 'y'], { minLength: 1 }).map((tags) => choice(...tags)),
    fc
      .constantFrom('contains', 'if', 'unevaluatedItems')
      .chain((key) =>
        fc.tuple(tie('schema'), tie('leaf')).map(([schema, each]) => ({ ...schema, [key]: each })),
      ),
  ),
}));

/** Schemas with everything that JSON Schema has, trees too, and keywords that nobody of us uses. */
export const strangeSchema: fc.Arbitrary<Json> = fc
  .tuple(inner, members(inner))
  .map(([schema, tree]) => ({ ...schema, $defs: { Node: tree } }));

type Edit = (node: Json) => Json;
type Path = (string | number)[];

const isSchema = (value: object): boolean =>
  ['type', 'anyOf', 'oneOf', 'allOf', 'enum', 'const', '$ref', 'not'].some((key) => key in value);
const placesIn = (schema: Json): Path[] => {
  const places: Path[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return;
    // What is shared stays an object: nothing is then an alternative of itself.
    const kept = ['properties', '$defs'].includes(String(path.at(-1))) || path.at(-2) === '$defs';
    if (!kept && isSchema(value)) places.push(path);
    for (const [key, each] of Object.entries(value)) walk(each, [...path, key]);
  };
  walk(schema, []);
  return places;
};
const edited = (schema: Json, path: Path, edit: Edit): Json => {
  const copy = { root: structuredClone(schema) } as Json;
  const steps = ['root', ...path];
  const parent = steps.slice(0, -1).reduce((value, step) => value[step] as Json, copy);
  const last = steps.at(-1) as string;
  parent[last] = edit(parent[last] as Json);
  const shared = schema['$defs'];
  return { ...(copy['root'] as Json), ...(path.length === 0 && shared !== undefined && { $defs: shared }) };
};

const lessRequired: Edit = (value) =>
  value['required'] ? { ...value, required: (value['required'] as []).slice(1) } : value;

/** The schema, or one with one place in it exchanged for something else of `others`. */
export const changed = (schema: Json, others: fc.Arbitrary<Json> = anySchema): fc.Arbitrary<Json> => {
  const place = fc.constantFrom(...placesIn(schema));
  return fc.oneof(
    fc.tuple(place, others).map(([path, { $defs: _defs, ...other }]) => edited(schema, path, () => other)),
    place.map((path) => edited(schema, path, lessRequired)),
  );
};

const withoutOne: (nth: number) => Edit = (nth) => (value) => {
  const keys = Object.keys(value).filter((key) => key !== '$defs');
  const { [keys[nth % keys.length] ?? '']: _gone, ...rest } = value;
  return rest;
};
/** As `changed`, and with small edits: a keyword less, a keyword of another schema, a member more, null as well. */
export const changedStrangely = (schema: Json): fc.Arbitrary<Json> => {
  const places = placesIn(schema);
  if (places.length === 0) return fc.constant(schema);
  const edits = fc.oneof<fc.Arbitrary<Edit>[]>(
    fc.nat(9).map(withoutOne),
    inner.map((other) => (value) => ({ ...value, ...other })),
    fc.tuple(fc.constantFrom('a', 'd'), inner).map(([name, other]) => (value) => ({
      ...value,
      properties: { ...(value['properties'] as Json), [name]: other },
    })),
    fc.constant<Edit>((value) => ({ anyOf: [value, { type: 'null' }] })),
    fc.constant<Edit>((value) => ({ allOf: [value, {}], description: 'the same' })),
    fc.constant(lessRequired),
  );
  const below = places.filter((path) => path.length > 0);
  const whole = changed(schema, strangeSchema);
  if (below.length === 0) return whole;
  const small = fc.tuple(fc.constantFrom(...below), edits).map(([path, edit]) => edited(schema, path, edit));
  return fc.oneof(whole, small, small);
};
