import { CommandAnswer } from './answers.js';
import { publicCommands } from './commands.js';
import { dossierTypes } from './dossier-types/index.js';
import { problemResponses, schemaRef, type Json } from './openapi.js';

type Spec = (typeof publicCommands)[number];

const parameter = (
  name: string,
  where: 'path' | 'header',
  required: boolean,
  description: string,
  schema: Json,
) => ({
  ...{ name, in: where, required, description, schema },
});
const reference = (name: string) => ({ $ref: `#/components/parameters/${name}` });

/** Parameters that commands share. */
export const commandParameters: Json = {
  DossierId: parameter('id', 'path', true, 'ULID of the dossier; for a creation, one of your making.', {
    type: 'string',
    pattern: '^[0-7][0-9A-HJKMNP-TV-Z]{25}$',
  }),
  IdempotencyKey: parameter(
    'Idempotency-Key',
    'header',
    true,
    'Makes a repetition harmless: the same key gets the first answer, for 30 days. At least 128 random bits: a UUID, or 22 to 255 of A-Z a-z 0-9 _ -, with or without quotes.',
    { type: 'string', minLength: 16, maxLength: 257 },
  ),
  IfMatch: parameter(
    'If-Match',
    'header',
    true,
    'The ETag of the version you decided on; or * when the command holds for any version.',
    { type: 'string', pattern: '^(\\*|"[1-9][0-9]*")$' },
  ),
  IfNoneMatch: parameter('If-None-Match', 'header', false, 'Only *: there must be no such dossier yet.', {
    const: '*',
  }),
  CorrelationId: parameter(
    'X-Correlation-Id',
    'header',
    false,
    'Your own name for the request, 8 to 100 of A-Z a-z 0-9 _ . : -; else one is made.',
    { type: 'string', minLength: 8, maxLength: 100 },
  ),
};

const text = (description: string) => ({ description, schema: { type: 'string' } });

/** Headers of answers to commands. */
export const commandHeaders: Json = {
  ETag: text('The version of the dossier, in quotes; for If-Match.'),
  Location: text('The address of the new dossier.'),
  IdempotencyReplayed: text('true: the answer of an earlier request with this key; nothing was done now.'),
  XCorrelationId: text('Names the request in the logs.'),
};
const header = (name: string) => ({ $ref: `#/components/headers/${name}` });

const examples = (spec: Spec): Json => {
  if (!spec.creates) return {};
  const bodies = dossierTypes.map(({ type, en, example }) => [
    type,
    { summary: en, value: { type, ...example } },
  ]);
  return { examples: Object.fromEntries(bodies) as Json };
};

const operation = (spec: Spec): Json => ({
  operationId: spec.name,
  summary: spec.summary,
  'x-kyogi-by': spec.by,
  parameters: [
    ...['DossierId', 'IdempotencyKey', spec.creates ? 'IfNoneMatch' : 'IfMatch', 'CorrelationId'].map(
      reference,
    ),
  ],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: schemaRef(spec.data), ...examples(spec) } },
  },
  responses: {
    [spec.creates ? '201' : '200']: {
      description: 'Decided and written.',
      headers: {
        ETag: header('ETag'),
        ...(spec.creates && { Location: header('Location') }),
        'Idempotency-Replayed': header('IdempotencyReplayed'),
        'X-Correlation-Id': header('XCorrelationId'),
      },
      content: { 'application/json': { schema: schemaRef(CommandAnswer) } },
    },
    ...problemResponses([
      400,
      401,
      403,
      404,
      409,
      412,
      413,
      415,
      422,
      ...(spec.creates ? [] : [428]),
      429,
      500,
      503,
    ]),
  },
});

/** One path per command that has an address. */
export const commandPaths = (): Json =>
  Object.fromEntries(
    publicCommands.map((spec) => [`/v1/dossiers/{id}/${spec.path}`, { post: operation(spec) }]),
  );
