import { isJson } from '../feed-data.js';
import type { Json } from '../openapi.js';
import { same, type Book } from '../change/side.js';
import { words } from '../change/words.js';
import { objectOf, otherFaults, schemaFaults, whole, within, type Change, type Fault } from './place.js';

const { taken } = words;

const nameOf = (parameter: Json): string =>
  parameter['in'] === 'header' ? (parameter['name'] as string).toLowerCase() : (parameter['name'] as string);

const parametersIn = (book: Book, operation: Json): Json[] =>
  ((operation['parameters'] ?? []) as unknown[]).map((each) => whole(book, each));
const asObject = (parameters: Json[]): Json =>
  objectOf(
    parameters.map((each) => ({
      name: nameOf(each),
      required: each['required'] === true,
      schema: each['schema'],
    })),
  );

const parameters = (change: Change): Fault[] => {
  const was = parametersIn(change.books.released, change.released);
  const is = parametersIn(change.books.current, change.current);
  return [...new Set([...was, ...is].map((each) => each['in'] as string))].flatMap((where) => {
    const place = `${where} parameter`;
    const [before, now] = [was, is].map((each) => each.filter((parameter) => parameter['in'] === where));
    const kept = (before ?? []).flatMap((each) => {
      const peer = now?.find((other) => nameOf(other) === nameOf(each));
      const known = ['name', 'in', 'required', 'schema'];
      return peer ? otherFaults(within(change, each, peer), `${place} ${nameOf(each)}`, known) : [];
    });
    const objects = within(change, asObject(before ?? []), asObject(now ?? []));
    return [...schemaFaults('taken', objects, place, true), ...kept];
  });
};

const body = (change: Change): Fault[] => {
  const [was, is] = [change.released['requestBody'], change.current['requestBody']];
  const place = 'request body';
  const pair = within(change, was, is);
  const newly = pair.current['required'] === true && pair.released['required'] !== true;
  const required = newly ? [{ place, what: taken.absent }] : [];
  if (was === undefined) return required;
  if (is === undefined) return [{ place, what: taken.gone }];
  const [before, now] = [pair.released, pair.current].map((each) => (each['content'] ?? {}) as Json);
  const contents = Object.entries(before ?? {}).flatMap(([type, media]) => {
    const name = type === 'application/json' ? place : `${place} (${type})`;
    if (now?.[type] === undefined) return [{ place: `${place} (${type})`, what: taken.gone }];
    const each = within(change, media, now[type]);
    return [...schemaFaults('taken', each, name), ...otherFaults(each, name, ['schema'])];
  });
  return [...required, ...contents, ...otherFaults(pair, place, ['required', 'content'])];
};

type Demand = Record<string, string[]>;
const demandsOf = (operation: Json, { root }: Book): Demand[] => {
  const demands = (operation['security'] ?? root['security'] ?? []) as Demand[];
  return demands.length === 0 ? [{}] : demands;
};

/** Whoever came in by one of the released ways comes in still. */
const authentication = (change: Change): Fault[] => {
  const { released, current, books } = change;
  const now = demandsOf(current, books.current);
  const schemes = (book: Book) => ((book.root['components'] ?? {}) as Json)['securitySchemes'] as Json;
  const asBefore = (name: string): boolean =>
    same(schemes(books.released)?.[name], schemes(books.current)?.[name]);
  const fulfils = (credentials: Demand, demand: Demand): boolean =>
    Object.entries(demand).every(
      ([name, scopes]) =>
        asBefore(name) && scopes.every((scope) => credentials[name]?.includes(scope)) && name in credentials,
    );
  return demandsOf(released, books.released)
    .filter((credentials) => !now.some((demand) => fulfils(credentials, demand)))
    .map((credentials) => {
      const names = Object.keys(credentials).join(' and ');
      return { place: 'authentication', what: names === '' ? taken.absent : `${names} is not enough now` };
    });
};

const byRole = 'x-kyogi-by';
const roles = ({ released, current }: Change): Fault[] => {
  const [was, is] = [released[byRole], current[byRole]];
  if (was === undefined && is !== undefined) return [{ place: 'roles', what: taken.anyValue }];
  const before = isJson(was) ? was : {};
  return Object.entries(before)
    .filter(([role, how]) => !isJson(is) || !same(is[role], how))
    .map(([role]) => ({ place: `role ${role}`, what: 'it may do less now' }));
};

/** Members of an operation that say what is taken. */
export const requestMembers = ['parameters', 'requestBody', 'security', byRole];

/** Requests that were allowed and are refused now. */
export const requestFaults = (change: Change): Fault[] =>
  [authentication, roles, parameters, body].flatMap((rule) => rule(change));
