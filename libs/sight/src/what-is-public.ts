import type { EventData, EventName } from '#contracts';
import { isUnmarked, type PublicRecord } from './public-record.js';

/*
 * What the public register shows of a dossier, and from when. This is the only place that says so.
 *
 * When
 *  - A dossier, its text and its decision: from DossierPublished (公表), and not from the decision, since a decision is announced by
 *    whoever publishes it. An instrument that was given up after public comment: from the result that says so (Administrative
 *    Procedure Act, Art. 43(4)).
 *  - The result of a public comment and the answers to it: from CommentResultPublished (Art. 43). It may come before the decision;
 *    then nothing is shown but what the result says, under the title that was published for comment.
 *  - That a published one applies, has ended or was replaced: from the event that says so, since whoever relies on the list must know.
 *    That it is under review or being amended is not shown: it would tell of a draft.
 * Never
 *  - Anything of a text that is marked 機密性2 or restricted in its handling: its rows are not made at all. Words about a text
 *    (reservations, answers, why it was given up) are left out when any version before them was so marked: they may repeat it.
 *  - Persons: every member that the contracts mark `personal`, and who acted. Only organs are named.
 *  - What ministries said to each other, except a reservation: opinions, answers, memoranda and statements to the deciders stay with
 *    those who took part (the rest of the government does not see them either). A reservation (留保) is carried to the decision word
 *    for word, to be read with it.
 *  - Why a guideline was repealed and why words were erased: written for the record; no step of the procedure publishes it.
 *  - Texts of an instrument that was given up: it never was one.
 * Always
 *  - What was shown stays listed: repealed, replaced, given up, erased. A register that forgets is none.
 */

/** Before one of these nothing of a dossier is public. */
export const revealing: readonly EventName[] = ['DossierPublished', 'CommentResultPublished'];

/** The publications of its texts, in their order, each with the version that was published; none: the dossier is not public. */
export const publishedOf = ({ publications }: PublicRecord): PublicRecord['publications'] =>
  publications.filter(({ of }) => isUnmarked(of.data.version.body));

/** What was carried to the decision word for word. */
export const carriedOf = (record: PublicRecord): NonNullable<EventData<'DossierDecided'>['reservations']> => {
  const { event, marked = true } = record.decision ?? {};
  if (publishedOf(record).length === 0 || marked || event?.type !== 'DossierDecided') return [];
  return event.data.reservations ?? [];
};

/** The public comment whose result is public, with the version it was held on. */
export const resultOf = ({ comment }: PublicRecord) => {
  if (!comment?.result || comment.resultMarked) return undefined;
  return { ...comment, result: comment.result };
};

/** The end of an instrument that was given up after comment, when that is public. */
export const endOf = (record: PublicRecord) => {
  const { abandoned, abandonedMarked, givenUp, on } = resultOf(record) ?? {};
  if (!abandoned || !givenUp || !on) return undefined;
  return { abandoned, givenUp, on, reason: abandonedMarked ? null : abandoned.data.reason };
};
