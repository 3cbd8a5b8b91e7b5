import type { SubscriptionFilter } from '#contracts';
import type { Pool } from 'pg';
import { ROW, type OwnedRow } from './troubled-rows.js';

/** What a replay is about: deliveries by number, of them those that the filter lets through. */
export interface Replayed {
  subscriptionId: string;
  from: number;
  to: number;
  filter: SubscriptionFilter;
  onlyParked: boolean;
}

/** A row of delivery.replays that is not done. */
export interface OpenReplay extends Replayed {
  id: string;
}

/** Taken or given up, not on their way: those come by themselves. */
const CHOSEN = `
  FROM delivery.deliveries d JOIN delivery.announcements a ON a.position = d.position
  JOIN delivery.cursors c ON c.subscription_id = d.subscription_id
  LEFT JOIN delivery.troubled t ON t.subscription_id = d.subscription_id AND t.seq = d.seq
  WHERE d.subscription_id = $1 AND d.seq BETWEEN $2 AND $3 AND d.seq <= c.settled
    AND coalesce(t.state, '') = ANY (CASE WHEN $5 THEN ARRAY['parked'] ELSE ARRAY['', 'parked'] END)
    AND delivery.lets_through($4, a.type, a.organs, a.pillars, a.dossier_id, a.marking)`;

const valuesOf = ({ subscriptionId, from, to, filter, onlyParked }: Replayed): unknown[] => [
  ...[subscriptionId, from, to, JSON.stringify(filter), onlyParked],
];

/** How many deliveries it would be. */
export const countReplay = async (db: Pick<Pool, 'query'>, replay: Replayed): Promise<number> => {
  const { rows } = await db.query<{ n: number }>(`SELECT count(*)::float8 AS n ${CHOSEN}`, valuesOf(replay));
  return rows[0]?.n ?? 0;
};

/** The lowest number that is still kept; undefined: none is. */
export const oldestKept = async (
  db: Pick<Pool, 'query'>,
  subscriptionId: string,
): Promise<number | undefined> => {
  const { rows } = await db.query<{ seq: number | null }>(
    'SELECT min(seq)::float8 AS seq FROM delivery.deliveries WHERE subscription_id = $1',
    [subscriptionId],
  );
  return rows[0]?.seq ?? undefined;
};

export interface ReplayedDelivery {
  seq: number;
  position: number;
  /** Its row, when it was given up. */
  parked: OwnedRow | null;
}

/** Some of the deliveries of a replay, in order. */
export interface ReplayPage {
  deliveries: ReplayedDelivery[];
  /** Up to this number there are no others. */
  until: number;
}

/** Numbers that one look goes through: it must not take longer because the replay is long, for what is new waits for it. */
const SPAN = 256;

/** The next deliveries of a replay, at most `limit` and maybe none, of a few numbers at a time. Undefined: it is at its end. */
export const nextReplayed = async (
  db: Pick<Pool, 'query'>,
  replay: Replayed,
  limit: number,
): Promise<ReplayPage | undefined> => {
  const { rows: cursors } = await db.query<{ settled: number }>(
    'SELECT settled::float8 AS settled FROM delivery.cursors WHERE subscription_id = $1',
    [replay.subscriptionId],
  );
  const to = Math.min(replay.to, cursors[0]?.settled ?? 0, replay.from + SPAN - 1);
  if (to < replay.from) return undefined;
  const { rows } = await db.query<OwnedRow & { at: number; place: number }>(
    `SELECT d.seq::float8 AS at, d.position::float8 AS place, ${ROW} ${CHOSEN} ORDER BY d.seq LIMIT $6`,
    [...valuesOf({ ...replay, to }), limit],
  );
  const deliveries = rows.map(({ at, place, ...row }) => ({
    ...{ seq: at, position: place, parked: (row.state as OwnedRow['state'] | null) === null ? null : row },
  }));
  return { deliveries, until: deliveries.length < limit ? to : deliveries.at(-1)!.seq };
};

/** Of these subscriptions, the replay that each is at. */
export const openReplays = async (db: Pool, ids: string[]): Promise<OpenReplay[]> => {
  const { rows } = await db.query<OpenReplay>(
    `SELECT DISTINCT ON (subscription_id) id, subscription_id AS "subscriptionId", at_seq::float8 + 1 AS "from", to_seq::float8 AS "to",
       filter, only_parked AS "onlyParked"
     FROM delivery.replays WHERE subscription_id = ANY($1) AND done_at IS NULL ORDER BY subscription_id, id`,
    [ids],
  );
  return rows;
};

/** How far a replay came, and how many more were not taken. */
export const moveReplay = async (db: Pool, id: string, at: number, failed: number): Promise<void> => {
  await db.query('UPDATE delivery.replays SET at_seq = $2, failed = failed + $3 WHERE id = $1', [
    id,
    at,
    failed,
  ]);
};

export const endReplay = async (db: Pool, id: string): Promise<void> => {
  await db.query('UPDATE delivery.replays SET done_at = clock_timestamp() WHERE id = $1', [id]);
};
