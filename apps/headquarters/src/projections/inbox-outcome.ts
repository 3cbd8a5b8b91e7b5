import { factsOf, type DossierBody, type LedgerEvent, type Version } from '#contracts';
import { meetsToDecide } from '#domain';

/** What the inbox must know of the way from the agreed text to the decision. */
export interface InboxOutcome {
  needsLegalCheck: boolean;
  legallyChecked: boolean;
  /** The legal check found something, and the text is the same still. */
  legalObjections: boolean;
  /** The text was changed since a round agreed on it, and not in its wording only. */
  changed: boolean;
  /** A formal round has agreed on the dossier. */
  agreed: boolean;
  /** Finally approved by the lead's approver. */
  approved: boolean;
  lodged: boolean;
  /** Decided in a meeting with an agenda. */
  meets: boolean;
  agenda: 'DRAFT' | 'FINAL' | null;
  /** `received` is null while comments are taken; `groups` are those answered, with their counts. */
  comment: { received: number | null; groups: Record<string, number>; published: boolean } | null;
}

export const noOutcome: InboxOutcome = {
  ...{ needsLegalCheck: false, legallyChecked: false, legalObjections: false },
  ...{ changed: false, agreed: false, approved: false, lodged: false, meets: false },
  ...{ agenda: null, comment: null },
};

const needs = (body: DossierBody): boolean => (factsOf(body).legalCheck ?? []).length > 0;

const withComment = (comment: InboxOutcome['comment'], event: LedgerEvent): InboxOutcome['comment'] => {
  if (event.type === 'PublicCommentOpened') return { received: null, groups: {}, published: false };
  if (!comment) return null;
  switch (event.type) {
    case 'PublicCommentClosed':
      return { ...comment, received: event.data.received };
    case 'CommentAbandoned':
      return { ...comment, received: comment.received ?? 0 };
    case 'CommentGroupDisposed':
      return { ...comment, groups: { ...comment.groups, [event.data.groupNo]: event.data.count } };
    case 'CommentResultPublished':
      return { ...comment, published: true };
    default:
      return comment;
  }
};

const withItem = (outcome: InboxOutcome, event: LedgerEvent): InboxOutcome => {
  switch (event.type) {
    case 'FinalApprovalRequested':
      return { ...outcome, approved: false, lodged: false, agenda: null };
    case 'DossierApproved':
      return { ...outcome, approved: event.data.stage === 'FINAL_APPROVAL' };
    case 'ItemLodged':
      return { ...outcome, lodged: true, agenda: null };
    case 'ItemPlaced':
      return { ...outcome, agenda: event.data.agenda };
    case 'ItemDeferred':
      return { ...outcome, agenda: null };
    case 'ItemWithdrawn':
      return { ...outcome, lodged: false, agenda: null };
    default:
      return outcome;
  }
};

/** Another text is checked, approved and, once it was agreed on, asked about anew. */
const withVersion = (outcome: InboxOutcome, { version: { body } }: { version: Version }): InboxOutcome => ({
  ...outcome,
  ...{ needsLegalCheck: needs(body), legallyChecked: false, legalObjections: false },
  ...{ approved: false, changed: outcome.agreed, meets: meetsToDecide(body) },
});

export const withOutcome = (before: InboxOutcome, event: LedgerEvent): InboxOutcome => {
  const outcome = { ...withItem(before, event), comment: withComment(before.comment, event) };
  if ('version' in event.data) return withVersion(outcome, event.data);
  switch (event.type) {
    case 'LegalCheckRecorded': {
      const legallyChecked = event.data.finding === 'PASSED';
      return { ...outcome, legallyChecked, legalObjections: !legallyChecked };
    }
    case 'RoundConcluded':
      return event.data.outcome === 'INFORMAL' ? outcome : { ...outcome, agreed: true, changed: false };
    case 'EditorialMarked':
      return { ...outcome, changed: false };
    case 'DossierReturned':
      return { ...outcome, agreed: false, changed: false };
    default:
      return outcome;
  }
};
