import { feedSchema, feedSource, feedType, gapSchema, gapType, digits20, type FeedEvent } from './feed.js';
import type { Json } from './openapi.js';

const dossier = '01JB2M8X6T7N9Q4R5S3V1W0YZA';
const sha256 = 'f3809b6240c8b11de0d5fad6893e4262e450075300c9ad7f2a8272e3d4691233';

const told = {
  specversion: '1.0',
  source: feedSource('japan'),
  subject: dossier,
  time: '2026-06-01T01:00:00.000Z',
  recordedtime: '2026-06-01T01:00:00.012Z',
  datacontenttype: 'application/json',
  partitionkey: dossier,
  actororgan: 'MLIT',
  actorrole: 'LIAISON',
  correlationid: 'f0f7a1f2-3f0c-4b0e-9a55-0d5c6a1f7b11',
} satisfies Partial<FeedEvent>;

const filed: FeedEvent = {
  ...{ subsequence: digits20(17), prevsequence: digits20(16), ...told },
  id: '3b5c9f0a-7a51-4d0b-8a6e-5d2f0c9b1e10',
  type: feedType('DossierFiled', 1),
  dataschema: feedSchema('DossierFiled', 1),
  ...{ sequence: digits20(4711), streamversion: 8, classification: '1' },
  data: { stage: 'FILED', versionNo: 1, sha256 },
};

const { data: _data, ...byReference } = filed;
const referred: FeedEvent = { ...byReference, classification: '2', dataref: `/v1/events/${filed.id}` };

const gap: Json = {
  ...byReference,
  ...{ id: `gap-${filed.id}`, type: gapType, dataschema: gapSchema },
  data: { eventId: filed.id, sequence: filed.sequence, reason: 'HTTP 500', attempts: 8 },
};

/** Examples of messages, by CloudEvents `type`. */
export const asyncExamples = (): Record<string, Json[]> => ({
  [filed.type]: [
    { name: 'withData', summary: 'Marking 1: the data is here.', payload: filed },
    { name: 'byReference', summary: 'Marking 2: the data is had with a sign-in.', payload: referred },
  ],
  [gapType]: [{ name: 'givenUp', payload: gap }],
});
