import {
  digits20,
  eventSpec,
  feedData,
  feedSchema,
  feedSource,
  feedType,
  occurredAt,
  type Announcement,
  type LedgerEvent,
} from '#contracts';
import { ownersOf, together, toldTo } from '#sight';
import type { AnnouncedCase } from './announced-case.js';

/** A row of delivery.announcements. */
export interface AnnouncementRow {
  position: number;
  event_id: string;
  dossier_id: string;
  type: string;
  readers: string[];
  organs: string[];
  pillars: string[];
  marking: 1 | 2;
  event: string;
  recorded_at: string;
}

interface Government {
  /** Name of the cabinet. */
  name: string;
  headquarters: string;
}

/** Where the data of an event can be had that is not told with it. */
const dataRef = (eventId: string): string => `/v1/events/${eventId}`;

/** An event as a CloudEvent, with its data (without persons) or, of marking 2, with the address of it. */
export const cloudEvent = (
  event: LedgerEvent,
  { marking, withData }: { marking: 1 | 2; withData: boolean },
  cabinet: string,
): Announcement => {
  const { type, v, data, meta } = event;
  if (eventSpec(type)?.v !== v) throw new Error(`this build cannot announce ${type} version ${v}`);
  const { actor, correlationId, causationId, traceparent } = meta;
  return {
    ...{ specversion: '1.0', id: event.eventId, source: feedSource(cabinet), type: feedType(type, v) },
    ...{ subject: event.streamId, time: occurredAt(event), recordedtime: event.recordedAt },
    ...{ datacontenttype: 'application/json', dataschema: feedSchema(type, v) },
    ...{ sequence: digits20(event.position), partitionkey: event.streamId, streamversion: event.version },
    ...{ classification: marking === 1 ? '1' : '2', actororgan: actor.organ, actorrole: actor.role },
    ...{ correlationid: correlationId, ...(causationId && { causationid: causationId }) },
    ...(traceparent && { traceparent }),
    ...(withData ? { data: feedData(type, data) } : { dataref: dataRef(event.eventId) }),
  };
};

/** What is told of an event, and to whom; `after` is the case that it led to. Throws for an event that this build cannot read. */
export const announce = (
  event: LedgerEvent,
  after: AnnouncedCase,
  { name, headquarters }: Government,
): AnnouncementRow => {
  const { marking, pillars } = after;
  return {
    ...{ position: event.position, event_id: event.eventId, dossier_id: event.streamId, type: event.type },
    readers: toldTo(after, event, headquarters).readers,
    organs: together(ownersOf(after), [event.meta.actor.organ]),
    ...{ pillars, marking, recorded_at: event.recordedAt },
    event: JSON.stringify(cloudEvent(event, { marking, withData: marking === 1 }, name)),
  };
};
