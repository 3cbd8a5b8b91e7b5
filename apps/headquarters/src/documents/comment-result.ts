import {
  Problem,
  type EventData,
  type EventName,
  type LedgerEvent,
  type PublicCommentKind,
} from '#contracts';
import { oldNewTable, type OldNewRow } from '#domain';
import type { Look } from '../cases/sheet.js';

type Group = EventData<'CommentGroupDisposed'>;

/** 結果の公示 (Administrative Procedure Act, Art. 43). */
export interface CommentResult {
  number: string | null;
  title: string;
  lead: string;
  kind: PublicCommentKind;
  caseNo?: string | undefined;
  reasonIfShort?: string | undefined;
  openAt: string;
  /** The first moment that is too late. */
  closeAt: string;
  received: number;
  unique: number;
  groups: readonly Group[];
  /** Why the instrument was given up; that is published as well (Art. 43(4)). */
  abandoned?: string | undefined;
  publishedOn?: string | undefined;
  /** How the text differs from the draft that was published; null when either is not open to the reader. */
  differences: OldNewRow[] | null;
}

const lastOf = <Name extends EventName>(
  events: readonly LedgerEvent[],
  name: Name,
): EventData<Name> | undefined =>
  events.findLast(({ type }) => type === name)?.data as EventData<Name> | undefined;

const differencesIn = ({ file, texts }: Look, versionNo: number): OldNewRow[] | null => {
  const { current } = file.dossier;
  const published = file.versions.get(versionNo);
  if (!published || !texts.open(versionNo) || !texts.open(current.no)) return null;
  return oldNewTable(published.body, current.body);
};

/**
 * What is published of a public comment; before it is, only those who take part see it in the making. Throws not-found when comments
 * were not asked for, or are still counted.
 */
export const commentResultOf = (look: Look): CommentResult => {
  const { file, admission, whole } = look;
  const { dossier, events } = file;
  const opened = lastOf(events, 'PublicCommentOpened');
  const comment = dossier.outcome.comment;
  const published = lastOf(events, 'CommentResultPublished');
  if (!opened || comment?.received === undefined || !(whole || published))
    throw new Problem('not-found', 'There is no result of a public comment, or it is not open to you.');
  const { title, lead } = dossier.current.body.head;
  return {
    ...{ number: admission.number, title: title.ja ?? title.en ?? '', lead },
    ...{ kind: opened.kind, caseNo: opened.caseNo, reasonIfShort: opened.reasonIfShort },
    ...{ openAt: opened.openAt, closeAt: opened.closeAt },
    ...{ received: comment.received, unique: comment.unique ?? comment.received, groups: comment.groups },
    abandoned: lastOf(events, 'CommentAbandoned')?.reason,
    publishedOn: published?.publishedOn,
    differences: differencesIn(look, opened.versionNo),
  };
};
