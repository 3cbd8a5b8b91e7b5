import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { z } from 'zod';
import { events, feedData, feedDataSchema, type Json } from '#contracts';
import { isPersonal, personal, stripper } from '../../libs/contracts/src/personal';
import { instancesOf } from './arbitrary';

/** What a member is called that may be about one human being. */
const personLike = /person|name|email|extension|phone|by$|officer|delegate|author|submitter|desk|contact/i;

/** Members that are called so and tell of nobody, by the end of their path. */
const harmless: Record<string, string> = {
  by: 'which side or role did it',
  hideNames: 'whether names are hidden',
  'procedure.name': 'name of a procedure',
  'from.name': 'name of a procedure',
  'to.name': 'name of a procedure',
  desk: 'a division of the organ, as in a contact',
  contact: 'bureau and division remain',
  personalData: 'whether the measure uses personal data',
  reviewBy: 'a day',
};
const isHarmless = (path: string): boolean =>
  Object.keys(harmless).some((end) => path === end || path.endsWith(`.${end}`));

/** The schema of an event as it is stored, with marks. */
const storedSchema = (data: z.ZodType): Json =>
  z.toJSONSchema(data, {
    io: 'output',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => {
      if (isPersonal(zodSchema)) (jsonSchema as Json)['x-personal'] = true;
    },
  });

/** Every member with its path and its schema; a shared part counts once for each name it goes by. */
const membersOf = (root: Json): Map<string, Json> => {
  const found = new Map<string, Json>();
  const walk = (node: Json, path: string, open: string[]): void => {
    const ref = (node['$ref'] as string | undefined)?.replace('#/$defs/', '');
    if (ref !== undefined) {
      if (!open.includes(ref))
        walk((root['$defs'] as Record<string, Json>)[ref] as Json, path, [...open, ref]);
      return;
    }
    for (const [name, each] of Object.entries((node['properties'] ?? {}) as Record<string, Json>)) {
      const inner = path === '' ? name : `${path}.${name}`;
      found.set(inner, each);
      walk(each, inner, open);
    }
    const below = [node['items'], node['additionalProperties'], node['anyOf'], node['oneOf']].flat();
    for (const each of below) if (typeof each === 'object' && each !== null) walk(each as Json, path, open);
  };
  walk(root, '', []);
  return found;
};

const unmarkedIn = (data: z.ZodType): string[] =>
  [...membersOf(storedSchema(data))]
    .filter(([path, schema]) => personLike.test(path.split('.').at(-1) ?? '') && !schema['x-personal'])
    .map(([path]) => path)
    .filter((path) => !isHarmless(path));

const sentinel = 'Yamada-Hanako';
const isText = ({ type, enum: values }: Json): boolean => type === 'string' && values === undefined;
const asPerson = (path: string, schema: Json): fc.Arbitrary<unknown> | undefined => {
  const name = path.split('.').at(-1) ?? '';
  if (!isText(schema) || isHarmless(path) || !(personLike.test(name) || schema['x-personal'])) return;
  return fc.constant(schema['format'] === 'email' ? `${sentinel}@example.jp` : sentinel);
};
const wording = fc.constant({ ja: '表題' });
const stored = (data: z.ZodType): fc.Arbitrary<unknown> =>
  instancesOf(storedSchema(data), {
    member: asPerson,
    shared: (name) => (name === 'Wording' ? wording : undefined),
  });

describe('members of events that may tell of a person', () => {
  it.each(events.map(({ name, data }) => [name, data] as const))(
    'are marked, or harmless, in %s',
    (_, data) => {
      expect(unmarkedIn(data)).toEqual([]);
    },
  );

  it('are noticed when a new event forgets the mark', () => {
    const nested = z.strictObject({ list: z.array(z.strictObject({ officer: z.string() })).optional() });
    expect(unmarkedIn(nested)).toEqual(['list.officer']);
    expect(unmarkedIn(z.strictObject({ officer: personal(z.string()) }))).toEqual([]);
  });

  it('are on the list of the harmless only while there are such', () => {
    const paths = events.flatMap(({ data }) => [...membersOf(storedSchema(data)).keys()]);
    for (const end of Object.keys(harmless))
      expect(paths.filter((path) => path === end || path.endsWith(`.${end}`))).not.toEqual([]);
  });
});

describe('whatever an event holds', () => {
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));

  it.each(events.map((spec) => [spec.name, spec] as const))(
    'the feed tells %s without persons, exactly as its schema says',
    (name, { data: schema }) => {
      const valid = ajv.compile(feedDataSchema(name));
      fc.assert(
        fc.property(stored(schema), (given) => {
          const parsed = (schema as z.ZodType).safeParse(given);
          fc.pre(parsed.success);
          const told = JSON.parse(JSON.stringify(feedData(name, parsed.data))) as Json;
          expect(JSON.stringify(told)).not.toContain(sentinel);
          expect(valid(told) ? [] : valid.errors).toEqual([]);
        }),
        { numRuns: 25 },
      );
    },
  );

  it('would be told with persons if a mark were missing', () => {
    const forgetful = z.strictObject({ note: z.string(), officer: z.string() });
    const told = fc.sample(stored(forgetful), 5).map((given) => JSON.stringify(stripper(forgetful)(given)));
    expect(told.some((text) => text.includes(sentinel))).toBe(true);
  });
});
