import { isJson } from '../feed-data.js';
import type { Json } from '../openapi.js';
import { answerFaults } from './answer-faults.js';
import { booksOf, otherFaults, within, type Change, type Fault } from './place.js';
import { requestFaults, requestMembers } from './request-faults.js';

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace'];

/** What programs outside rely on, by document: each as `promised` gives it. */
export type ReleasedOperations = Record<string, Json>;

type Operations = Map<string, Json>;
const operationsOf = ({ paths }: Json): Operations =>
  new Map(
    Object.entries((paths ?? {}) as Record<string, Json>).flatMap(([path, item]) =>
      methods.flatMap((method) =>
        isJson(item[method]) ? [[`${method.toUpperCase()} ${path}`, item[method]] as const] : [],
      ),
    ),
  );

const operation = (change: Change): Fault[] => [
  ...requestFaults(change),
  ...answerFaults(change),
  ...otherFaults(change, 'operation', [...requestMembers, 'responses']),
];

/** Of a document, what holds for all operations. */
const around = (released: Json, current: Json, books: Change['books']): Fault[] => {
  const known = ['openapi', 'paths', 'components', 'security'];
  const items = Object.entries((released['paths'] ?? {}) as Json).flatMap(([path, item]) => {
    const now = ((current['paths'] ?? {}) as Json)[path];
    return now === undefined
      ? []
      : otherFaults(within({ released, current, books }, item, now), path, methods);
  });
  return [...otherFaults({ released, current, books }, 'document', known), ...items];
};

/** The same of many operations is one sentence: a component of theirs changed. */
const sentences = (document: string, faults: (Fault & { name: string })[]): string[] => {
  const alike = new Map<string, string[]>();
  for (const { name, place, what } of faults) {
    const key = `${place}: ${what}`;
    alike.set(key, [...(alike.get(key) ?? []), name]);
  }
  return [...alike].map(([key, [first, ...others]]) => {
    const more = others.length > 0 ? ` (and of ${others.length} more operations)` : '';
    return `${document}: ${first}: ${key}${more}`;
  });
};

const documentFaults = (document: string, released: Json, current: Json): string[] => {
  const books = booksOf(released, current);
  const now = operationsOf(current);
  const [gone, changed]: [string[], (Fault & { name: string })[]] = [[], []];
  for (const [name, was] of operationsOf(released)) {
    const is = now.get(name);
    if (is)
      changed.push(...operation({ released: was, current: is, books }).map((each) => ({ name, ...each })));
    else gone.push(`${document}: ${name} was released and is gone: keep it, beside what takes its place`);
  }
  const common = around(released, current, books).map(({ place, what }) => `${document}: ${place}: ${what}`);
  return [...gone, ...sentences(document, changed), ...common];
};

/**
 * What breaks the promise to callers, one sentence each that says where; empty: it holds. Both as `promised` gives them. What is
 * answered must have been allowed, and what was allowed to be asked must be allowed.
 */
export const operationFaults = (released: ReleasedOperations, current: ReleasedOperations): string[] =>
  Object.entries(released).flatMap(([name, document]) => documentFaults(name, document, current[name] ?? {}));
