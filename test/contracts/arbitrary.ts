import fc from 'fast-check';
import type { Json } from '#contracts';

export interface JsonSchemaFor {
  /** Instances of a member, by its path, instead of what its schema says. */
  member?: (path: string, schema: Json) => fc.Arbitrary<unknown> | undefined;
  /** Instances of a shared part, by its name, whose rules JSON Schema cannot say. */
  shared?: (name: string) => fc.Arbitrary<unknown> | undefined;
}

type Make = (schema: Json, path: readonly string[]) => fc.Arbitrary<unknown>;

const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const formats: Record<string, fc.Arbitrary<string>> = {
  'date-time': instant,
  date: instant.map((text) => text.slice(0, 10)),
  uuid: fc.uuid({ version: 4 }),
  uri: fc.webUrl(),
  email: fc.nat().map((n) => `m${n}@example.jp`),
};
// No blanks: the schemas trim.
const unit = fc.constantFrom('a', 'Z', '7', '漢', '"', '\\', '-');

const matching = new Map<string, fc.Arbitrary<string>>();
/** A dozen strings that match: to make them anew for every instance takes most of the time. */
const someMatching = (pattern: string): fc.Arbitrary<string> => {
  const known = matching.get(pattern);
  if (known) return known;
  const made = fc.constantFrom(...fc.sample(fc.stringMatching(new RegExp(pattern)), 12));
  matching.set(pattern, made);
  return made;
};

const text = (schema: Json): fc.Arbitrary<string> => {
  const { format, pattern, minLength = 0, maxLength = 20 } = schema as Record<string, never>;
  if (format && formats[format]) return formats[format];
  if (pattern) return someMatching(pattern);
  return fc.string({ unit, minLength, maxLength: Math.min(maxLength, minLength + 12) });
};

const whole = (schema: Json): fc.Arbitrary<number> => {
  const { minimum = -5, maximum = 1e9 } = schema as { minimum?: number; maximum?: number };
  const min = Math.max(minimum, -1e9);
  return fc.integer({ min, max: Math.max(min, Math.min(maximum, 1e9)) });
};

/** Instances of a JSON Schema as zod writes them; small ones, and of finite depth. */
export const instancesOf = (root: Json, { member, shared }: JsonSchemaFor = {}): fc.Arbitrary<unknown> => {
  const defs = (root['$defs'] ?? {}) as Record<string, Json>;

  const object: Make = (schema, path) => {
    const { properties = {}, required = [] } = schema as {
      properties?: Record<string, Json>;
      required?: string[];
    };
    const { additionalProperties: more, propertyNames = {} } = schema as Record<string, Json | undefined>;
    if (typeof more === 'object' && Object.keys(properties).length === 0)
      return fc.dictionary(text(propertyNames), make(more, [...path, '*']), { maxKeys: 2 });
    const model = Object.entries(properties).map(([name, each]) => [
      name,
      member?.([...path, name].join('.'), each) ?? make(each, [...path, name]),
    ]);
    return fc.record(Object.fromEntries(model) as Record<string, fc.Arbitrary<unknown>>, {
      requiredKeys: required as never[],
      noNullPrototype: true,
    });
  };

  const array: Make = (schema, path) => {
    const { items, minItems = 0, maxItems = 2 } = schema as { items: Json } & Record<string, number>;
    const maxLength = path.length > 9 ? minItems : Math.max(minItems, Math.min(maxItems, 2));
    return fc.array(make(items, [...path, '*']), { minLength: minItems, maxLength });
  };

  const kinds: Record<string, Make> = {
    object,
    array,
    string: text,
    integer: whole,
    number: ({ minimum = -1e6, maximum = 1e6 }) =>
      fc.double({ noNaN: true, min: minimum as number, max: maximum as number }),
    boolean: () => fc.boolean(),
    null: () => fc.constant(null),
  };

  const make: Make = (schema, path) => {
    const { $ref, anyOf, oneOf, type } = schema;
    if ($ref) {
      const name = ($ref as string).replace('#/$defs/', '');
      return shared?.(name) ?? fc.constant(null).chain(() => make(defs[name] as Json, path));
    }
    if ('const' in schema) return fc.constant(schema['const']);
    if ('enum' in schema) return fc.constantFrom(...(schema['enum'] as unknown[]));
    const options = (anyOf ?? oneOf) as Json[] | undefined;
    if (options) return fc.oneof(...options.map((option) => make(option, path)));
    const kind = kinds[type as string];
    if (!kind) throw new Error(`no instances of ${JSON.stringify(schema)}`);
    return kind(schema, path);
  };
  return make(root, []);
};
