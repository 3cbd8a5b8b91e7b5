import type { Fault } from '#transparency';
import type { Pool } from 'pg';

/** One statement, so that a numbering under way is seen whole or not at all. */
const BESIDE = `SELECT n.n::text AS head, count(l.position)::text AS count, coalesce(max(l.position), 0)::text AS last,
    (SELECT coalesce(min(p.position), n.n + 1)::text FROM public.event_log p WHERE p.event_id > (
      SELECT min(e.id) FROM public.events e WHERE NOT EXISTS (SELECT FROM public.event_log x WHERE x.event_id = e.id)
      AND NOT EXISTS (SELECT FROM public.unsequenced u WHERE u.id = e.id))) AS stray,
    EXISTS (SELECT FROM public.events e WHERE NOT EXISTS (SELECT FROM public.event_log x WHERE x.event_id = e.id)
      AND NOT EXISTS (SELECT FROM public.unsequenced u WHERE u.id = e.id)) AS strays
  FROM public.log_head n LEFT JOIN public.event_log l ON true GROUP BY n.n`;

interface Beside {
  head: string;
  count: string;
  last: string;
  stray: string | null;
  strays: boolean;
}

/** Rows that no entry of the log speaks of, and that are not simply newer than it: the place in the order at which they were put in. */
export async function beside(pool: Pool, size: number): Promise<Fault | undefined> {
  const { rows } = await pool.query<Beside>(BESIDE);
  const found = rows[0];
  if (!found) return { index: size, to: size + 1, what: 'the log has no head' };
  const [head, count, last] = [Number(found.head), Number(found.count), Number(found.last)];
  if (head !== last || count !== last || last < size) {
    const index = Math.min(head, count, size);
    return { index, to: index + 1, what: `the positions are not dense up to the head (${head})` };
  }
  if (!found.strays) return undefined;
  const index = Number(found.stray) - 1;
  return { index, to: index + 1, what: 'an event was put in that has no position' };
}
