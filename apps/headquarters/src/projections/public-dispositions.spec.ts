import type { EventName, LedgerEvent } from '#contracts';
import { dossierType } from '#contracts';
import { givenUpRows } from './public-dispositions';
import { publicRecordOf } from '#sight';

const { head, ...rest } = dossierType('guideline').example as { head: object };
const version = (confidentiality: 1 | 2) => ({
  version: {
    ...{ no: 1, sha256: 'a' },
    body: {
      type: 'guideline',
      ...rest,
      head: { ...head, coLeads: [], pillars: [], marking: { confidentiality, handling: [] } },
    },
  },
});
const result = (abandoned: boolean) => ({
  ...{
    received: 1,
    unique: 1,
    statement: '1',
    url: 'https://e-gov.go.jp/1',
    publishedOn: '2026-06-16',
    abandoned,
  },
});

const record = (...facts: [EventName, object][]) =>
  publicRecordOf(
    facts.map(([type, data], at) => ({
      ...{ position: at + 1, eventId: String(at), streamId: 'D', version: at + 1, type, v: 1, data },
      ...{ recordedAt: '2026-06-16T00:00:00.000Z', meta: {} },
    })) as unknown as LedgerEvent[],
  );
const reasonsOf = (...facts: [EventName, object][]) =>
  givenUpRows(record(...facts), { number: null, timeZone: 'Asia/Tokyo', replacedBy: null }).flatMap(
    ({ dataset, doc }) => (dataset === 'decisions' ? [doc.reason] : []),
  );

describe('an instrument that was given up after its result was published', () => {
  const begun: [EventName, object][] = [
    ['DossierDrafted', version(1)],
    ['PublicCommentOpened', {}],
    ['CommentResultPublished', result(false)],
  ];
  const end: [EventName, object][] = [
    ['CommentAbandoned', { reason: '改訂案の第三条による' }],
    ['CommentResultPublished', result(true)],
  ];

  it('is told with the reason', () => {
    expect(reasonsOf(...begun, ...end)).toEqual(['改訂案の第三条による']);
  });

  it('is told without the reason when a text was marked meanwhile: it may repeat it', () => {
    expect(reasonsOf(...begun, ['DossierRevised', version(2)], ...end)).toEqual([null]);
  });
});
