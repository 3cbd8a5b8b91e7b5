import { isJson } from '../feed-data.js';
import type { Json } from '../openapi.js';
import { at, partsOf, same, valuesOf, type Book } from './side.js';

interface Told {
  type: unknown;
  tags: Map<string, unknown[]>;
}
/** What every value of an option is sure to be: its type, and members that are always there with known values. */
const toldOf = (book: Book, option: unknown): Told => {
  const parts = partsOf(at({ schema: {}, book }, option));
  const tags = new Map<string, unknown[]>();
  for (const { properties = {}, required = [] } of parts)
    for (const name of required as string[]) {
      const schema = (properties as Json)[name];
      const known = isJson(schema) ? valuesOf(schema) : undefined;
      if (known) tags.set(name, known);
    }
  const type = parts.find((part) => part['type'] !== undefined)?.['type'];
  return { type: type === 'integer' ? 'number' : type, tags };
};

const never = (one: Told, other: Told): boolean => {
  if (one.type !== undefined && other.type !== undefined && one.type !== other.type) return true;
  if (one.type !== 'object' || other.type !== 'object') return false;
  return [...one.tags].some(([name, values]) => {
    const others = other.tags.get(name);
    return others !== undefined && !values.some((value) => others.some((each) => same(each, value)));
  });
};

/** Whether no value can fit two of the options. */
export const apart = (book: Book, options: unknown[]): boolean => {
  const told = options.map((each) => toldOf(book, each));
  return told.every((one, i) => told.slice(i + 1).every((other) => never(one, other)));
};

/** The member whose one value tells the options of a union apart, e.g. `type`; undefined: there is none. */
export const tagName = (book: Book, options: unknown[]): string | undefined => {
  const [first, ...others] = options.map((each) => toldOf(book, each).tags);
  return [...(first?.keys() ?? [])].find((name) =>
    [first, ...others].every((tags) => tags?.get(name)?.length === 1),
  );
};

/** The value of that member in an option, as JSON; undefined where it can be another or absent. */
export const tagOf = (book: Book, option: unknown, name: string): string | undefined => {
  const values = toldOf(book, option).tags.get(name);
  return values?.length === 1 ? JSON.stringify([name, values[0]]) : undefined;
};
