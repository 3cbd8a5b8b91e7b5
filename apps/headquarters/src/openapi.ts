import { apiDocument, parametersOf, problemResponses, schemaRef, schemasFor, type Json } from '#contracts';
import type { Route } from './route.js';
import { routes } from './routes.js';

const minPosition = {
  name: 'Min-Position',
  in: 'header',
  required: false,
  description:
    'Read your own writes: the answer has seen this position of the ledger, or is 503 after 2 seconds.',
  schema: { type: 'string', pattern: '^\\d{1,16}$' },
};

const text = { schema: { type: 'string' } };

const headersOf = ({ reads, etag, open }: Route): Json => ({
  ...(reads && {
    'Kyogi-Position': {
      description: 'the position of the ledger this answer stands for',
      schema: { type: 'integer' },
    },
  }),
  ...(etag && { ETag: { description: 'the version of the dossier, in quotes', ...text } }),
  ...(open && {
    ETag: { description: 'of these bytes, for If-None-Match', ...text },
    'Last-Modified': { description: 'when the dataset changed last', ...text },
    'RateLimit-Remaining': { description: 'requests left to your address', schema: { type: 'integer' } },
    'RateLimit-Reset': { description: 'seconds until there are more', schema: { type: 'integer' } },
  }),
});

const contentOf = ({ answer, page, media, csv }: Route): Json => {
  if (media?.endsWith('json')) return { [media]: { schema: { type: 'object' } } };
  if (media) return { [media]: { schema: { type: 'string', format: 'binary' } } };
  if (page) return { 'text/html': text };
  return { 'application/json': { schema: schemaRef(answer) }, ...(csv && { 'text/csv': text }) };
};

const refusals = ({ open, params }: Route): number[] => [
  ...(open ? [400] : [400, 401, 403]),
  ...(params ? [404] : []),
  ...(open ? [405, 429] : [405]),
  ...[500, 503],
];

const descriptionOf = ({ status, open }: Route): string => {
  if (open) return 'What is public.';
  return status === 202 ? 'Begun.' : 'As far as it is open to you.';
};

const operationOf = (route: Route): Json => ({
  operationId: route.operation,
  summary: route.summary,
  ...(route.open && { security: [] }),
  parameters: [
    ...parametersOf(route.params, 'path'),
    ...parametersOf(route.query, 'query'),
    ...(route.reads && !route.open ? [minPosition] : []),
  ],
  responses: {
    [route.status]: {
      description: descriptionOf(route),
      headers: headersOf(route),
      content: contentOf(route),
    },
    ...(route.open && { 304: { description: 'What you have is what is public.' } }),
    ...problemResponses(refusals(route)),
  },
});

/** The OpenAPI document of headquarters, checked in as docs/api/headquarters.openapi.json. */
export const openapi = (): Json => {
  const paths: Record<string, Json> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operationOf(route);
  const document = apiDocument({
    title: 'Kyogi: headquarters',
    description:
      'What is in the ledger, to whoever may see it. Nothing a ministry has not circulated is open outside it. Errors are RFC 9457 problem documents.',
    paths,
  });
  const components = document.components as Json;
  // Answers, not requests: what has a default is always there, and nothing undeclared is.
  return {
    ...document,
    components: { ...components, schemas: schemasFor([paths, components.responses], 'output') },
  };
};
