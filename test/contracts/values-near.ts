import fc from 'fast-check';
import type { Json } from '#contracts';

const anyValue = fc.constantFrom<unknown>(
  ...[null, true, 0, 1, -1, 2, 1.5, '', 'X', 'Y', 'XY', 'xxxx', [], [1], ['X', 'Y'], {}],
  ...[{ a: 1 }, { a: 'X', b: null }, { type: 'x', n: 1 }],
);
/** Values that a schema has a good chance to allow, and some that it does not. */
export const valuesNear = (root: Json): fc.Arbitrary<unknown> => {
  const defs = (root['$defs'] ?? {}) as Record<string, Json>;
  const objects = (schema: Json, depth: number): fc.Arbitrary<unknown> => {
    const { properties = {}, required = [], additionalProperties = {} } = schema as Record<string, Json>;
    const wanted = required as unknown as string[];
    const all = [...new Set([...Object.keys(properties), ...wanted])];
    const model = Object.fromEntries(all.map((name) => [name, near(properties[name] ?? {}, depth + 1)]));
    const known = fc.record(model, { requiredKeys: wanted, noNullPrototype: true });
    const others = fc.dictionary(fc.constantFrom('a', 'b', 'd'), near(additionalProperties, depth + 1), {
      ...{ maxKeys: 1, noNullPrototype: true },
    });
    return fc.tuple(others, known).map(([some, more]) => ({ ...some, ...more }));
  };
  const guided = (schema: Json, depth: number): fc.Arbitrary<unknown> => {
    const { $ref, allOf, anyOf, oneOf } = schema as Record<string, Json[] | undefined>;
    if ($ref) return near(defs['Node'], depth);
    if (allOf) {
      const all = fc.tuple(...allOf.map((each) => near(each, depth)));
      const isObject = (value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value);
      return all.map((some) => (some.every(isObject) ? Object.assign({}, ...some) : some[0]) as unknown);
    }
    const options = anyOf ?? oneOf;
    if (options) return fc.oneof(...options.map((each) => near(each, depth)));
    if ('const' in schema) return fc.constant(schema['const']);
    if ('enum' in schema) return fc.constantFrom(...(schema['enum'] as unknown[]));
    if (schema['type'] === 'object' || 'properties' in schema) return objects(schema, depth);
    if (schema['type'] === 'array') return fc.array(near(schema['items'] ?? {}, depth + 1), { maxLength: 2 });
    return schema['type'] === 'string' ? fc.constantFrom('', 'X', 'Y', 'XY', 'XXY', 'xxxx') : anyValue;
  };
  const near = (schema: unknown, depth: number): fc.Arbitrary<unknown> =>
    depth > 5 || typeof schema !== 'object'
      ? anyValue
      : fc.oneof({ arbitrary: guided(schema as Json, depth), weight: 9 }, { arbitrary: anyValue, weight: 1 });
  return near(root, 0);
};
