import { z } from 'zod';
import type { WorkItem } from '#messaging';

const Payload = z.object({ versionNo: z.int().min(1) });

/** The version a step is about. Throws when the payload has none. */
export const versionNoOf = (item: WorkItem): number => Payload.parse(item.payload).versionNo;
