import { z } from 'zod';
import { Role } from './cabinet.js';
import { problemBase, problemTypes, type ProblemType } from './problems.js';

/** What a command led to; a repetition with the same key gets the same bytes. */
export const CommandAnswer = z
  .strictObject({
    dossierId: z.string(),
    version: z.int().meta({ description: 'version of the dossier after the command; the ETag' }),
    stage: z.string(),
    position: z
      .int()
      .nullable()
      .meta({ description: 'place in the ledger, for Min-Position of queries; null: nothing was to change' }),
  })
  .meta({ id: 'CommandAnswer' });
export type CommandAnswer = z.infer<typeof CommandAnswer>;

const types = Object.keys(problemTypes) as [ProblemType, ...ProblemType[]];

/** One thing that does not fit: where, and what to change. */
export const Fault = z
  .strictObject({
    path: z.string().meta({ description: 'place in the body, steps joined by dots; empty: the body itself' }),
    message: z.string(),
  })
  .meta({ id: 'Fault' });
export type Fault = z.infer<typeof Fault>;

/** RFC 9457, with extension members by type. */
export const ProblemDocument = z
  .looseObject({
    type: z.enum(types.map((type) => problemBase + type)),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'what to change' }),
    instance: z
      .string()
      .meta({ description: 'the request; the same id is in X-Correlation-Id and in the logs' }),
    faults: z.array(Fault).optional(),
    current: z.int().optional().meta({ description: 'version-stale: the present version, also in ETag' }),
  })
  .meta({ id: 'Problem' });

const Json = z.record(z.string(), z.unknown());

/** What a program needs to build forms and requests. */
export const Catalogue = z
  .strictObject({
    commands: z.array(
      z.strictObject({
        name: z.string(),
        path: z.string(),
        summary: z.string(),
        creates: z.boolean(),
        by: z.partialRecord(Role, z.string()),
        schema: Json.meta({ description: 'JSON Schema of the body; refers to `schemas`' }),
      }),
    ),
    dossierTypes: z.array(
      z.strictObject({
        type: z.string(),
        ja: z.string(),
        en: z.string(),
        schema: Json.meta({ description: 'JSON Schema of `content`' }),
        procedures: z.array(
          Json.meta({ description: 'stages and transitions, with `hash`, the SHA-256 of the rest' }),
        ),
        example: Json,
      }),
    ),
    schemas: z.record(z.string(), Json),
  })
  .meta({ id: 'Catalogue' });
export type Catalogue = z.infer<typeof Catalogue>;
