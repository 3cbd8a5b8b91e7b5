import { problemTypes, type ProblemType } from '#contracts';
import { z } from 'zod';
import { routes, type Route } from './routes.js';

type Json = Record<string, unknown>;

/** A JSON Schema with its named parts moved to components. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output', parts: Map<string, unknown>): Json => {
  const { $defs, $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  const moved = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));
  for (const [name, part] of Object.entries(($defs ?? {}) as Json))
    parts.set(name, moved(withoutId(part as Json)));
  const id = json.id;
  if (typeof id !== 'string') return moved(json) as Json;
  parts.set(id, moved(withoutId(json)));
  return { $ref: `#/components/schemas/${id}` };
};

const withoutId = ({ id: _, ...json }: Json): Json => json;

const parameters = (
  object: z.ZodObject | undefined,
  place: 'path' | 'query',
  parts: Map<string, unknown>,
): Json[] =>
  Object.entries(object?.shape ?? {}).map(([name, field]) => {
    const { description, ...schema } = schemaOf(field as z.ZodType, 'input', parts);
    return { name, in: place, required: place === 'path', ...(description ? { description } : {}), schema };
  });

const minPosition = {
  name: 'Min-Position',
  in: 'header',
  required: false,
  description:
    'Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds.',
  schema: { type: 'string', pattern: '^\\d{1,16}$' },
};

const headersOf = ({ reads, etag }: Route): Json => ({
  ...(reads && {
    'Kyogi-Position': {
      description: 'the position of the ledger this answer stands for',
      schema: { type: 'integer' },
    },
  }),
  ...(etag && { ETag: { description: 'the version of the dossier, in quotes', schema: { type: 'string' } } }),
});

const problemsOf = ({ params, reads, method }: Route): ProblemType[] => [
  ...(['invalid-request', 'unauthenticated', 'not-permitted'] as const),
  ...(params ? (['not-found'] as const) : []),
  ...(reads || method === 'post'
    ? (['not-yet-visible', 'unavailable'] as const)
    : (['unavailable'] as const)),
];

const problemResponses = (route: Route): Json =>
  Object.fromEntries(
    [...new Set(problemsOf(route).map((type) => problemTypes[type].status))].map((status) => [
      String(status),
      {
        description: problemsOf(route)
          .filter((type) => problemTypes[type].status === status)
          .map((type) => `${type}: ${problemTypes[type].title}`)
          .join('. '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );

const operationOf = (route: Route, parts: Map<string, unknown>): Json => ({
  operationId: route.operation,
  summary: route.summary,
  parameters: [
    ...parameters(route.params, 'path', parts),
    ...parameters(route.query, 'query', parts),
    ...(route.reads ? [minPosition] : []),
  ],
  responses: {
    [route.status]: {
      description: route.status === 202 ? 'Begun.' : 'As far as it is open to you.',
      headers: headersOf(route),
      content: { 'application/json': { schema: schemaOf(route.answer, 'output', parts) } },
    },
    ...problemResponses(route),
  },
});

const problem = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
  },
};

/** The OpenAPI 3.1 document of headquarters, from the routes and the views. */
export const openapi = (): object => {
  const parts = new Map<string, unknown>([['Problem', problem]]);
  const paths: Record<string, Json> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operationOf(route, parts);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kyogi headquarters',
      version: '1',
      description:
        'What is in the ledger, to whoever may see it. Nothing a ministry has not circulated is open outside it.',
    },
    security: [{ accessToken: [] }],
    paths,
    components: {
      schemas: Object.fromEntries([...parts].sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'at+jwt' } },
    },
  };
};
