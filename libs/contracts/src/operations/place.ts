import { isJson } from '../feed-data.js';
import type { Json } from '../openapi.js';
import { findings } from '../change/compare.js';
import type { Finding } from '../change/pair.js';
import { alike, at, bookOf, target, type Book } from '../change/side.js';
import type { Way } from '../change/words.js';

/** What breaks with callers: where in an operation, e.g. `request body /head/title`, and what. */
export interface Fault {
  place: string;
  what: string;
}

/** A piece of an operation as it was released, and as it is; each with the document that it refers into. */
export interface Change {
  released: Json;
  current: Json;
  books: Books;
}

type Found = Map<Json, Map<Json, Finding[]>>;
/** The documents, and what was found in their schemas so far. */
interface Books {
  released: Book;
  current: Book;
  found: Record<Way, Found>;
}
export const booksOf = (released: Json, current: Json): Books => ({
  released: bookOf(released),
  current: bookOf(current),
  found: { sent: new Map(), taken: new Map() },
});

/** What is written in place, or the component that is referred to. */
export const whole = (book: Book, node: unknown): Json => {
  if (!isJson(node)) return {};
  const referred = target(book, node['$ref']);
  return referred ? whole(book, referred) : node;
};

/** The piece below: components are looked up. */
export const within = ({ books }: Change, released: unknown, current: unknown): Change => ({
  released: whole(books.released, released),
  current: whole(books.current, current),
  books,
});
const pointer = (steps: string[]): string => steps.map((step) => `/${step === '[]' ? '*' : step}`).join('');

const side = (book: Book, schema: unknown) => at({ book, schema: {} }, schema);

/** Most schemas are shared by many operations: each pair is compared once. */
const compared = (way: Way, { released, current, books }: Change): Finding[] => {
  const [was, is] = [side(books.released, released['schema']), side(books.current, current['schema'])];
  const known = books.found[way].get(was.schema) ?? new Map<Json, Finding[]>();
  books.found[way].set(was.schema, known);
  const found = known.get(is.schema) ?? findings(way, was, is);
  known.set(is.schema, found);
  return found;
};

/** What changed in the schemas of a place. `named`: the first step is a name of the place itself, as of a header. */
export const schemaFaults = (way: Way, change: Change, place: string, named = false): Fault[] =>
  compared(way, change).map(({ at: steps, what }) => {
    const [name = '', ...below] = named ? steps : ['', ...steps];
    return { place: [place, name, pointer(below)].filter((each) => each !== '').join(' '), what };
  });

/** Members that no rule is about: of a change in them nobody can say that it is harmless. */
export const otherFaults = (
  { released, current, books }: Change,
  place: string,
  known: string[],
): Fault[] => {
  const keys = new Set([...Object.keys(released), ...Object.keys(current)]);
  const equal = alike(books.released, books.current);
  return [...keys]
    .filter((key) => !known.includes(key) && !equal(released[key], current[key]))
    .map((key) => ({ place, what: `"${key}" differs, which is not understood` }));
};

interface Named {
  name: string;
  required: boolean;
  schema: unknown;
}
/** Parameters or headers as members of one object. */
export const objectOf = (members: Named[]): Json => ({
  schema: {
    type: 'object',
    properties: Object.fromEntries(members.map(({ name, schema }) => [name, schema ?? {}])),
    required: members.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  },
});
