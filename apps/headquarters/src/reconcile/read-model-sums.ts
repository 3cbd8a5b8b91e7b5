import { besideEvents } from '#contracts';
import type { EntityManager } from 'typeorm';
import { READING } from '../read-models/generation-rows.js';
import { compare, type Compared, type DaySums } from './compare.js';

const beside = besideEvents.map(({ name }) => name);

const grouped = (lines: string): string => `
  SELECT day::text AS day, organ, count(*)::float8 AS count,
    encode(sha256(convert_to(string_agg(line, E'\\n' ORDER BY line COLLATE "C"), 'UTF8')), 'hex') AS sha256
  FROM (${lines}) AS lines GROUP BY day, organ`;

/** One line per event of a dossier, from the ledger and from the entries of the timeline. */
const ledgerEntries = `
  SELECT (event_time(e) AT TIME ZONE $1)::date AS day, e.meta #>> '{actor,organ}' AS organ,
    concat_ws('|', l.position, e.stream_id, e.version, e.type) AS line
  FROM event_log l JOIN events e ON e.id = l.event_id WHERE l.position <= $2 AND e.type <> ALL ($3)`;
const timelineEntries = (schema: string) => `
  SELECT (at AT TIME ZONE $1)::date AS day, organ, concat_ws('|', position, dossier_id, version, type) AS line
  FROM ${schema}.entries WHERE position <= $2`;

/** One line per dossier: where its events have brought it, by the events themselves and by the register; by the day of the last event. */
const ledgerDossiers = `
  SELECT e.stream_id AS dossier_id, max(e.version) AS version, max(l.position) AS position,
    (max(ARRAY[lpad(l.position::text, 20, '0'), e.data ->> 'stage']) FILTER (WHERE e.data ? 'stage'))[2] AS stage,
    (max(ARRAY[lpad(l.position::text, 20, '0'), e.data #>> '{version,body,head,lead}']) FILTER (WHERE e.data ? 'version'))[2] AS lead,
    (max(ARRAY[lpad(l.position::text, 20, '0'), (event_time(e) AT TIME ZONE $1)::date::text]))[2] AS day
  FROM event_log l JOIN events e ON e.id = l.event_id WHERE l.position <= $2 AND e.type <> ALL ($3) GROUP BY e.stream_id`;
const register = (schema: string) => `
  SELECT dossier_id, (doc ->> 'version')::int AS version, last_position AS position, stage, lead FROM ${schema}.dossiers`;
const bothDossiers = (schema: string, side: 'l' | 'r') => `
  SELECT coalesce(l.day, '-infinity') AS day, coalesce(l.lead, r.lead) AS organ,
    concat_ws('|', dossier_id, ${side}.version, ${side}.position, ${side}.stage, ${side}.lead) AS line
  FROM (${ledgerDossiers}) AS l FULL JOIN (${register(schema)}) AS r USING (dossier_id)
  WHERE ${side}.version IS NOT NULL`;

interface Live {
  name: string;
  schema: string;
  position: string;
}

/** The live generations of the two models that are compared, kept from being dropped while they are read. */
const liveModels = (tx: EntityManager): Promise<Live[]> =>
  tx.query<Live[]>(
    `SELECT m.name, m.subscription AS schema, s.position, pg_advisory_xact_lock_shared(${READING}, m.id)
     FROM hq.read_models m JOIN public.subscriptions s ON s.name = m.subscription
     WHERE m.state = 'live' AND m.name IN ('timeline', 'dossiers')`,
  );

/** What the read models say against what the ledger says, in one snapshot. */
export const compareReadModels = async (
  tx: EntityManager,
  timeZone: string,
): Promise<{ timeline: Compared; register: Compared; position: number }> => {
  const models = new Map((await liveModels(tx)).map((model) => [model.name, model]));
  const [timeline, dossiers] = [models.get('timeline'), models.get('dossiers')];
  if (!timeline || !dossiers) throw new Error('the read models are not built yet');
  const sums = (lines: string, position: string, ...more: unknown[]) =>
    tx.query<DaySums[]>(grouped(lines), [timeZone, position, ...more]);
  const told = compare(
    'timeline',
    await sums(ledgerEntries, timeline.position, beside),
    await sums(timelineEntries(timeline.schema), timeline.position),
  );
  const registered = compare(
    'register',
    await sums(bothDossiers(dossiers.schema, 'l'), dossiers.position, beside),
    await sums(bothDossiers(dossiers.schema, 'r'), dossiers.position, beside),
  );
  const position = Math.min(Number(timeline.position), Number(dossiers.position));
  return { timeline: told, register: registered, position };
};
