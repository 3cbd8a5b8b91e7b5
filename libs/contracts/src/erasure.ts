import { z } from 'zod';
import { prose } from './common.js';

/** A place in an event's data: member names and indices, outermost first. */
export const DataPath = z
  .array(z.union([z.string().min(1).max(100), z.int().min(0)]))
  .min(1)
  .max(20);
export type DataPath = z.infer<typeof DataPath>;

/** What stands where words were erased. */
export const erased = '〔消去 erased〕';

/** Body of POST /v1/dossiers/{id}/erase-payload. */
export const ErasePayload = z
  .strictObject({
    eventId: z.uuid(),
    /** Texts in the event's data, such as ["version", "body", "head", "contact", "name"]. */
    paths: z.array(DataPath).min(1).max(100),
    reason: prose(2_000),
  })
  .meta({ id: 'ErasePayload' });
export type ErasePayload = z.infer<typeof ErasePayload>;

/** Where the same words still stand in the record of the dossier. */
const Remaining = z.strictObject({ eventId: z.uuid(), type: z.string(), paths: z.array(DataPath) });

/** What an erasure led to. */
export const ErasureAnswer = z
  .strictObject({
    dossierId: z.string(),
    version: z.int(),
    position: z.int().nullable(),
    remaining: z.array(Remaining),
  })
  .meta({ id: 'ErasureAnswer' });
export type ErasureAnswer = z.infer<typeof ErasureAnswer>;
