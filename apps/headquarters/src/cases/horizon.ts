import { Problem, occurredAt, type LedgerEvent } from '#contracts';
import type { Admission, Moment } from './admission.js';

const isLater = (event: LedgerEvent, { position, at }: Moment): boolean =>
  (position !== undefined && event.position > position) ||
  (at !== undefined && Date.parse(occurredAt(event)) > Date.parse(at));

/** Whether an event brings a text newer than the one that the register shows to the reader. */
const isBeyond = ({ data }: LedgerEvent, { versionNo }: Admission): boolean =>
  'version' in data && data.version.no > versionNo;

/**
 * The position up to which a case is folded for a reader: the last event they are told of, at the moment or before it, and before
 * any text that was drafted anew since the one they see. What happened in between without them is part of no state they are shown.
 * Throws not-found when they were told of nothing yet.
 */
export const horizonOf = (
  events: readonly LedgerEvent[],
  admission: Admission,
  moment: Moment = {},
): number => {
  const told = new Set(admission.told);
  let horizon: number | undefined;
  for (const event of events) {
    if (isBeyond(event, admission)) break;
    if (told.has(event.position) && !isLater(event, moment)) horizon = event.position;
  }
  if (horizon === undefined)
    throw new Problem('not-found', 'The dossier did not exist then, or it was not open to you yet.');
  return horizon;
};
