import { problemResponses, schemaRef, type Json } from './openapi.js';
import {
  CommentGroups,
  NewPublicComment,
  PublicCommentNotice,
  PublicCommentReceipt,
} from './public-comment.js';

const ofDossier: Json = {
  ...{ name: 'id', in: 'path', required: true, description: 'ULID of the dossier.' },
  schema: { type: 'string', pattern: '^[0-7][0-9A-HJKMNP-TV-Z]{25}$' },
};
const query = (name: string, description: string, schema: Json): Json => ({
  ...{ name, in: 'query', description, schema },
});
const answer = (description: string, schema: Parameters<typeof schemaRef>[0]): Json => ({
  description,
  content: { 'application/json': { schema: schemaRef(schema) } },
});

/** Where the public comments on a draft, without signing in, and where its lead reads what came in. */
export const publicCommentPaths = (): Json => ({
  '/v1/public-comments/{id}': {
    post: {
      operationId: 'sendPublicComment',
      summary: 'Comment on a draft that is open for comment. Everything but the text is optional.',
      security: [],
      parameters: [ofDossier],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaRef(NewPublicComment) } },
      },
      responses: {
        '201': answer('Received; it will be counted.', PublicCommentReceipt),
        ...problemResponses([400, 404, 409, 413, 415, 429, 500, 503]),
      },
    },
    get: {
      operationId: 'readPublicCommentNotice',
      summary: 'The notice: on what, until when and under which rule comments are taken.',
      security: [],
      parameters: [ofDossier],
      responses: {
        '200': answer('The notice.', PublicCommentNotice),
        ...problemResponses([400, 404, 500, 503]),
      },
    },
  },
  '/v1/public-comments/{id}/groups': {
    get: {
      operationId: 'readCommentGroups',
      summary: 'What came in, for the leads and the secretariat: texts that say the same are one group.',
      parameters: [
        ofDossier,
        query('before', 'The `next` of the page before.', { type: 'string', pattern: '^\\d{1,18}$' }),
        query('limit', 'Groups on a page.', { type: 'integer', minimum: 1, maximum: 200, default: 50 }),
      ],
      responses: {
        '200': answer('Groups, those with the newest comment first.', CommentGroups),
        ...problemResponses([400, 401, 403, 404, 500, 503]),
      },
    },
  },
});
