import {
  apiDocument,
  DisclosureView,
  EvidenceView,
  OpeningView,
  problemResponses,
  schemaRef,
  schemasFor,
  type Json,
} from '#contracts';

const text = { 'text/plain': { schema: { type: 'string' } } };
const binary = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
const parameter = (name: string, description: string, schema: Json = { type: 'string' }): Json => ({
  ...{ name, in: 'path', required: true, description, schema },
});
const position = parameter('position', 'position in the ledger, from 1', { type: 'integer', minimum: 1 });
const event = parameter('eventId', 'id of an event', { type: 'string', format: 'uuid' });
const etag = {
  ETag: { description: 'of these bytes; If-None-Match answers 304', schema: { type: 'string' } },
};

/** A route that needs no sign-in. */
const open = (operationId: string, summary: string, content: Json, parameters: Json[] = []): Json => ({
  get: {
    ...{ operationId, summary, security: [], parameters },
    responses: {
      200: { description: 'As it is published.', headers: etag, content },
      304: { description: 'You have it already.' },
      ...problemResponses([404, 405, 429, 500, 503]),
    },
  },
});

const paths: Record<string, Json> = {
  '/checkpoint': open(
    'readCheckpoint',
    'The newest published checkpoint: a signed note (C2SP tlog-checkpoint), cosigned by witnesses.',
    text,
  ),
  '/keys': open('readKeys', 'Public keys of the log and its witnesses, past ones too: a vkey a line.', text),
  '/tile/{path}': open(
    'readTile',
    'A tile of hashes (`tile/0/x001/067`) or a bundle of entries (`tile/entries/…`), C2SP tlog-tiles.',
    binary,
    [parameter('path', 'rest of the path of a tile; it contains slashes')],
  ),
  '/proof/{position}.tlog-proof': open(
    'readProof',
    'A receipt to keep: the proof that the entry of a position is in the log (C2SP tlog-proof).',
    text,
    [position],
  ),
  '/entry/{position}': open(
    'readEntry',
    'The entry of a position: canonical JSON, with salted hashes of what it is about.',
    { 'application/json': { schema: { type: 'object' } } },
    [position],
  ),
  '/opening/{position}': open(
    'readOpening',
    'What opens the entry of a position, as far as the public register repeats what was recorded there.',
    { 'application/json': { schema: schemaRef(DisclosureView) } },
    [position],
  ),
  '/v1/evidence/{eventId}': open(
    'findEvidence',
    'Where the evidence of an event is.',
    { 'application/json': { schema: schemaRef(EvidenceView) } },
    [event],
  ),
  '/v1/evidence/{eventId}/opening': {
    get: {
      operationId: 'openEntry',
      summary:
        'What opens the hashes of an entry: for the organ that acted, and for the secretariat where the event is told to it.',
      parameters: [event],
      responses: {
        200: {
          description: 'Keep it with the receipt.',
          content: { 'application/json': { schema: schemaRef(OpeningView) } },
        },
        ...problemResponses([401, 403, 404, 405, 500, 503]),
      },
    },
  },
};

/** The OpenAPI document of the evidence process, checked in as docs/api/evidence.openapi.json. */
export const openapi = (): Json => {
  const document = apiDocument({
    title: 'Kyogi: evidence',
    description:
      'The transparency log over the ledger: public files by which anybody can check, without believing us, that the record is the one that was made. Errors are RFC 9457 problem documents.',
    paths,
  });
  const components = document.components as Json;
  return {
    ...document,
    components: { ...components, schemas: schemasFor([paths, components.responses], 'output') },
  };
};
