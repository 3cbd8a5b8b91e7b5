import { z } from 'zod';
import { OrganSlug, Sha256, Ulid } from './common.js';
import { problemResponses, schemaRef, type Json } from './openapi.js';
import { RoundNo } from './positions.js';
import { ThreadRef, type Weight } from './threads.js';

/** 意見一覧表 as a spreadsheet: headquarters writes it, a ministry fills it, the command door reads it. */

/** The media type of XLSX. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Layout of the sheet; a sheet of another layout is not taken back. */
export const opinionTableSchema = 'kyogi-opinion-table/1';

/** Name of the hidden sheet that says what the table belongs to, one line per field of `OpinionTableIdentity`. */
export const identitySheet = '_kyogi';

/** What a filled table belongs to. */
export const OpinionTableIdentity = z.strictObject({
  schema: z.literal(opinionTableSchema),
  dossierId: Ulid,
  organ: OrganSlug,
  roundNo: RoundNo,
  /** Of the text that is consulted on. */
  sha256: Sha256,
});
export type OpinionTableIdentity = z.infer<typeof OpinionTableIdentity>;

/** Columns in their order, with the words of their header. Those of `own` are the ministry's to fill. */
export const opinionColumns = {
  no: 'No.',
  organ: '府省名',
  desk: '担当課室',
  kind: '種別',
  weight: '区分',
  clause: '該当箇所',
  quoted: '該当文言',
  body: '質問・意見の内容',
  proposed: '修文案',
  reason: '理由',
  disposition: '対処方針',
  answer: '回答',
  state: '状況',
} as const;
export type OpinionColumn = keyof typeof opinionColumns;

export const ownColumns = [
  'desk',
  'kind',
  'weight',
  'clause',
  'quoted',
  'body',
  'proposed',
  'reason',
] as const;
export type OwnColumn = (typeof ownColumns)[number];

export const kindWords = { QUESTION: '質問', OPINION: '意見' } as const;
export const weightWords = { MUST: '必須', SHOULD: '要望', NOTE: '参考' } as const satisfies Record<
  Weight,
  string
>;

/** What is taken of an uploaded file at most. `inflatedBytes` is the sum of what the archive unpacks to. */
export const opinionTableLimits = {
  bytes: 2 * 1024 * 1024,
  inflatedBytes: 16 * 1024 * 1024,
  rows: 1_000,
} as const;

const Told = z.strictObject({ ja: z.string(), en: z.string() });

/** What is wrong with one cell, and what to change; without `column` it is about the row. */
export const RowFault = z
  .strictObject({ column: z.string().optional(), ...Told.shape })
  .meta({ id: 'OpinionRowFault' });
export type RowFault = z.infer<typeof RowFault>;

/** What became of one filled row. */
export const OpinionRow = z
  .strictObject({
    row: z.int().meta({ description: 'as the spreadsheet numbers it' }),
    outcome: z.enum(['raised', 'skipped', 'refused']),
    thread: ThreadRef.optional().meta({ description: 'the thread it became, or is already' }),
    errors: z.array(RowFault).optional().meta({ description: 'refused: what to change' }),
    note: Told.optional().meta({ description: 'skipped: why' }),
  })
  .meta({ id: 'OpinionRow' });
export type OpinionRow = z.infer<typeof OpinionRow>;

const count = z.int().min(0);

export const OpinionTableAnswer = z
  .strictObject({
    ...OpinionTableIdentity.pick({ dossierId: true, organ: true, roundNo: true }).shape,
    rows: z.array(OpinionRow),
    raised: count,
    skipped: count,
    refused: count,
    position: z
      .int()
      .nullable()
      .meta({ description: 'place of the last new thread in the ledger, for Min-Position' }),
  })
  .meta({ id: 'OpinionTableAnswer' });
export type OpinionTableAnswer = z.infer<typeof OpinionTableAnswer>;

/** The address that takes a filled table back, for the OpenAPI document. */
export const opinionTablePaths = (): Json => ({
  '/v1/dossiers/{id}/opinion-table': {
    post: {
      operationId: 'returnOpinionTable',
      summary:
        'Return the filled opinion table (意見一覧表): every new row becomes a thread, as by RaiseThread.',
      description: `The XLSX that headquarters made for the ministry (\`opinion-table.xlsx?organ=…\`), filled in any program, at most ${opinionTableLimits.bytes} bytes and ${opinionTableLimits.rows} rows. A row that is wrong is refused with the column and what to change, and does not stop the others. A row that is a thread already is skipped, also when it was changed, so the same file may be sent again. A table of another dossier, round, text or layout is refused whole.`,
      parameters: [
        { $ref: '#/components/parameters/DossierId' },
        { $ref: '#/components/parameters/CorrelationId' },
      ],
      'x-kyogi-by': { LIAISON: 'participant' },
      requestBody: { required: true, content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } },
      responses: {
        '200': {
          description: 'What became of each row.',
          content: { 'application/json': { schema: schemaRef(OpinionTableAnswer) } },
        },
        ...problemResponses([400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503]),
      },
    },
  },
});
