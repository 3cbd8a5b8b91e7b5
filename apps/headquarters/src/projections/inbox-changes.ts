import type { Cabinet, ClauseChange, Role } from '#contracts';

/** What an event means for the inboxes depends on these too. */
export interface Around {
  cabinet: Cabinet;
  /** Of the similar dossiers an OverlapsFound names, those that the lead may know. */
  knownSimilar: number;
}

/** What an item is about, besides the dossier. */
export interface About {
  roundNo?: number;
  thread?: string;
  memorandumNo?: number;
  objectionNo?: number;
  /** The organ that is late, objects or has left. */
  organ?: string;
  level?: number;
  /** A subscription of the feed. */
  subscriptionId?: string;
  /** What changed, for whoever is asked again or told. */
  changes?: ClauseChange[];
  clauseIds?: string[];
}

export interface Opening {
  organ: string;
  role: Role | null;
  kind: string;
  /** Asks for nothing; it is there to be known. */
  notice: boolean;
  /** Groups items that end together, e.g. the notices of one clock. */
  ref: string;
  dueAt?: string;
  mandatoryExplicit?: boolean;
  about?: About;
}

/** Which items are meant; an absent field stands for any. */
export interface Which {
  kinds?: readonly string[];
  organ?: string;
  ref?: string;
}
export type Closing = Which;

export interface Changes {
  close: Closing[];
  open: Opening[];
  /** Open items whose due time is another one now; null while time stands still. */
  due?: (Which & { at: string | null })[];
}

export const nothing: Changes = { close: [], open: [] };

/** A notice to whole organs, each once. */
export const notice = (
  kind: string,
  ref: string,
  organs: readonly string[],
  more: { dueAt?: string; about?: About } = {},
): Opening[] =>
  [...new Set(organs)].map((organ) => ({ organ, role: null, kind, notice: true, ref, ...more }));

/** All that several rules say of one event. */
export const merged = (all: readonly Changes[]): Changes => ({
  close: all.flatMap(({ close }) => close),
  open: all.flatMap(({ open }) => open),
  due: all.flatMap(({ due = [] }) => due),
});
