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
      /** What was replaced; the salt of the event's leaf is gone with it. */
      paths: z.array(DataPath).min(1),
      reason: personal(z.string()),
    }),
  ),
] as const;
