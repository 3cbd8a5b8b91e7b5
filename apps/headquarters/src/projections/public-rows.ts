import { occurredAt, type DossierBody, type LedgerEvent } from '#contracts';
import { localDate } from '#domain';
import type { PublicRecord } from '#sight';

/** One row of the public register. */
export interface PublicRow {
  dataset: 'dossiers' | 'decisions' | 'dispositions';
  key: string;
  /** Position of the event that made it public, and its place among what that event made public: the order of lists, for ever. */
  position: number;
  nth: number;
  type: string;
  status: string | null;
  organs: string[];
  inForceFrom: string | null;
  inForceUntil: string | null;
  doc: Record<string, unknown>;
}

export interface Circumstances {
  number: string | null;
  timeZone: string;
  /** The dossier that amended it, when that is public itself. */
  replacedBy: string | null;
}

/** The event by which something became public; addresses of its proof are added to an answer. */
export const evidenceOf = ({ position, eventId, type: event }: LedgerEvent) => ({ position, eventId, event });

/** Erasures of the events that something shown is from. */
export const erasuresOf = ({ erased }: PublicRecord, ...sources: LedgerEvent[]) =>
  sources.flatMap(({ position }) => {
    const event = erased.get(position);
    return event ? [{ position: event.position, at: occurredAt(event) }] : [];
  });

export const headOf = ({ head: { title, summary, lead, coLeads, pillars } }: DossierBody) => ({
  ...{ title, summary: summary ?? null, organ: lead, jointOrgans: coLeads, pillars },
});

export const organsOf = ({ head: { lead, coLeads } }: DossierBody): string[] => [
  ...new Set([lead, ...coLeads]),
];

export const dayOf = (event: LedgerEvent | undefined, timeZone: string): string | null =>
  event ? localDate(occurredAt(event), timeZone) : null;

/** Columns of what is in force at no time. */
export const nowhere = { status: null, inForceFrom: null, inForceUntil: null };
