import { readLog, type LedgerEvent } from '#event-store';
import type { Pool } from 'pg';

/** What the database says of one position. */
export interface DatabaseRow {
  /** Absent: no event has the position. */
  event?: LedgerEvent;
  /** Absent: nothing was kept of it when it was integrated. */
  leaf?: { entry: Buffer; salt: Buffer | null };
  /** Position of the event that says that its words were erased, where there is one. */
  erased: number | undefined;
}

interface LeafRow {
  position: string;
  entry: Buffer;
  salt: Buffer | null;
  erased: string | null;
}

/** An erasure is a later event of the same stream, and has a position itself: then the log speaks of it as well. */
const LEAVES = `SELECT f.position, f.entry, f.salt, CASE WHEN f.salt IS NULL THEN (
    SELECT min(q.position) FROM public.event_log l JOIN public.events e ON e.id = l.event_id
    JOIN public.events p ON p.stream_id = e.stream_id AND p.type = 'PayloadErased' JOIN public.event_log q ON q.event_id = p.id
    WHERE l.position = f.position AND q.position > l.position AND p.data ->> 'eventId' = e.event_id::text
    AND (p.data ->> 'position')::bigint = l.position) END AS erased
  FROM evidence.leaves f WHERE f.position > $1 AND f.position <= $2`;

/** Rows of the positions after `after`, at most `limit`, by position. Role kyogi_verifier or kyogi_notary. */
export async function databaseRows(
  pool: Pool,
  after: number,
  limit: number,
): Promise<Map<number, DatabaseRow>> {
  const rows = async (sql: string, values: unknown[]) => (await pool.query(sql, values)).rows as unknown;
  const events = await readLog(rows, after, limit);
  const { rows: leaves } = await pool.query<LeafRow>(LEAVES, [after, after + limit]);
  const found = new Map<number, DatabaseRow>(
    events.map((event) => [event.position, { event, erased: undefined }] as const),
  );
  for (const { position, entry, salt, erased } of leaves) {
    const at = Number(position);
    found.set(at, {
      ...found.get(at),
      leaf: { entry, salt },
      erased: erased === null ? undefined : Number(erased),
    });
  }
  return found;
}
