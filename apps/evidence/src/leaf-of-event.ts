import type { LedgerEvent } from '#event-store';
import type { Leaf, Secret } from '#transparency';

/** What a leaf says of an event in the open. */
export const openly = ({
  position,
  eventId,
  type,
  streamId,
  version,
  recordedAt,
}: LedgerEvent): Omit<Leaf, 'v' | 'actorHash' | 'payloadHash'> => ({
  ...{ position, eventId, type, stream: streamId, streamVersion: version, time: recordedAt },
});

/** Who did it; '' for an event without an actor. */
const personOf = ({ actor }: Record<string, unknown>): string => {
  const person = typeof actor === 'object' && actor !== null && 'person' in actor ? actor.person : undefined;
  return typeof person === 'string' ? person : '';
};

/** What a leaf commits to: everything that the ledger holds of the event besides what is open. */
export const secretly = ({ v, data, meta }: LedgerEvent): Omit<Secret, 'salt'> => ({
  payload: { v, data, meta },
  person: personOf(meta),
});
