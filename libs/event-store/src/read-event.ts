import { parseEvent, type LedgerEvent, type Meta } from '#contracts';
import type { LedgerEvent as StoredEvent } from './event.js';

/** A stored event of a dossier with its data checked. Throws on one that this build cannot read: a projection stops there. */
export const readEvent = (stored: StoredEvent): LedgerEvent => ({
  ...stored,
  ...parseEvent(stored.type, stored.v, stored.data),
  meta: stored.meta as unknown as Meta,
});
