import type { Cabinet, LedgerEvent } from '#contracts';
import { Subscription, type PoisonEvent, type Wake } from '#event-store';
import type { DataSource, EntityManager } from 'typeorm';
import { writeAnnouncements } from './announcements.js';

/** Name of the announcer's checkpoint. */
const ANNOUNCER = 'announcer';

interface AnnouncerSettings {
  db: DataSource;
  wake: Wake;
  cabinet: Pick<Cabinet, 'name' | 'headquarters'>;
  onAnnounced: () => void;
  onStopped: (poison: PoisonEvent) => void;
  onError: (error: Error) => void;
}

/** Turns the ledger into announcements, each event once. Of all processes one works, the others stand by. */
export const announcer = ({ cabinet, onAnnounced, ...settings }: AnnouncerSettings): Subscription => {
  const batches = new WeakMap<EntityManager, LedgerEvent[]>();
  return new Subscription({
    ...settings,
    name: ANNOUNCER,
    handle: (event, tx) => {
      const batch = batches.get(tx) ?? [];
      batches.set(tx, batch);
      batch.push(event as unknown as LedgerEvent);
    },
    finish: (tx) => writeAnnouncements(tx, batches.get(tx) ?? [], cabinet),
    onProgress: onAnnounced,
  });
};
