import { eyesOf } from '#contracts';
import type { Dossier } from './state.js';
import { unchanged, type Folds } from './fold.js';
import type { HeldComment, Item, Outcome } from './outcome-state.js';

type OutcomeEvent =
  | 'LegalCheckRequested'
  | 'LegalCheckRecorded'
  | 'ReviewBegun'
  | 'ReviewReported'
  | 'DossierEndorsed'
  | 'EndorsementDeclined'
  | 'PublicCommentOpened'
  | 'PublicCommentClosed'
  | 'CommentGroupDisposed'
  | 'CommentResultPublished'
  | 'CommentAbandoned'
  | 'FinalApprovalRequested'
  | 'ItemLodged'
  | 'ItemPlaced'
  | 'ItemDeferred'
  | 'ItemWithdrawn'
  | 'DossierDecided'
  | 'DossierActivated'
  | 'DossierPublished'
  | 'ReviewFellDue'
  | 'DossierConfirmed'
  | 'DossierAmending'
  | 'DossierRepealed';

const withOutcome = (dossier: Dossier, change: Partial<Outcome>): Dossier => ({
  ...dossier,
  outcome: { ...dossier.outcome, ...change },
});

const withComment = (dossier: Dossier, change: (comment: HeldComment) => Partial<HeldComment>): Dossier => {
  const { comment } = dossier.outcome;
  return comment ? withOutcome(dossier, { comment: { ...comment, ...change(comment) } }) : dossier;
};

const withItem = (dossier: Dossier, change: Partial<Item>): Dossier => {
  const { item } = dossier.outcome;
  return item ? withOutcome(dossier, { item: { ...item, ...change } }) : dossier;
};

const withoutItem = (dossier: Dossier): Dossier => {
  const { item: _gone, ...outcome } = dossier.outcome;
  return { ...dossier, outcome };
};

export const outcomeFolds: Folds<OutcomeEvent> = {
  LegalCheckRequested: (dossier, { asked }) => withOutcome(dossier, { checkers: asked }),
  LegalCheckRecorded: (dossier, { finding }) =>
    finding === 'PASSED' ? withOutcome(dossier, { legallyCheckedSha256: dossier.current.sha256 }) : dossier,
  ReviewBegun: (dossier, _data, by) => {
    const [reviewer = by.person, ...reviewedFor] = eyesOf(by);
    return { ...dossier, reviewer, reviewedFor };
  },
  // Another reviewer may have taken a recused one's place: both have then judged it.
  ReviewReported: (dossier, _data, by) => ({
    ...dossier,
    reviewedFor: [...new Set([...(dossier.reviewedFor ?? []), ...eyesOf(by)])],
  }),
  DossierEndorsed: unchanged,
  EndorsementDeclined: unchanged,
  PublicCommentOpened: (dossier, { kind, openAt, closeAt, sha256 }) =>
    withOutcome(dossier, { comment: { kind, openAt, closeAt, sha256, groups: [], resultPublished: false } }),
  PublicCommentClosed: (dossier, { received, unique }) => withComment(dossier, () => ({ received, unique })),
  CommentGroupDisposed: (dossier, group) =>
    withComment(dossier, ({ groups }) => ({
      groups: [...groups.filter(({ groupNo }) => groupNo !== group.groupNo), group],
    })),
  CommentResultPublished: (dossier) => withComment(dossier, () => ({ resultPublished: true })),
  CommentAbandoned: unchanged,
  // An approval of before counts no more, even of the same text: it may have been refused meanwhile.
  FinalApprovalRequested: (dossier) => {
    const { finallyApprovedSha256: _former, ...outcome } = dossier.outcome;
    return { ...dossier, outcome };
  },
  ItemLodged: (dossier, item) => withOutcome(dossier, { item }),
  ItemPlaced: withItem,
  ItemDeferred: (dossier, { meetingOn, lodgingDeadline }) => {
    const { item } = dossier.outcome;
    if (!item) return dossier;
    const { agenda: _off, ...lodged } = item;
    return withOutcome(dossier, { item: { ...lodged, meetingOn, lodgingDeadline } });
  },
  ItemWithdrawn: withoutItem,
  DossierDecided: unchanged,
  DossierActivated: unchanged,
  DossierPublished: unchanged,
  ReviewFellDue: unchanged,
  DossierConfirmed: unchanged,
  DossierAmending: (dossier, { successorId }) => withOutcome(dossier, { successorId }),
  DossierRepealed: unchanged,
};
