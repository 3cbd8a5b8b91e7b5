import {
  apiDocument,
  commandHeaders,
  commandParameters,
  parametersOf,
  problemResponses,
  schemaRef,
  type Json,
} from '#contracts';
import { z } from 'zod';
import { routes, type Route } from './routes.js';

const schemaOf = (answer: z.ZodType | undefined): Json => {
  if (!answer) return { type: 'string' };
  if (answer instanceof z.ZodArray)
    return { type: 'array', items: schemaRef((answer as z.ZodArray<z.ZodType>).element) };
  return schemaRef(answer);
};

const isFact = ({ body, repeatable }: Route): boolean => body !== undefined && !repeatable;

const problemsOf = ({ open, params, body, query, path }: Route): number[] => [
  ...(query || body || params ? [400] : []),
  ...(open ? [] : [401, 403]),
  ...(params || query ? [404] : []),
  405,
  ...(body || path.startsWith('/v1/events') ? [409, 410] : []),
  ...(body ? [413, 415, 422] : []),
  ...(path.startsWith('/v1/events') || path.endsWith('/acknowledge') ? [429] : []),
  ...[500, 503],
];

const operationOf = (route: Route): Json => ({
  operationId: route.operation,
  summary: route.summary,
  ...(route.open && { security: [] }),
  parameters: [
    ...parametersOf(route.params, 'path'),
    ...parametersOf(route.query, 'query'),
    ...(isFact(route) ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ...[{ $ref: '#/components/parameters/CorrelationId' }],
  ],
  ...(route.body && {
    requestBody: { required: true, content: { 'application/json': { schema: schemaRef(route.body) } } },
  }),
  responses: {
    [route.status ?? 200]: {
      description: isFact(route) ? 'Decided and written.' : 'As far as it is open to you.',
      ...(isFact(route) && {
        headers: { 'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' } },
      }),
      content: { [route.media ?? 'application/json']: { schema: schemaOf(route.answer) } },
    },
    ...problemResponses(problemsOf(route)),
  },
});

/** The OpenAPI document of the delivery process, checked in as docs/api/delivery.openapi.json. */
export const openapi = (): Json => {
  const paths: Record<string, Json> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operationOf(route);
  const { IdempotencyKey, CorrelationId } = commandParameters;
  const { IdempotencyReplayed } = commandHeaders;
  return apiDocument({
    title: 'Kyogi: the feed',
    description:
      'Subscriptions, and what happened to dossiers in one chain per subscription. What the events say is in asyncapi.json. Errors are RFC 9457 problem documents.',
    parameters: { IdempotencyKey, CorrelationId },
    headers: { IdempotencyReplayed },
    paths,
  });
};
