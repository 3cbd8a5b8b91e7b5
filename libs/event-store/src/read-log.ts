import { EVENT_FIELDS, type LedgerEvent } from './event.js';

/** Whatever runs SQL and gives rows: a TypeORM manager, or a pg pool by its `rows`. */
export type Rows = (sql: string, values: unknown[]) => Promise<unknown>;

/**
 * Events after a position, in order of position, at most `limit` of them and none after `until`. Dense: the first has `after + 1`.
 * Names are qualified, because a projection sets its own search_path.
 */
export async function readLog(
  rows: Rows,
  after: number,
  limit: number,
  until?: number,
): Promise<LedgerEvent[]> {
  const found = (await rows(
    `SELECT json_build_object('position', l.position, ${EVENT_FIELDS}) AS event
     FROM public.event_log l JOIN public.events e ON e.id = l.event_id
     WHERE l.position > $1 AND l.position <= $2 ORDER BY l.position`,
    [after, Math.min(after + limit, until ?? Number.MAX_SAFE_INTEGER)],
  )) as { event: LedgerEvent }[];
  return found.map((row) => row.event);
}
