import { pool } from '#platform';
import { setTimeout as delay } from 'node:timers/promises';
import type { Seen } from './hammer';

/** A way to follow the events: SQL giving those after the cursor, with the next cursor. */
export interface Rule {
  first: unknown[];
  sql: string;
}

const EVENT = `e.event_id AS "eventId", e.stream_id AS "streamId", e.version, e.data ->> 'after' AS after`;

/** The rule under test, and two that are in wide use and wrong: the harness must be able to tell. */
export const RULES = {
  position: {
    first: [0],
    sql: `SELECT ${EVENT}, ARRAY[l.position] AS cursor FROM event_log l JOIN events e ON e.id = l.event_id
          WHERE l.position > $1 ORDER BY l.position LIMIT 1000`,
  },
  naive: {
    first: [0],
    sql: `SELECT ${EVENT}, ARRAY[e.id] AS cursor FROM events e WHERE e.id > $1 ORDER BY e.id LIMIT 1000`,
  },
  xmin: {
    first: [0, 0],
    sql: `SELECT ${EVENT}, ARRAY[e.xmin::text::bigint, e.id] AS cursor FROM events e
          WHERE (e.xmin::text::bigint, e.id) > ($1, $2) AND e.xmin::text::bigint < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
          ORDER BY e.xmin::text::bigint, e.id LIMIT 1000`,
  },
} satisfies Record<string, Rule>;

export interface Reader {
  seen: Seen[];
  /** Reads until nothing new comes, then ends. */
  finish(): Promise<Seen[]>;
}

/** Follows by a rule, looking every 2 ms; after the loss of its connection it goes on from its cursor. */
export function follow(url: string, rule: Rule): Reader {
  const own = pool(url, null, { size: 1, name: 'reader', log: () => undefined });
  const seen: Seen[] = [];
  let cursor = rule.first;
  let finishing = false;
  const read = async (): Promise<number> => {
    const { rows } = await own.query<Seen & { cursor: unknown[] }>(rule.sql, cursor);
    for (const { cursor: next, ...event } of rows) {
      cursor = next;
      seen.push(event);
    }
    return rows.length;
  };
  const loop = (async () => {
    while (!finishing) if ((await read().catch(() => 0)) === 0) await delay(2);
    while ((await read()) > 0);
    await own.end();
  })();
  return {
    seen,
    finish: async () => {
      finishing = true;
      await loop;
      return seen;
    },
  };
}
