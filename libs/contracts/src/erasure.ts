import { z } from 'zod';
import { Ulid, prose } from './common.js';
import { event } from './message.js';

/** A place in an event's data: member names and indices, outermost first. */
export const DataPath = z
  .array(z.union([z.string().max(100), z.int().min(0)]))
  .min(1)
  .max(12);

/** Facts of a stream that is an erasure's own. */
export const erasureEvents = [
  event(
    'PayloadErased',
    z.strictObject({
      erasureId: Ulid,
      /** The event whose words are gone, and its position in the log. */
      eventId: z.uuid(),
      position: z.int().min(1),
      /** What was replaced, so that the rest can still be read; the salt of the event's leaf is gone with it. */
      paths: z.array(DataPath).min(1).max(100),
      reason: prose(2_000),
    }),
  ),
] as const;
