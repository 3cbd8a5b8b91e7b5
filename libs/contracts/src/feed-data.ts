import { z } from 'zod';
import { events, type EventName } from './events.js';
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
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema without the members that are marked. */
const unmarked = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(unmarked);
  if (!isRecord(node)) return node;
  const kept = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, unmarked(value)]));
  if (!isRecord(node['properties'])) return kept;
  const gone = new Set(
    Object.entries(node['properties']).flatMap(([key, value]) =>
      isRecord(value) && value[mark] ? [key] : [],
    ),
  );
  const properties = Object.entries(kept['properties'] as Json).filter(([key]) => !gone.has(key));
  const required = ((node['required'] as string[] | undefined) ?? []).filter((key) => !gone.has(key));
  const { required: _required, ...rest } = kept;
  return {
    ...rest,
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
  };
};

/** JSON Schema 2020-12 of an event's data in the feed: exactly what may be there, shared parts in `$defs`. */
const dataSchema = (data: z.ZodType): Json => {
  const { $schema, $ref, $defs, ...inline } = unmarked(
    z.toJSONSchema(data, {
      io: 'output',
      override: ({ zodSchema, jsonSchema }) => {
        if (isPersonal(zodSchema)) (jsonSchema as Json)[mark] = true;
      },
    }),
  ) as Json & { $ref?: string; $defs?: Record<string, Json> };
  const root = $ref?.replace('#/$defs/', '');
  const { [root ?? '']: own, ...shared } = $defs ?? {};
  const { id: _id, ...schema } = own ?? inline;
  return { $schema, ...schema, ...(Object.keys(shared).length > 0 ? { $defs: shared } : {}) };
};

const schemas = new Map<string, Json>();

/** JSON Schema of what `feedData` leaves, strict: no member that it does not name. */
export const feedDataSchema = (type: EventName): Json => {
  const spec = events.find(({ name }) => name === type);
  if (!spec) throw new Error(`no event is called ${type}`);
  const known = schemas.get(type) ?? dataSchema(spec.data);
  schemas.set(type, known);
  return known;
};
