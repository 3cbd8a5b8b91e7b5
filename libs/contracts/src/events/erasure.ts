import { z } from 'zod';
import { DataPath } from '../erasure.js';
import { event } from '../message.js';
import { personal } from '../personal.js';

/** That words were taken out of the record. Not which: they are gone. */
export const erasureEvents = [
  event(
    'PayloadErased',
    z.strictObject({
      /** The event that held them, and its position. */
      eventId: z.uuid(),
      position: z.int().min(1),
      /** What is gone, and with it the salt of the event's leaf. */
      paths: z.array(DataPath).min(1),
      /** Of these, what was taken away whole, because nothing could stand in its place; the rest reads `erased`. */
      removed: z.array(DataPath),
      reason: personal(z.string()),
    }),
  ),
] as const;
