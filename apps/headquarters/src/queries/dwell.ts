import type { Cabinet, DwellView, RoundKind, Wording } from '#contracts';
import { calendarFor } from '../business-time.js';
import type { DwellQuery } from '../http/time-requests.js';
import type { Rows } from '../read-models/readers.js';
import { Conditions } from './conditions.js';
import { figuresOf, stretchOf, united, type Held, type Stretch } from './figures.js';

interface Interval extends Held {
  dossierId: string;
  organ: string;
  stage: string;
  clock: 'own' | 'other';
  kind: string;
}

const iso = (column: string, name: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "${name}"`;

const intervalsFor = (rows: Rows, query: DwellQuery, until: string): Promise<Interval[]> => {
  const where = new Conditions();
  where
    .on(query.organ, (v) => `organ = ${v}`)
    .on(query.stage, (v) => `stage = ${v}`)
    .on(query.dossier, (v) => `dossier_id = ${v}`)
    .on(query.from, (v) => `(to_at IS NULL OR to_at > ${v}::timestamptz)`)
    .on(until, (v) => `from_at <= ${v}::timestamptz`);
  const filters = where.toString();
  return rows<Interval>(
    `SELECT dossier_id AS "dossierId", organ, stage, clock, kind, ${iso('from_at', 'from')}, ${iso('to_at', 'to')},
       business_days AS "businessDays", working_hours AS "workingHours"
     FROM intervals WHERE ${filters} ORDER BY dossier_id, no`,
    where.values,
  );
};

const grouped = <One>(all: readonly One[], key: (one: One) => string): Map<string, One[]> => {
  const groups = new Map<string, One[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
};

/** An organ's spans are its own; of a dossier, or in a stage, those of several organs at a time are one. */
const spansBy = (by: DwellQuery['by'], all: readonly Interval[]): Held[] =>
  by === 'organ' ? [...all] : [...grouped(all, ({ dossierId }) => dossierId).values()].flatMap(united);

const keyOf = (by: DwellQuery['by'], { organ, stage, dossierId }: Interval): string =>
  ({ organ, stage, dossier: dossierId })[by];

interface Named {
  dossierId: string;
  number: string | null;
  title: Wording;
  lead: string;
}

/** What the dossiers are called, for the reader. */
const namesOf = async (rows: Rows, by: DwellQuery['by'], ids: string[]): Promise<Map<string, Named>> => {
  if (by !== 'dossier') return new Map();
  const found = await rows<Named>(
    `SELECT dossier_id AS "dossierId", number, doc -> 'title' AS title, lead FROM register WHERE dossier_id = ANY ($1)`,
    [ids],
  );
  return new Map(found.map((one) => [one.dossierId, one]));
};

const roundsFor = async (
  rows: Rows,
  { dossier, from }: DwellQuery,
  until: string,
): Promise<DwellView['rounds']> => {
  const where = new Conditions();
  where
    .on(dossier, (v) => `dossier_id = ${v}`)
    .on(from, (v) => `opened_at >= ${v}::timestamptz`)
    .on(until, (v) => `opened_at <= ${v}::timestamptz`);
  const filters = where.toString();
  const counts = await rows<{ kind: RoundKind; count: number }>(
    `SELECT kind, count(*)::int AS count FROM dwell_rounds WHERE ${filters} GROUP BY kind`,
    where.values,
  );
  const overtime = await rows<DwellView['rounds']['overtime'][number]>(
    `SELECT dossier_id AS "dossierId", round_no AS "roundNo", lead, kind, ${iso('opened_at', 'openedAt')},
       ${iso('due_at', 'dueAt')}, round(working_hours::numeric, 1)::float8 AS "workingHours"
     FROM dwell_rounds WHERE overtime AND ${filters} ORDER BY opened_at DESC, dossier_id LIMIT 100`,
    where.values,
  );
  const of = (kind: RoundKind) => counts.find((one) => one.kind === kind)?.count ?? 0;
  return { informal: of('INFORMAL'), expedited: of('EXPEDITED'), overtime };
};

const businessDays = (stretches: readonly Stretch[]) =>
  stretches.reduce((sum, one) => sum + one.businessDays, 0);

/** How long dossiers were held, by organ, stage or dossier, as far as it is open to the reader. */
export async function readDwell(
  rows: Rows,
  query: DwellQuery,
  cabinet: Cabinet,
  now: Date,
): Promise<DwellView> {
  const calendar = calendarFor(cabinet);
  const present = now.toISOString();
  const until = query.to && query.to < present ? new Date(query.to).toISOString() : present;
  const since = query.from ? new Date(query.from).toISOString() : '0000';
  const intervals = await intervalsFor(rows, query, until);
  const names = await namesOf(rows, query.by, [...new Set(intervals.map(({ dossierId }) => dossierId))]);
  const stretches = (some: readonly Interval[]) =>
    spansBy(query.by, some).flatMap((held) => stretchOf(calendar, held, { since, until }) ?? []);
  const groups = [...grouped(intervals, (one) => keyOf(query.by, one))].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    now: present,
    by: query.by,
    rows: groups.map(([key, all]) => {
      const counted = all.filter(({ kind }) => kind !== 'suspended');
      const on = (clock: Interval['clock']) => counted.filter((one) => one.clock === clock);
      return {
        ...(query.by === 'dossier' ? { dossierId: key, ...names.get(key) } : { [query.by]: key }),
        own: figuresOf(stretches(on('own'))),
        other: figuresOf(stretches(on('other'))),
        preCirculationDays: businessDays(stretches(all.filter(({ kind }) => kind === 'pre-consultation'))),
        suspendedDays: businessDays(stretches(all.filter(({ kind }) => kind === 'suspended'))),
      };
    }),
    rounds: await roundsFor(rows, query, until),
  };
}
