import type { EventData } from '#contracts';

type Opened = EventData<'PublicCommentOpened'>;

/** A public comment held on the dossier. */
export interface HeldComment {
  kind: Opened['kind'];
  openAt: string;
  closeAt: string;
  sha256: string;
  /** Absent while it is open. */
  received?: number;
  unique?: number;
  /** Answers by group, the latest of each. */
  groups: readonly EventData<'CommentGroupDisposed'>[];
  resultPublished: boolean;
}

/** The place of the dossier on the agenda of the deciding body. */
export interface Item extends EventData<'ItemLodged'> {
  agenda?: 'DRAFT' | 'FINAL';
}

/** What comes after the consultation. */
export interface Outcome {
  /** Bureaus that were asked for a legal check. */
  checkers?: readonly string[];
  /** The text that passed the legal check. */
  legallyCheckedSha256?: string;
  comment?: HeldComment;
  /** The text that the lead's approver approved last, for the decision. */
  finallyApprovedSha256?: string;
  item?: Item;
  successorId?: string;
}
