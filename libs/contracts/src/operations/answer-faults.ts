import type { Json } from '../openapi.js';
import type { Book } from '../change/side.js';
import { words } from '../change/words.js';
import { objectOf, otherFaults, schemaFaults, whole, within, type Change, type Fault } from './place.js';

const { gone } = words.sent;

const headersOf = (book: Book, answer: Json): Json =>
  objectOf(
    Object.entries((answer['headers'] ?? {}) as Json).map(([name, header]) => {
      const { required, schema } = whole(book, header);
      return { name: name.toLowerCase(), required: required === true, schema };
    }),
  );

const headers = (change: Change, place: string): Fault[] => {
  const { released, current, books } = change;
  const pair = within(change, headersOf(books.released, released), headersOf(books.current, current));
  return schemaFaults('sent', pair, `${place} header`, true);
};

/** A further content type is for whoever asks for it; who asks for none gets the first. */
const contents = (change: Change, place: string): Fault[] => {
  const [was, is] = [change.released, change.current].map((each) => (each['content'] ?? {}) as Json);
  const [first, other] = [was, is].map((each) => Object.keys(each ?? {})[0]);
  const lost = Object.keys(was ?? {}).filter((type) => is?.[type] === undefined);
  const kept = Object.entries(was ?? {}).filter(([type]) => !lost.includes(type));
  return [
    ...lost.map((type) => ({ place: `${place} (${type})`, what: gone })),
    ...(lost.length === 0 && first !== other
      ? [{ place, what: `${other} comes where ${first ?? 'nothing'} came` }]
      : []),
    ...kept.flatMap(([type, media]) => {
      const name = type === first ? place : `${place} (${type})`;
      const pair = within(change, media, is?.[type]);
      return [...schemaFaults('sent', pair, name), ...otherFaults(pair, name, ['schema'])];
    }),
  ];
};

/** Answers that a caller was not told of. */
export const answerFaults = (change: Change): Fault[] => {
  const [was, is] = [change.released, change.current].map((each) => (each['responses'] ?? {}) as Json);
  return Object.entries(is ?? {}).flatMap(([status, answer]) => {
    const place = `answer ${status}`;
    if (was?.[status] === undefined) return [{ place, what: 'it may come from now on' }];
    const pair = within(change, was[status], answer);
    return [
      ...headers(pair, place),
      ...contents(pair, place),
      ...otherFaults(pair, place, ['headers', 'content']),
    ];
  });
};
