import { say } from '../scripts/support/say.mjs';
import { withClient } from './setup.mjs';

const batch = 10_000;

/** The captured life as rows: what one dossier writes until it is filed. @param {import('./sample.mjs').Sample} sample */
function rowsOf({ life }) {
  const events = life
    .flatMap(({ events: written, meta }) => written.map(({ type, v, data }) => ({ type, v, data, meta })))
    .map((event, i) => ({ ...event, n: i + 1 }));
  const receipts = life.map(({ receipt, summary }) => ({ ...receipt, summary }));
  const work = (life.at(-1)?.arm ?? []).map((item) => ({ ...item, key: item.key.slice(26) }));
  return { events, receipts, work };
}

const sql = `
  CREATE TEMP TABLE e AS SELECT * FROM jsonb_to_recordset(:events)
    AS x (type text, v smallint, data jsonb, meta jsonb, n int);
  CREATE TEMP TABLE r AS SELECT * FROM jsonb_to_recordset(:receipts) AS x (scope text, fingerprint text, summary text);
  CREATE TEMP TABLE w AS SELECT * FROM jsonb_to_recordset(:work)
    AS x (key text, kind text, name text, payload jsonb, "dueAt" timestamptz);`;

const streams = `
  CREATE TEMP TABLE s AS SELECT g, '01K' || lpad(g::text, 11, '0') || upper(left(replace(md5(g::text), 'e', '7'), 12)) AS id
  FROM generate_series($1::int, $2::int) AS g`;

const inserts = [
  'INSERT INTO streams SELECT id, (SELECT count(*) FROM e) FROM s',
  `INSERT INTO events (event_id, stream_id, version, type, v, data, meta)
   SELECT gen_random_uuid(), s.id, e.n, e.type, e.v,
     CASE WHEN e.type = 'DossierDrafted'
       THEN jsonb_set(e.data, '{version,body,head,title,ja}', to_jsonb((e.data #>> '{version,body,head,title,ja}') || s.g)) ELSE e.data END,
     e.meta
   FROM s CROSS JOIN e ORDER BY s.g, e.n`,
  `INSERT INTO event_log SELECT h.n + row_number() OVER (ORDER BY x.id), x.id
   FROM (SELECT e.id FROM events e WHERE e.id > (SELECT coalesce(max(event_id), 0) FROM event_log)) AS x, log_head h`,
  'UPDATE log_head SET n = (SELECT max(position) FROM event_log)',
  `INSERT INTO receipts (scope, key, fingerprint, stream_id, version, summary)
   SELECT r.scope, gen_random_uuid(), r.fingerprint, s.id, 1, r.summary FROM s CROSS JOIN r`,
  `INSERT INTO work_items (item_key, stream_id, kind, name, payload, due_at)
   SELECT s.id || w.key, s.id, w.kind, w.name, w.payload, w."dueAt" + interval '1 year' FROM s CROSS JOIN w`,
  'DROP TABLE s',
];

/**
 * Fills the ledger with dossiers from first draft to filing: their events numbered, their receipts, and the work of their last command.
 * Written by the superuser past append_events, to be quick.
 * @param {string} url @param {import('./sample.mjs').Sample} sample @param {number} wanted events, rounded up to whole dossiers
 */
export async function fill(url, sample, wanted) {
  const rows = rowsOf(sample);
  const dossiers = Math.ceil(wanted / rows.events.length);
  await withClient(url, async (client) => {
    await client.query('SET session_replication_role = replica; SET synchronous_commit = off');
    await client.query(
      sql.replace(/:(\w+)(?=\))/g, (_, name) => client.escapeLiteral(JSON.stringify(rows[name]))),
    );
    for (let first = 1; first <= dossiers; first += batch) {
      await client.query('BEGIN');
      await client.query(streams, [first, Math.min(dossiers, first + batch - 1)]);
      for (const insert of inserts) await client.query(insert);
      await client.query('COMMIT');
      if (first > 1 && (first - 1) % (batch * 5) === 0) say(`  ${(first - 1) * rows.events.length} events`);
    }
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  });
  return { events: dossiers * rows.events.length, dossiers };
}
