/** What the reference and the driver of the model speak of. */

export type Mode = 'DRAFT' | 'CONCUR' | 'INPUT' | 'INFORM';
export type Said =
  'CONCUR' | 'CONCUR_WITH_COMMENTS' | 'CONDITIONAL' | 'OBJECT' | 'NO_OPINION' | 'NOT_COMPETENT';
export type Weight = 'MUST' | 'SHOULD' | 'NOTE';
export type Kind = 'FULL' | 'DELTA' | 'EXPEDITED';
export type Words = { clause: string; text: string };

/** An organ: its subject, whether the dossier as a whole touches it, whether its silence never counts, and why else it is asked. */
export interface Member {
  slug: string;
  tag: string;
  touched: boolean;
  voice: boolean;
  always: boolean;
  named?: Mode | undefined;
}
export interface World {
  members: Member[];
  /** Days of a round about the whole text. */
  wholeDays: number;
  text: Record<string, string>;
  parent: Record<string, string>;
  tags: Record<string, string[]>;
}

export interface Seat {
  organ: string;
  mode: Mode;
  explicit: boolean;
  position?: Said;
  late?: boolean;
  silence?: string;
  released?: boolean;
}
/** 割振り異議: not ours, or another organ too. */
export interface Objection {
  no: number;
  organ: string;
  also?: string | undefined;
  decided: boolean;
}
export interface Round {
  no: number;
  kind: Kind;
  state: 'OPEN' | 'SUSPENDED' | 'ANSWERING' | 'CONTINUED' | 'CONCLUDED' | 'ABANDONED';
  due: number;
  /** Until when the allocation may be objected to. */
  window: number;
  objections: Objection[];
  seats: Seat[];
  text: Record<string, string>;
  extended?: boolean;
  /** `left` are the days in which the allocation could still be objected to. */
  suspended?: { from: 'OPEN' | 'ANSWERING'; by: string; left?: number };
}
export interface Thread {
  ref: string;
  organ: string;
  consultation: number;
  /** In which it was raised. */
  round: number;
  weight: Weight;
  question: boolean;
  clause?: string;
  proposed?: string;
  state: 'OPEN' | 'ANSWERED' | 'REOPENED' | 'CLOSED' | 'WITHDRAWN' | 'ESCALATED' | 'RESERVED';
  reopened: number;
  level: number;
  disposition?: string;
  proof?: Words;
  closedBy?: string;
}
