import type { EventName } from './events.js';

/**
 * Events that decide or publish: whoever is bound by one is given a proof of it as a file, under the checkpoint by which it was
 * published first. Of every other event a proof is computed when it is asked for.
 */
export const receiptEvents = [
  ...(['ReturnApproved', 'DispositionProved', 'RoundConcluded', 'MemorandumRecorded'] as const),
  ...(['DossierEndorsed', 'EndorsementDeclined', 'PublicCommentOpened', 'CommentResultPublished'] as const),
  ...([
    'DossierDecided',
    'DossierPublished',
    'DossierActivated',
    'DossierConfirmed',
    'DossierRepealed',
  ] as const),
] satisfies readonly EventName[];

/** Path of the proof of a position below the address of the transparency log. */
export const proofPath = (position: number): string => `/proof/${position}.tlog-proof`;

/** Path of the entry of a position below the address of the transparency log. */
export const entryPath = (position: number): string => `/entry/${position}`;

/** Address of what everybody may read in the entry of a position, on the evidence process. */
export const openingPath = (position: number): string => `/opening/${position}`;
