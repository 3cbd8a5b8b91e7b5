import { growingMark } from '../growing.js';
import type { Json } from '../openapi.js';

/** Keywords by which nothing is refused. */
export const annotations = new Set([
  ...['$defs', '$schema', '$id', 'id', '$comment'],
  ...['title', 'description', 'default', 'example', 'examples', 'deprecated'],
]);
export const lower = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
export const upper = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
/** Each refuses something by itself. */
export const fixed = [
  ...['pattern', 'format', 'multipleOf', 'uniqueItems', 'not', 'contentEncoding', 'contentMediaType'],
];

const understood = new Set([
  ...[...annotations, ...lower, ...upper, ...fixed],
  ...['type', 'const', 'enum', growingMark],
  ...['properties', 'required', 'additionalProperties', 'propertyNames', 'items'],
  ...['anyOf', 'oneOf'],
]);
/** A keyword of a schema that is not understood; a reference is, where it has been followed. */
export const strangeIn = (schema: Json): string | undefined =>
  Object.keys(schema).find((key) => !understood.has(key));
