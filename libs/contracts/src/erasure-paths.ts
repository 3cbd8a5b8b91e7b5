import { ErasePayload, ErasureAnswer } from './erasure.js';
import { problemResponses, schemaRef, type Json } from './openapi.js';

/** The address of erasures. */
export const erasurePaths = (): Json => ({
  '/v1/dossiers/{id}/erase-payload': {
    post: {
      operationId: 'ErasePayload',
      'x-kyogi-by': { SECR_DIRECTOR: 'secretariat' },
      summary:
        'Take words out of the record for good: the director of the secretariat. Place, time and proof of the event stay.',
      parameters: ['DossierId', 'IdempotencyKey', 'CorrelationId'].map((name) => ({
        $ref: `#/components/parameters/${name}`,
      })),
      requestBody: { required: true, content: { 'application/json': { schema: schemaRef(ErasePayload) } } },
      responses: {
        '200': {
          description: 'Erased; `remaining` says where else in this dossier the same words stand.',
          content: { 'application/json': { schema: schemaRef(ErasureAnswer) } },
        },
        ...problemResponses([400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503]),
      },
    },
  },
});
