import { inboxWords } from '../projections/inbox-words.js';
import type { Rows } from '../read-models/readers.js';
import type { InboxQuery } from '../http/requests.js';
import { Conditions } from './conditions.js';
import { keyIn, pageOf } from './cursor.js';

interface Item {
  position: number;
  no: number;
  kind: string;
}

const iso = (column: string, name: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "${name}"`;

/** Notices ask for nothing, so nothing ends them: an open one is shown for so long. */
const NOTICE_DAYS = 30;

/** What an organ has to do or to know, newest first. Without `organ`: all organs of the reader. */
export async function readInbox(rows: Rows, query: InboxQuery, now: Date) {
  const where = new Conditions();
  where
    .on(query.organ, (v) => `organ = ${v}`)
    .on(query.role, (v) => `role = ${v}`)
    .on(query.dossierId, (v) => `dossier_id = ${v}`)
    .on(query.state === 'done' ? true : undefined, (v) => `(closed_at IS NOT NULL) = ${v}`)
    .on(
      query.state === 'open' ? now : undefined,
      (v) =>
        `closed_at IS NULL AND (NOT notice OR opened_at > ${v}::timestamptz - interval '${NOTICE_DAYS} days')`,
    );
  const after = keyIn(query.cursor, [0, 0] as const);
  if (after)
    where.on(after[0], (v) => `(opened_position, no) < (${v}::bigint, ${where.value(after[1])}::bigint)`);
  const filters = where.toString();
  const found = await rows<Item>(
    `SELECT opened_position::float8 AS position, no, dossier_id AS "dossierId", organ, role, kind, notice, about, title,
       ${iso('due_at', 'dueAt')}, mandatory_explicit AS "mandatoryExplicit", ${iso('opened_at', 'openedAt')},
       ${iso('closed_at', 'closedAt')}, CASE WHEN closed_at IS NULL THEN 'open' ELSE 'done' END AS state
     FROM items WHERE ${filters} ORDER BY opened_position DESC, no DESC LIMIT ${where.value(query.limit + 1)}`,
    where.values,
  );
  return pageOf(
    found,
    query.limit,
    ({ position, no }) => [position, no],
    (item) => ({
      ...item,
      itemId: `${item.position}-${item.no}`,
      openedPosition: item.position,
      sentence: inboxWords[item.kind] ?? { ja: item.kind, en: item.kind },
    }),
  );
}
