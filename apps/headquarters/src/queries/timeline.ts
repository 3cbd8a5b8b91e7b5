import { Problem } from '#contracts';
import type { Rows } from '../read-models/readers.js';
import type { PageQuery } from '../http/requests.js';
import { keyIn, pageOf } from './cursor.js';

interface Entry {
  position: number;
  ja: string;
  en: string;
}

/** What happened to a dossier, oldest first, as far as it is open to the reader. Throws not-found. */
export async function readTimeline(rows: Rows, dossierId: string, { cursor, limit }: PageQuery) {
  // Whoever is shown a dossier is told of the event by which it was shown.
  const [open] = await rows('SELECT 1 FROM entries WHERE dossier_id = $1 LIMIT 1', [dossierId]);
  if (!open) throw new Problem('not-found', 'There is no such dossier, or it is not open to you.');
  const [after] = keyIn(cursor, [0] as const) ?? [0];
  const found = await rows<Entry>(
    `SELECT position::float8 AS position, version, type, role, organ, ja, en, internal,
       to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at
     FROM entries WHERE dossier_id = $1 AND position > $2 ORDER BY position LIMIT $3`,
    [dossierId, after, limit + 1],
  );
  return pageOf(
    found,
    limit,
    ({ position }) => [position],
    ({ ja, en, ...entry }) => ({ ...entry, sentence: { ja, en } }),
  );
}
