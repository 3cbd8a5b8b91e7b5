import { feedData, type EventName, type LedgerEvent } from '#contracts';
import type { PublicRecord } from './public-record.js';
import { carriedOf, endOf, publishedOf, resultOf } from './what-is-public.js';

/** Members of an event's data that the public register repeats, where it repeats something of that event. */
const members: { [Name in EventName]?: readonly string[] } = {
  DossierPublished: ['url', 'language', 'publishedOn'],
  DossierDecided: ['body', 'decidedOn', 'reference', 'sha256'],
  PublicCommentOpened: ['kind', 'openAt', 'closeAt'],
  CommentGroupDisposed: ['groupNo', 'gist', 'count', 'response', 'changeMade', 'clauseId'],
  CommentResultPublished: ['url', 'publishedOn', 'received', 'unique', 'statement', 'abandoned'],
  CommentAbandoned: ['reason'],
};

/** Of a version, not when it was written. */
const versionMembers = ['no', 'sha256', 'body'];

const pick = (from: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));

/** A part of what the ledger holds of an event, which everybody may see: never who acted, nor a member marked personal. */
interface Shown {
  v: number;
  data: Record<string, unknown>;
}

/** The publications, the versions that were published, and the decision on them. */
const publishedEvents = (record: PublicRecord): LedgerEvent[] => {
  const published = publishedOf(record).flatMap(({ event, of }) => [event, of]);
  const decision = record.decision?.event;
  return published.length > 0 && decision?.type === 'DossierDecided' ? [...published, decision] : published;
};

/** A public comment whose result is public: how it was held, what was answered, and that the draft was given up. */
const commentEvents = (record: PublicRecord): LedgerEvent[] => {
  const found = resultOf(record);
  if (!found) return [];
  const { opened, result, givenUp = result, groups } = found;
  const end = endOf(record);
  const abandoned = end && end.reason !== null ? [end.abandoned] : [];
  return [opened, result, givenUp, ...groups.values(), ...abandoned];
};

/** What everybody may see of the events of a dossier, by event id; of an event that is not there, nothing. */
export const shownToAll = (record: PublicRecord): ReadonlyMap<string, Shown> => {
  const repeated = [...publishedEvents(record), ...commentEvents(record)];
  const withReservations = carriedOf(record).length > 0 ? ['reservations'] : [];
  return new Map<string, Shown>(
    repeated.map((event) => {
      const told = feedData(event.type, event.data);
      const more = event.type === 'DossierDecided' ? withReservations : [];
      const data =
        'version' in event.data
          ? { version: pick(told['version'] as object, versionMembers) }
          : pick(told, [...(members[event.type] ?? []), ...more]);
      return [event.eventId, { v: event.v, data }];
    }),
  );
};
