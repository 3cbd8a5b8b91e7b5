import { feedData, type EventData, type EventName, type LedgerEvent } from '#contracts';
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
/** Of a draft that was given up, and of one of which only the comments are shown: its text never is. */
const givenUpMembers = ['title', 'summary', 'lead', 'coLeads', 'pillars'];
const commentedMembers = ['title', 'lead'];

/** Whether the public register repeats something of any event of this type. */
export const isEverShown = (type: string): boolean =>
  Object.hasOwn(members, type) || type === 'DossierDrafted' || type === 'DossierRevised';

/** A part of what the ledger holds of an event, which everybody may see: never who acted, nor a member marked personal. */
interface Shown {
  v: number;
  data: Record<string, unknown>;
}
type Entry = readonly [eventId: string, Shown];
type Written = NonNullable<PublicRecord['written']>;

const pick = (from: object, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));

const shown = ({ eventId, v }: LedgerEvent, data: Shown['data']): Entry => [eventId, { v, data }];

const repeated = (event: LedgerEvent, more: readonly string[] = []): Entry =>
  shown(event, pick(feedData(event.type, event.data), [...(members[event.type] ?? []), ...more]));

const versionIn = (written: Written): EventData<'DossierDrafted'>['version'] =>
  feedData(written.type, written.data)['version'] as EventData<'DossierDrafted'>['version'];

const text = (written: Written): Entry =>
  shown(written, { version: pick(versionIn(written), versionMembers) });

const headAlone = (written: Written, isGivenUp: boolean): Entry => {
  const { no, sha256, body } = versionIn(written);
  const head = pick(body.head, isGivenUp ? givenUpMembers : commentedMembers);
  const version = isGivenUp ? { no, sha256, body: { type: body.type, head } } : { body: { head } };
  return shown(written, { version });
};

/** The publications, the versions that were published, and the decision on them. */
const publishedEntries = (record: PublicRecord): Entry[] => {
  const published = publishedOf(record).flatMap(({ event, of }) => [repeated(event), text(of)]);
  const decision = record.decision?.event;
  if (published.length === 0 || decision?.type !== 'DossierDecided') return published;
  return [...published, repeated(decision, carriedOf(record).length > 0 ? ['reservations'] : [])];
};

/** A public comment whose result is public: on what and how it was held, what was answered, and that the draft was given up. */
const commentEntries = (record: PublicRecord): Entry[] => {
  const found = resultOf(record);
  if (!found) return [];
  const { on, opened, result, givenUp = result, groups } = found;
  const end = endOf(record);
  const abandoned = end && end.reason !== null ? [end.abandoned] : [];
  const events = [opened, result, givenUp, ...groups.values(), ...abandoned];
  return [headAlone(on, end !== undefined), ...events.map((event) => repeated(event))];
};

/** What everybody may see of the events of a dossier, by event id; of an event that is not there, nothing. */
export const shownToAll = (record: PublicRecord): ReadonlyMap<string, Shown> =>
  // The version that was commented on may be one that was published: then its whole text is shown.
  new Map([...commentEntries(record), ...publishedEntries(record)]);
