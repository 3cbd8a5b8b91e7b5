import { z } from 'zod';
import { events } from './events.js';
import { dataSchema, isJson } from './feed-data.js';
import { growingMark } from './growing.js';
import { GapNotice, feedSchema, feedType, gapSchema, gapType } from './feed.js';
import type { EventSpec } from './message.js';
import type { Json } from './openapi.js';

/** Versions that are made no longer, and still are in the feed: the event's old declaration goes here when it gets the next version. */
const earlier: readonly EventSpec[] = [];

/** An event, in one version, as the feed tells it. */
export interface FeedContract {
  name: string;
  v: number;
  /** CloudEvents `type`. */
  type: string;
  /** Exactly what this release sends; `x-growing` marks what gets further values. */
  strict: Json;
  leftOut: string[];
}

/** Every event and version that the feed has. */
export const feedContracts = (): FeedContract[] =>
  [...(events as readonly EventSpec[]), ...earlier].map((spec) => {
    const { schema, leftOut } = dataSchema(spec);
    return { name: spec.name, v: spec.v, type: feedType(spec.name, spec.v), strict: schema, leftOut };
  });

const tagOf = (options: Json[]): string | undefined =>
  Object.entries((options[0]?.['properties'] ?? {}) as Record<string, Json>).find(
    ([, schema]) => 'const' in schema,
  )?.[0];

/** A union or an enumeration, and whatever comes later in its place. */
const withUnknown = (schema: Json): Json => {
  if (Array.isArray(schema['enum'])) return { anyOf: [schema, { type: 'string' }] };
  const options = schema['oneOf'] as Json[];
  const tag = tagOf(options) ?? '';
  const known = options.map((option) => (option['properties'] as Record<string, Json>)[tag]?.['const']);
  const other = {
    type: 'object',
    properties: { [tag]: { type: 'string', not: { enum: known } } },
    required: [tag],
  };
  return { ...schema, oneOf: [...options, other] };
};

/**
 * A schema as consumers may rely on it: a later release may send further members, and further values where the schema grows. What it
 * does not allow is not sent without a new version of the event.
 */
export const openSchema = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(openSchema);
  if (!isJson(node)) return node;
  const { [growingMark]: grows, additionalProperties: more, ...rest } = node;
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, openSchema(value)]));
  const open =
    more === undefined || more === false ? inner : { ...inner, additionalProperties: openSchema(more) };
  return grows === true ? withUnknown(open) : open;
};

const about = (leftOut: string[]): string =>
  ['Further members may come.', ...(leftOut.length > 0 ? [`Left out: ${leftOut.join(', ')}.`] : [])].join(
    ' ',
  );

const place = ($id: string): string => $id.slice($id.lastIndexOf('/') + 1);
const gap = (): Json => {
  const { $schema, ...schema } = z.toJSONSchema(GapNotice.shape.data, { io: 'output' });
  return { $schema, $id: gapSchema, title: gapType, ...(openSchema(schema) as Json) };
};

/** The documents that `dataschema` of an event or a notice names, by their place below /schemas/. */
export const schemaDocuments = (): Map<string, Json> =>
  new Map([
    ...feedContracts().map(({ name, v, type, strict, leftOut }) => {
      const { $schema, ...open } = openSchema(strict) as Json;
      const $id = feedSchema(name, v);
      return [place($id), { $schema, $id, title: type, description: about(leftOut), ...open }] as const;
    }),
    [place(gapSchema), gap()],
  ]);
