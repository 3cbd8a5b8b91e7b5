/** JetStream streams of a cabinet; a NATS account serves one cabinet. */
export const feedStream = 'KYOGI_FEED';
export const ledgerStream = 'KYOGI_LEDGER';

/** Subject of the deliveries of a subscription; `*` of all. */
export const feedSubject = (cabinet: string, subscriptionId: string): string =>
  `kyogi.${cabinet}.feed.${subscriptionId}`;

/** Stands in the ledger's stream at the place of an event that is larger than the servers take: that can be had by pull only. */
export interface OmittedEvent {
  position: number;
  eventId: string;
  /** Why it was left out. */
  omitted: string;
}

/** Subject of the whole ledger, persons and all: for headquarters' own machines only. */
export const ledgerSubject = (cabinet: string): string => `kyogi.${cabinet}.ledger`;
