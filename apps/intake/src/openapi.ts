import {
  apiDocument,
  Catalogue,
  commandHeaders,
  commandParameters,
  commandPaths,
  delegationPaths,
  erasurePaths,
  filingPaths,
  opinionTablePaths,
  problemResponses,
  publicCommentPaths,
  schemaRef,
  type Json,
} from '#contracts';

const operations = (operationId: string, summary: string, content: Json, unready: boolean): Json => ({
  get: {
    operationId,
    summary,
    security: [],
    responses: {
      '200': { description: 'The present state.', content },
      ...problemResponses(unready ? [500, 503] : [500]),
    },
  },
});
const json = { 'application/json': { schema: { type: 'object' } } };

/** The command door's OpenAPI document, checked in as docs/api/intake.openapi.json. */
export const intakeDocument = (): Json =>
  apiDocument({
    title: 'Kyogi: the command door',
    description:
      'Ministries and the secretariat change dossiers here, one address per command. Errors are RFC 9457 problem documents. Queries are answered by headquarters.',
    parameters: commandParameters,
    headers: commandHeaders,
    paths: {
      ...commandPaths(),
      ...delegationPaths(),
      ...erasurePaths(),
      ...filingPaths(),
      ...opinionTablePaths(),
      ...publicCommentPaths(),
      '/v1/catalogue': {
        get: {
          operationId: 'readCatalogue',
          summary: 'Commands, dossier types and their schemas, for forms and tools.',
          responses: {
            '200': {
              description: 'The catalogue.',
              content: { 'application/json': { schema: schemaRef(Catalogue) } },
            },
            ...problemResponses([401, 403, 500, 503]),
          },
        },
      },
      '/health/live': operations('live', 'Whether the process runs.', json, false),
      '/health/ready': operations('ready', 'Whether the process can do its work.', json, true),
      '/metrics': operations(
        'metrics',
        'Numbers in the format of Prometheus.',
        { 'text/plain': { schema: { type: 'string' } } },
        false,
      ),
    },
  });
