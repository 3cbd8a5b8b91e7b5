import { z } from 'zod';
import { line, Ulid } from './common.js';
import { problemResponses, schemaRef, type Json } from './openapi.js';
import { problemTypes, type ProblemType } from './problems.js';

/** draft: by a desk or liaison, up to the ministry approver; approve: by another person; file: by a liaison. */
export const FilingStep = z.enum(['draft', 'approve', 'file']);
export type FilingStep = z.infer<typeof FilingStep>;

/** What became of a row in this step; `already`: there was nothing left to do. */
export const FilingOutcome = z.enum(['drafted', 'approved', 'filed', 'already', 'rejected']);
export type FilingOutcome = z.infer<typeof FilingOutcome>;

/** Query of POST /v1/filings. */
export const FilingRequest = z.strictObject({ map: line(60), step: FilingStep });
export type FilingRequest = z.infer<typeof FilingRequest>;

const types = Object.keys(problemTypes) as [ProblemType, ...ProblemType[]];

/** One row of the spreadsheet. */
export const FilingLine = z
  .strictObject({
    row: z.int().meta({ description: 'as a spreadsheet numbers it: the header is row 1' }),
    outcome: FilingOutcome,
    dossierId: Ulid.optional().meta({
      description: 'follows from the identity of the row, so a repetition meets it again',
    }),
    stage: z.string().optional(),
    column: z.string().optional().meta({ description: 'rejected: the cell to change' }),
    reason: z.string().optional().meta({ description: 'rejected: what is wrong' }),
    problemType: z
      .enum(types)
      .optional()
      .meta({ description: 'rejected by a command: the type of its problem' }),
  })
  .meta({ id: 'FilingLine' });
export type FilingLine = z.infer<typeof FilingLine>;

const count = z.int().min(0);

/** The last line of an answer that is whole. */
export const FilingSummary = z
  .strictObject({
    summary: z.strictObject({
      map: z.string(),
      cabinet: z.string(),
      step: FilingStep,
      rows: count,
      drafted: count,
      approved: count,
      filed: count,
      already: count,
      rejected: count,
      seconds: z.number(),
    }),
  })
  .meta({ id: 'FilingSummary' });
export type FilingSummary = z.infer<typeof FilingSummary>;

/** Last line of an answer that is not whole: rows above it stand; the same file may be sent again. */
export const FilingBroken = z.strictObject({
  problem: z.looseObject({ type: z.string(), detail: z.string() }),
});

/** Bytes of one row that are surely taken, and rows of one request at most. */
export const filingLimits = { rowBytes: 262_144, rows: 10_000 } as const;

const query = (name: string, description: string, schema: Json): Json => ({
  ...{ name, in: 'query', required: true, description, schema },
});

/** The address that files spreadsheets, for the OpenAPI document. */
export const filingPaths = (): Json => ({
  '/v1/filings': {
    post: {
      operationId: 'fileSpreadsheet',
      summary:
        'File a spreadsheet: every row becomes a dossier, by the same commands as anybody’s. Send it once per step.',
      description: `The body is read as a stream: CSV in UTF-8 (RFC 4180), the header first, at most ${filingLimits.rows} rows of ${filingLimits.rowBytes} bytes. The answer has one line of JSON per row, in order, while the body is still being sent; read both at once. The last line is the summary, or \`{"problem": …}\` when the run ended early. A repetition files nothing twice: repeat a request that broke off. A broken quote is rejected with its row and ends the reading.`,
      parameters: [
        query('map', 'Name of the map that says how columns become fields: cabinets/maps/<name>.json.', {
          type: 'string',
        }),
        query(
          'step',
          'Each step needs a person with the role for it; approval never by the one who drafted.',
          {
            enum: FilingStep.options,
          },
        ),
      ],
      requestBody: { required: true, content: { 'text/csv': { schema: { type: 'string' } } } },
      responses: {
        '200': {
          description: 'One line per row, then the summary.',
          content: {
            'application/x-ndjson': { schema: { oneOf: [schemaRef(FilingLine), schemaRef(FilingSummary)] } },
          },
        },
        ...problemResponses([400, 401, 403, 404, 415, 500, 503]),
      },
    },
  },
});
