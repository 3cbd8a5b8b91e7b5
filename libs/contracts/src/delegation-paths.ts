import { DelegationAnswer, DelegationList, GrantDelegation, RevokeDelegation } from './delegation.js';
import { problemResponses, schemaRef, type Json } from './openapi.js';

const parameters = [
  {
    ...{ name: 'id', in: 'path', required: true },
    description: 'ULID of the delegation; for a grant, one of your making.',
    schema: { type: 'string', pattern: '^[0-7][0-9A-HJKMNP-TV-Z]{25}$' },
  },
  ...['IdempotencyKey', 'CorrelationId'].map((name) => ({ $ref: `#/components/parameters/${name}` })),
];

const change = (
  operationId: string,
  summary: string,
  data: Parameters<typeof schemaRef>[0],
  status: '200' | '201',
): Json => ({
  post: {
    ...{ operationId, summary, parameters },
    requestBody: { required: true, content: { 'application/json': { schema: schemaRef(data) } } },
    responses: {
      [status]: {
        description: 'Decided and written; in force at the next command.',
        content: { 'application/json': { schema: schemaRef(DelegationAnswer) } },
      },
      ...problemResponses([400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503]),
    },
  },
});

/** The addresses of delegations. */
export const delegationPaths = (): Json => ({
  '/v1/delegations/{id}/grant-delegation': change(
    'GrantDelegation',
    'Give a role of yours to another person of the organ for a time (専決, 代決).',
    GrantDelegation,
    '201',
  ),
  '/v1/delegations/{id}/revoke-delegation': change(
    'RevokeDelegation',
    'End a delegation before its time: its delegator, or an approver of the organ.',
    RevokeDelegation,
    '200',
  ),
  '/v1/delegations': {
    get: {
      operationId: 'readDelegations',
      summary: 'Who stands in for whom in the organs you work in.',
      responses: {
        '200': {
          description: 'In the order of their ids.',
          content: { 'application/json': { schema: schemaRef(DelegationList) } },
        },
        ...problemResponses([401, 403, 500, 503]),
      },
    },
  },
});
