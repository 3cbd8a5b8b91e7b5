import { isJson } from '../feed-data.js';
import type { Json } from '../openapi.js';

/** What people read of an OpenAPI document, and what programs need not keep. */
const prose = new Set([
  ...['info', 'tags', 'operationId', 'summary', 'description', 'title'],
  ...['example', 'examples', 'externalDocs', 'deprecated', '$comment'],
]);
/** Their members have names of our choice; `title` is then a name. */
const named = new Set([
  ...['paths', 'responses', 'content', 'headers', 'links', 'encoding', 'variables'],
  ...['schemas', 'parameters', 'requestBodies', 'securitySchemes', 'pathItems'],
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs'],
]);
const values = new Set(['const', 'enum', 'default', 'required']);

const without = (node: unknown, isNamed: boolean): unknown => {
  if (Array.isArray(node)) return node.map((each) => without(each, false));
  if (!isJson(node)) return node;
  const kept = Object.entries(node).filter(([key]) => isNamed || !prose.has(key));
  return Object.fromEntries(
    kept.map(([key, value]) => {
      if (!isNamed && values.has(key)) return [key, value];
      return [key, without(value, !isNamed && named.has(key))];
    }),
  );
};

/** An OpenAPI document without what people read: what programs outside rely on. Components stay where they are referred to. */
export const promised = (document: Json): Json => without(document, false) as Json;
