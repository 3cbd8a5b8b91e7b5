import { z } from 'zod';
import { events, type EventName } from './events.js';
import { growingMark, isGrowing } from './growing.js';
import type { EventSpec } from './message.js';
import type { Json } from './openapi.js';
import { isPersonal, stripper } from './personal.js';

const strippers = new Map<string, (data: unknown) => unknown>(
  events.map(({ name, data }) => [name, stripper(data)]),
);

/** An event's data as the feed tells it: without whatever is marked personal. `data` is what the event's schema gave. */
export const feedData = (type: EventName, data: unknown): Json => {
  const strip = strippers.get(type);
  if (!strip) throw new Error(`no event is called ${type}`);
  return strip(data) as Json;
};

const mark = 'x-personal';

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema without the members that are marked; their paths are told. */
const unmarked = (node: unknown, path: string, left: (path: string) => void): unknown => {
  if (Array.isArray(node)) return node.map((each) => unmarked(each, path, left));
  if (!isJson(node)) return node;
  const below = Object.entries(node).filter(([key]) => key !== 'properties' && key !== 'required');
  const kept = Object.fromEntries(below.map(([key, value]) => [key, unmarked(value, path, left)]));
  const { properties, required } = node;
  if (!isJson(properties)) return required ? { ...kept, required } : kept;
  const gone = new Set<string>();
  const members = Object.entries(properties).flatMap(([name, value]) => {
    const inner = path === '' ? name : `${path}.${name}`;
    if (!isJson(value) || !value[mark]) return [[name, unmarked(value, inner, left)] as const];
    gone.add(name);
    left(inner);
    return [];
  });
  const asked = ((required ?? []) as string[]).filter((name) => !gone.has(name));
  return { ...kept, properties: Object.fromEntries(members), ...(asked.length > 0 && { required: asked }) };
};

export interface FeedSchema {
  /** JSON Schema 2020-12: exactly what may be there, shared parts in `$defs`. */
  schema: Json;
  /** Members that are left out, by their path from the event's data or from a shared part. */
  leftOut: string[];
}

/** What the feed tells of an event's data, as a schema. */
export const dataSchema = ({ data }: EventSpec): FeedSchema => {
  const full = z.toJSONSchema(data, {
    io: 'output',
    override: ({ zodSchema, jsonSchema }) => {
      if (isPersonal(zodSchema)) (jsonSchema as Json)[mark] = true;
      if (isGrowing(zodSchema)) (jsonSchema as Json)[growingMark] = true;
    },
  }) as Json;
  const { $schema, $ref, $defs = {}, ...inline } = full as Json & { $ref?: string; $defs?: Json };
  const leftOut = new Set<string>();
  const left = (path: string) => leftOut.add(path);
  const root = $ref?.replace('#/$defs/', '') ?? '';
  const { id: _id, ...own } = unmarked($defs[root] ?? inline, '', left) as Json;
  const shared = Object.entries($defs)
    .filter(([name]) => name !== root)
    .map(([name, each]) => [name, unmarked(each, name, left)] as const);
  const parts = shared.length > 0 ? { $defs: Object.fromEntries(shared) } : {};
  return { schema: { $schema, ...own, ...parts }, leftOut: [...leftOut] };
};

/** JSON Schema of what `feedData` leaves, strict: no member that it does not name. */
export const feedDataSchema = (type: EventName): Json => {
  const spec = events.find(({ name }) => name === type);
  if (!spec) throw new Error(`no event is called ${type}`);
  return dataSchema(spec).schema;
};
