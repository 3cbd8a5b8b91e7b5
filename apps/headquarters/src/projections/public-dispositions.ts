import { carriedOf, endOf, publishedOf, resultOf, type PublicRecord } from '#sight';
import {
  dayOf,
  erasuresOf,
  evidenceOf,
  headOf,
  nowhere,
  organsOf,
  type Circumstances,
  type PublicRow,
} from './public-rows.js';

/** The members of a disposition that it has not. */
const without = {
  ...{ clauseId: null, commentKind: null, openedAt: null, closedAt: null, received: null, unique: null },
  ...{ statement: null, url: null, groupNo: null, gist: null, count: null, response: null, changeMade: null },
  ...{ body: null, reason: null, level: null },
};

/** Objections that were maintained, as they were carried to the decision. */
export const reservationRows = (record: PublicRecord, { number }: Circumstances): PublicRow[] => {
  const [first] = publishedOf(record);
  const decision = record.decision?.event;
  if (!first || !decision) return [];
  const { streamId: dossierId, position, data } = first.event;
  const { body } = first.of.data.version;
  return carriedOf(record).map((one, nth) => {
    const doc = {
      ...without,
      ...{ id: `${dossierId}/reservation/${one.thread.replace('#', '-')}`, dossierId, number },
      ...{ kind: 'RESERVATION', title: body.head.title, organ: one.organ, publishedOn: data.publishedOn },
      ...{ clauseId: one.clauseId ?? null, body: one.body, reason: one.reason, level: one.level },
      ...{ erasures: erasuresOf(record, decision) },
      ...{ evidence: evidenceOf(first.event), source: evidenceOf(decision) },
    };
    const organs = [...new Set([...organsOf(body), one.organ])];
    return { dataset: 'dispositions', key: doc.id, position, nth, type: body.type, organs, ...nowhere, doc };
  });
};

/** What came in from the public, and the answers. */
export const commentRows = (record: PublicRecord, { number }: Circumstances): PublicRow[] => {
  const found = resultOf(record);
  if (!found) return [];
  const { opened, on, result, givenUp = result, groups } = found;
  const { body } = on.data.version;
  const { kind: commentKind, openAt: openedAt, closeAt: closedAt } = opened.data;
  const { streamId: dossierId, position } = result;
  const id = `${dossierId}/comment`;
  const shared = {
    ...{ ...without, dossierId, number, title: body.head.title, organ: body.head.lead },
    ...{ publishedOn: result.data.publishedOn, commentKind, openedAt, closedAt },
  };
  const { received, unique, statement, url } = givenUp.data;
  const whole = {
    ...{ ...shared, id, kind: 'COMMENT_RESULT', received, unique, statement, url },
    ...{ evidence: evidenceOf(givenUp), source: evidenceOf(givenUp), erasures: erasuresOf(record, givenUp) },
  };
  const answers = [...groups.values()]
    .sort((a, b) => a.data.groupNo - b.data.groupNo)
    .map((event) => ({
      ...{ ...shared, ...event.data, clauseId: event.data.clauseId ?? null },
      ...{ id: `${id}/${event.data.groupNo}`, kind: 'COMMENT_GROUP' },
      ...{ evidence: evidenceOf(result), source: evidenceOf(event), erasures: erasuresOf(record, event) },
    }));
  const organs = organsOf(body);
  return [whole, ...answers].map((doc, nth) => ({
    ...{ dataset: 'dispositions', key: doc.id, position, nth, type: body.type, organs, ...nowhere, doc },
  }));
};

/** An instrument that was given up after comment: that it was, by whom and why. */
export const givenUpRows = (record: PublicRecord, { number, timeZone }: Circumstances): PublicRow[] => {
  const end = endOf(record);
  if (!end) return [];
  const { abandoned, givenUp, on, reason } = end;
  const { streamId: dossierId, position, data } = givenUp;
  const { body, no, sha256 } = on.data.version;
  const shared = { number, publishedOn: data.publishedOn, evidence: evidenceOf(givenUp) };
  const dossier = {
    ...{ ...shared, ...headOf(body), id: dossierId, type: body.type, status: 'GIVEN_UP' },
    ...{ inForceFrom: null, inForceUntil: null, replacedBy: null, version: { no, sha256 } },
    publications: [{ url: data.url, language: 'ja', publishedOn: data.publishedOn }],
    erasures: erasuresOf(record, on),
    source: evidenceOf(on),
  };
  const decision = {
    ...{ ...shared, id: abandoned.eventId, dossierId, title: body.head.title, organ: body.head.lead },
    ...{
      kind: 'GIVEN_UP',
      body: 'LEAD',
      decidedOn: dayOf(abandoned, timeZone),
      reason,
    },
    ...{ reference: null, withReservation: null, withConditions: null, sha256: null },
    ...{ source: evidenceOf(abandoned), erasures: erasuresOf(record, abandoned) },
  };
  const row = { position, nth: 0, type: body.type, organs: organsOf(body), ...nowhere };
  return [
    { ...row, dataset: 'dossiers', key: dossier.id, status: 'GIVEN_UP', doc: dossier },
    { ...row, dataset: 'decisions', key: decision.id, doc: decision },
  ];
};
