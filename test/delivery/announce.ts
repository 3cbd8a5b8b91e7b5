import { randomUUID } from 'node:crypto';
import { cloudEvent } from '../../apps/delivery/src/feed/announce';
import type { LedgerEvent } from '#contracts';
import { query } from '../support/database';

/** Far from what the ledger itself has. */
const FIRST = 1_000_000;

/** Writes an announcement for each of these dossiers, in this order, open to the whole government, of an organ. */
export const announceTo = async (url: string, keys: readonly string[], organ: string): Promise<void> => {
  const recordedAt = new Date().toISOString();
  const [{ last }] = (await query(
    url,
    'SELECT greatest(max(position), $1)::int AS last FROM delivery.announcements',
    [FIRST],
  )) as [{ last: number }];
  const rows = keys.map((key, i) => {
    const position = last + i + 1;
    const event = { ...fact(key, position), recordedAt } as unknown as LedgerEvent;
    return {
      ...{
        position,
        event_id: event.eventId,
        dossier_id: key,
        type: event.type,
        readers: ['*'],
        organs: [organ],
      },
      ...{ pillars: ['A'], marking: 1, recorded_at: recordedAt },
      event: JSON.stringify(cloudEvent(event, { marking: 1, withData: true }, 'japan')),
    };
  });
  await query(
    url,
    `WITH told AS (INSERT INTO delivery.announcements SELECT * FROM jsonb_populate_recordset(NULL::delivery.announcements, $1))
     SELECT pg_notify('kyogi_delivery', '')`,
    [JSON.stringify(rows)],
  );
};

const fact = (streamId: string, position: number) => ({
  ...{ position, streamId, version: 1, eventId: randomUUID(), type: 'DossierActivated', v: 1 },
  data: { stage: 'ACTIVE' },
  meta: {
    actor: { person: 'somebody', organ: 'METI', role: 'LIAISON' },
    ...{
      command: 'ActivateDossier',
      commandId: 'c',
      correlationId: 'r',
      occurredAt: new Date().toISOString(),
    },
  },
});
