import type { Disposition, EventData, Proof, ThreadState, Weight } from '#contracts';

/** A question or an opinion of one ministry. Threads belong to the consultation, not to a round. */
export interface Thread {
  ref: string;
  organ: string;
  roundNo: number;
  kind: 'QUESTION' | 'OPINION';
  weight: Weight;
  clauseId?: string;
  body: string;
  /** The commenter's own words for the text, the latest. */
  proposedText?: string;
  state: ThreadState;
  /** Re-questions and re-opinions so far. */
  reopened: number;
  /** Level of negotiation, 0 when it was not escalated. */
  level: number;
  disposition?: Disposition;
  proof?: Proof;
  closedBy?: 'commenter' | 'silence';
  /** Why it is maintained, when it is reserved. */
  reservation?: string;
}

/** What was agreed (覚書); it counts when every party has confirmed it. */
export interface Memorandum extends EventData<'MemorandumRecorded'> {
  confirmedBy: readonly string[];
}
