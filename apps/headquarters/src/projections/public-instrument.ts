import type { DossierBody } from '#contracts';
import { publishedOf, type PublicRecord } from '#sight';
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

const classOf = ({ content }: DossierBody) =>
  'instrumentClass' in content
    ? { instrumentClass: content.instrumentClass, decidedBy: content.decisionBody }
    : { instrumentClass: null, decidedBy: null };

const decidedOf = ({ decision }: PublicRecord) => {
  const event = decision?.event;
  if (event?.type !== 'DossierDecided')
    return { decidedOn: null, decisionReference: null, withReservation: null };
  const { decidedOn, reference, reservations = [] } = event.data;
  return { decidedOn, decisionReference: reference, withReservation: reservations.length > 0 };
};

const statusOf = ({ activated, ended }: PublicRecord, type: string, replacedBy: string | null): string => {
  if (ended) return replacedBy === null ? 'ABOLISHED' : 'REVISED';
  if (!activated) return 'PUBLISHED';
  return type === 'guideline' ? 'IN_FORCE' : 'UNDER_WAY';
};

/** A published dossier; of a guideline what the list of guidelines says. */
export const instrumentRow = (
  record: PublicRecord,
  { number, timeZone, replacedBy }: Circumstances,
): PublicRow[] => {
  const all = publishedOf(record);
  const [first, last] = [all[0], all.at(-1)];
  if (!first || !last) return [];
  const { version } = last.of.data;
  const { type } = version.body;
  const time = {
    inForceFrom: dayOf(record.activated, timeZone),
    inForceUntil: dayOf(record.ended, timeZone),
  };
  const status = statusOf(record, type, replacedBy);
  const doc = {
    ...{ id: first.event.streamId, number, type, status, ...time, replacedBy },
    ...headOf(version.body),
    ...classOf(version.body),
    ...decidedOf(record),
    version: { no: version.no, sha256: version.sha256 },
    publishedOn: first.event.data.publishedOn,
    publications: all.map(({ event: { data } }) => ({
      ...{ url: data.url, language: data.language, publishedOn: data.publishedOn },
    })),
    erasures: erasuresOf(record, last.of),
    evidence: evidenceOf(first.event),
    source: evidenceOf(last.of),
  };
  const { position } = first.event;
  const organs = organsOf(version.body);
  return [{ dataset: 'dossiers', key: doc.id, position, nth: 0, type, status, organs, ...time, doc }];
};

const madeOf = (event: NonNullable<PublicRecord['decision']>['event'], timeZone: string, sha256: string) => {
  if (event.type === 'DossierDecided') {
    const { body, decidedOn, reference, reservations = [] } = event.data;
    const withReservation = reservations.length > 0;
    return {
      ...{ kind: 'DECIDED', body, decidedOn, reference, withReservation, withConditions: null },
      sha256: event.data.sha256,
    };
  }
  return {
    ...{ kind: 'ENDORSED', body: 'SECRETARIAT', decidedOn: dayOf(event, timeZone), reference: null, sha256 },
    ...{ withReservation: null, withConditions: event.data.conditions.length > 0 },
  };
};

/** The decision on a published dossier. */
export const decisionRow = (record: PublicRecord, { number, timeZone }: Circumstances): PublicRow[] => {
  const [first] = publishedOf(record);
  const event = record.decision?.event;
  if (!first || !event) return [];
  const { body, sha256 } = first.of.data.version;
  const doc = {
    ...{ id: event.eventId, dossierId: event.streamId, number },
    ...{ title: body.head.title, organ: body.head.lead, reason: null },
    ...madeOf(event, timeZone, sha256),
    publishedOn: first.event.data.publishedOn,
    ...{
      evidence: evidenceOf(first.event),
      source: evidenceOf(event),
      erasures: erasuresOf(record, event),
    },
  };
  const { position } = first.event;
  const organs = organsOf(body);
  return [{ dataset: 'decisions', key: doc.id, position, nth: 0, type: body.type, organs, ...nowhere, doc }];
};
