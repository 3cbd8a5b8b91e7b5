import { EVENT_FIELDS, type LedgerEvent } from './event.js';
import type { Rows } from './read-log.js';

/** The events of one stream after a version and up to a position of the log, in order. Names are qualified, as in `readLog`. */
export async function readStream(
  rows: Rows,
  streamId: string,
  afterVersion: number,
  upTo: number,
): Promise<LedgerEvent[]> {
  const found = (await rows(
    `SELECT json_build_object('position', l.position, ${EVENT_FIELDS}) AS event
     FROM public.events e JOIN public.event_log l ON l.event_id = e.id
     WHERE e.stream_id = $1 AND e.version > $2 AND l.position <= $3 ORDER BY e.version`,
    [streamId, afterVersion, upTo],
  )) as { event: LedgerEvent }[];
  return found.map((row) => row.event);
}
