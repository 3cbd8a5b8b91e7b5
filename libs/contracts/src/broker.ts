/** JetStream streams of a cabinet; a NATS account serves one cabinet. */
export const feedStream = 'KYOGI_FEED';
export const ledgerStream = 'KYOGI_LEDGER';

/** Subject of the deliveries of a subscription; `*` of all. */
export const feedSubject = (cabinet: string, subscriptionId: string): string =>
  `kyogi.${cabinet}.feed.${subscriptionId}`;

/** Subject of the whole ledger, persons and all: for headquarters' own machines only. */
export const ledgerSubject = (cabinet: string): string => `kyogi.${cabinet}.ledger`;
