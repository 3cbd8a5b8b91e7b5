import type { DossierBody, EventName, LedgerEvent } from '#contracts';

type Fact<Name extends EventName> = LedgerEvent<Name>;
type Written = Fact<'DossierDrafted' | 'DossierRevised'>;

/** A public comment: on which version it was held, and what was answered. */
interface Comment {
  opened: Fact<'PublicCommentOpened'>;
  /** The version that was published for comment. */
  on: Written;
  abandoned?: Fact<'CommentAbandoned'>;
  /** Something was marked by then. */
  abandonedMarked?: boolean;
  groups: ReadonlyMap<number, Fact<'CommentGroupDisposed'>>;
  /** The first result, which says what came in, and whether something was marked by then. */
  result?: Fact<'CommentResultPublished'>;
  resultMarked?: boolean;
  /** The result that says that the instrument was given up; it may be the first. */
  givenUp?: Fact<'CommentResultPublished'>;
}

interface Decision {
  event: Fact<'DossierDecided' | 'DossierEndorsed'>;
  /** A version up to the one decided was marked, so that what was said of it may tell what is in it. */
  marked: boolean;
}

/** What of a dossier's stream the public register can be made of. Not yet what is public: see what-is-public.ts. */
export interface PublicRecord {
  written?: Written;
  /** A version so far was marked 機密性2 or restricted in its handling. */
  marked: boolean;
  comment?: Comment;
  decision?: Decision;
  publications: readonly { event: Fact<'DossierPublished'>; of: Written }[];
  activated?: Fact<'DossierActivated'>;
  ended?: Fact<'DossierRepealed'>;
  successorId?: string;
  /** By the position of the event that words were taken out of. */
  erased: ReadonlyMap<number, Fact<'PayloadErased'>>;
}

/** 機密性1 without any restriction: what the marking itself says may be shown to everybody. */
export const isUnmarked = ({ head: { marking } }: DossierBody): boolean =>
  marking.confidentiality === 1 && marking.handling.length === 0;

const write = (record: PublicRecord, event: Written): Partial<PublicRecord> => ({
  written: event,
  marked: record.marked || !isUnmarked(event.data.version.body),
});

const withComment = ({ comment }: PublicRecord, change: Partial<Comment>): Partial<PublicRecord> =>
  comment ? { comment: { ...comment, ...change } } : {};

type Folds = {
  [Name in EventName]?: (record: PublicRecord, event: Fact<Name>) => Partial<PublicRecord>;
};

const folds: Folds = {
  DossierDrafted: write,
  DossierRevised: write,
  PublicCommentOpened: ({ written }, opened) =>
    written ? { comment: { opened, on: written, groups: new Map() } } : {},
  CommentGroupDisposed: (record, event) =>
    withComment(record, { groups: new Map(record.comment?.groups).set(event.data.groupNo, event) }),
  CommentAbandoned: (record, abandoned) => withComment(record, { abandoned, abandonedMarked: record.marked }),
  CommentResultPublished: (record, event) =>
    withComment(record, {
      ...(record.comment?.result ? {} : { result: event, resultMarked: record.marked }),
      ...(event.data.abandoned && { givenUp: event }),
    }),
  DossierEndorsed: ({ marked }, event) => ({ decision: { event, marked } }),
  DossierDecided: ({ marked }, event) => ({ decision: { event, marked } }),
  DossierPublished: ({ publications, written }, event) =>
    written ? { publications: [...publications, { event, of: written }] } : {},
  DossierActivated: (_, activated) => ({ activated }),
  DossierAmending: (_, { data: { successorId } }) => ({ successorId }),
  DossierRepealed: (_, ended) => ({ ended }),
  PayloadErased: ({ erased }, event) => ({ erased: new Map(erased).set(event.data.position, event) }),
};

/** Events after which the register can look different. */
export const changesRegister = ({ type }: LedgerEvent): boolean =>
  registered.has(type) || type === 'PayloadErased';
const registered: ReadonlySet<EventName> = new Set([
  ...(['DossierPublished', 'CommentResultPublished', 'DossierActivated', 'DossierConfirmed'] as const),
  ...(['DossierAmending', 'DossierRepealed'] as const),
]);

const fold = (record: PublicRecord, event: LedgerEvent): PublicRecord => {
  // Confirmed after its review: what was to amend it did not.
  if (event.type === 'DossierConfirmed') {
    const { successorId: _dropped, ...kept } = record;
    return kept;
  }
  const change = folds[event.type] as
    ((record: PublicRecord, event: LedgerEvent) => Partial<PublicRecord>) | undefined;
  return change ? { ...record, ...change(record, event) } : record;
};

/** Folds the stream of one dossier. */
export const publicRecordOf = (events: readonly LedgerEvent[]): PublicRecord =>
  events.reduce(fold, { marked: false, publications: [], erased: new Map() });
