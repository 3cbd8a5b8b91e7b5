import { z } from 'zod';
import { Ulid } from './common.js';
import { kebab } from './message.js';

/** A number as 20 digits, so that it sorts as text. */
export const Digits20 = z.string().regex(/^[0-9]{20}$/, '20 digits');
export const digits20 = (n: number): string => String(n).padStart(20, '0');

/** CloudEvents `type` of an event of the catalogue: `org.kyogi.dossier-filed.v1`. */
export const feedType = (name: string, v: number): string => `org.kyogi.${kebab(name)}.v${v}`;

/** CloudEvents `dataschema` of an event: where the JSON schema of its data in the feed is known. */
export const feedSchema = (name: string, v: number): string =>
  `https://kyogi.example/schemas/${kebab(name)}.v${v}.json`;

/** CloudEvents `type` of the notice that stands in for a delivery that was given up. */
export const gapType = 'org.kyogi.delivery-gap.v1';

/** CloudEvents `dataschema` of that notice. */
export const gapSchema = feedSchema('DeliveryGap', 1);

/** CloudEvents `source` of a cabinet. */
export const feedSource = (cabinet: string): string => `urn:kyogi:${cabinet}`;

/** CloudEvents 1.0.2 in structured JSON, as announced: the same for every subscription. */
export const Announcement = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: z.uuid(),
    source: z.string(),
    type: z.string(),
    subject: Ulid,
    /** When it came about. */
    time: z.string(),
    /** When the ledger recorded it. */
    recordedtime: z.string(),
    datacontenttype: z.literal('application/json'),
    dataschema: z.url(),
    /** Position in the ledger. */
    sequence: Digits20,
    /** The dossier. */
    partitionkey: Ulid,
    /** Version of the dossier's stream. */
    streamversion: z.int(),
    /** 機密性 of the dossier. */
    classification: z.enum(['1', '2']),
    actororgan: z.string(),
    actorrole: z.string(),
    correlationid: z.string(),
    causationid: z.string().optional(),
    traceparent: z.string().optional(),
    /** Where the data can be had by who may see it, when it is not here. */
    dataref: z.string().optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Announcement' });
export type Announcement = z.infer<typeof Announcement>;

/** An announcement as one delivery of one subscription. */
export const FeedEvent = Announcement.extend({
  /** Number of this delivery, and of the one before it, in its subscription: dense from 1; none before is 0. */
  subsequence: Digits20,
  prevsequence: Digits20,
}).meta({ id: 'FeedEvent' });
export type FeedEvent = z.infer<typeof FeedEvent>;

/** What a delivery was that could not be made; it has the delivery's own number. */
export const GapNotice = FeedEvent.omit({ data: true, dataref: true })
  .extend({
    /** `gap-` and the id of the event. */
    id: z.string(),
    type: z.literal(gapType),
    dataschema: z.literal(gapSchema),
    data: z.strictObject({ eventId: z.uuid(), sequence: Digits20, reason: z.string(), attempts: z.int() }),
  })
  .meta({ id: 'GapNotice' });
export type GapNotice = z.infer<typeof GapNotice>;
