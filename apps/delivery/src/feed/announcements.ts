import { isBesideDossiers, type Cabinet, type LedgerEvent } from '#contracts';
import type { EntityManager } from 'typeorm';
import { announce, type AnnouncementRow } from './announce.js';
import { followCase, type AnnouncedCase } from './announced-case.js';

const CASES = 'SELECT doc FROM delivery.cases WHERE dossier_id = ANY($1)';
const KEEP = `INSERT INTO delivery.cases (dossier_id, doc)
  SELECT doc ->> 'dossierId', doc FROM jsonb_array_elements($1::jsonb) AS doc
  ON CONFLICT (dossier_id) DO UPDATE SET doc = excluded.doc`;
const TELL_BY_REFERENCE =
  'SELECT delivery.tell_by_reference(id) FROM jsonb_array_elements_text($1::jsonb) AS told (id)';
const ANNOUNCE = `INSERT INTO delivery.announcements
  SELECT * FROM jsonb_populate_recordset(NULL::delivery.announcements, $1)`;

const recall = async (tx: EntityManager, events: LedgerEvent[]): Promise<Map<string, AnnouncedCase>> => {
  const ids = [...new Set(events.map(({ streamId }) => streamId))];
  const rows = await tx.query<{ doc: AnnouncedCase }[]>(CASES, [ids]);
  return new Map(rows.map(({ doc }) => [doc.dossierId, doc]));
};

/** Announces events, which follow those of the last call, in three statements; in four when words were erased. Throws for an event that it cannot read. */
export const writeAnnouncements = async (
  tx: EntityManager,
  events: LedgerEvent[],
  cabinet: Pick<Cabinet, 'name' | 'headquarters'>,
): Promise<void> => {
  const told = events.filter(({ type }) => !isBesideDossiers(type));
  if (told.length === 0) return;
  const cases = await recall(tx, told);
  const rows: AnnouncementRow[] = [];
  for (const event of told) {
    const after = followCase(cases.get(event.streamId), event, cabinet.headquarters);
    cases.set(event.streamId, after);
    rows.push(announce(event, after, cabinet));
  }
  await tx.query(KEEP, [JSON.stringify([...cases.values()])]);
  await tx.query(ANNOUNCE, [JSON.stringify(rows)]);
  const erased = told.flatMap((event) => (event.type === 'PayloadErased' ? [event.data.eventId] : []));
  if (erased.length > 0) await tx.query(TELL_BY_REFERENCE, [JSON.stringify(erased)]);
};
