import type { Pool } from 'pg';

/** A subscription whose deliveries travel over NATS, and how far it came. */
export interface NatsSubscription {
  id: string;
  delivered: number;
  settled: number;
}

/** Active subscriptions over NATS. */
export const natsSubscriptions = async (db: Pool): Promise<NatsSubscription[]> => {
  const { rows } = await db.query<NatsSubscription>({
    name: 'kyogi_nats_subscriptions',
    text: `SELECT s.id, c.delivered::float8 AS delivered, c.settled::float8 AS settled
           FROM delivery.subscriptions s JOIN delivery.cursors c ON c.subscription_id = s.id
           WHERE s.state = 'ACTIVE' AND s.transport ->> 'kind' = 'nats' ORDER BY s.id`,
  });
  return rows;
};

/** Says up to which number deliveries are in the stream. Never back: a stream that lost them is filled again. */
export const settle = async (db: Pool, upTo: ReadonlyMap<string, number>): Promise<void> => {
  if (upTo.size === 0) return;
  await db.query({
    name: 'kyogi_nats_settle',
    text: `UPDATE delivery.cursors c SET settled = least(c.delivered, x.seq)
           FROM unnest($1::text[], $2::bigint[]) AS x (id, seq) WHERE c.subscription_id = x.id AND c.settled < x.seq`,
    values: [[...upTo.keys()], [...upTo.values()]],
  });
};

/** Deliveries of an event, by its position, of subscriptions that are over NATS, or were before. */
export const deliveriesOf = async (db: Pool, position: number): Promise<{ id: string; seq: number }[]> => {
  const { rows } = await db.query<{ id: string; seq: number }>(
    `SELECT d.subscription_id AS id, d.seq::float8 AS seq FROM delivery.deliveries d WHERE d.position = $1
     AND EXISTS (SELECT FROM public.events e WHERE e.stream_id = d.subscription_id AND e.data #>> '{transport,kind}' = 'nats')`,
    [position],
  );
  return rows;
};
