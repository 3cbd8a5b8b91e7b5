import type { Pool } from 'pg';
import { deliveryText } from './delivery-text.js';

/** One delivery of one subscription. `text` is the body to send, byte for byte. */
export interface Delivery {
  /** Number in its subscription, dense from 1. */
  seq: number;
  /** Position in the ledger. */
  position: number;
  dossierId: string;
  eventId: string;
  /** Name of the event in the catalogue: DossierFiled. */
  type: string;
  text: string;
}

type Row = Omit<Delivery, 'text'> & { event: string };

/** Bytes after which no more are read; the first is read whatever its size. */
const PAGE_BYTES = 8_388_608;

/**
 * Deliveries of a subscription after a number, in order, at most `limit` and no more than fit into an answer. Dense, but the first has a higher number than `afterSeq + 1`
 * when what lies between is older than the retention.
 */
export const readDeliveries = async (
  db: Pick<Pool, 'query'>,
  subscriptionId: string,
  afterSeq: number,
  limit: number,
): Promise<Delivery[]> => {
  const { rows } = await db.query<Row>({
    name: 'kyogi_deliveries',
    text: `SELECT seq, position, "dossierId", "eventId", type, event FROM (
             SELECT *, sum(octet_length(event)) OVER (ORDER BY seq) - octet_length(event) AS before FROM (
               SELECT d.seq::float8 AS seq, d.position::float8 AS position, a.dossier_id AS "dossierId", a.event_id AS "eventId", a.type, a.event
               FROM delivery.deliveries d JOIN delivery.announcements a USING (position)
               WHERE d.subscription_id = $1 AND d.seq > $2 ORDER BY d.seq LIMIT $3) page) sized
           WHERE before < $4 ORDER BY seq`,
    values: [subscriptionId, afterSeq, limit, PAGE_BYTES],
  });
  return rows.map(({ event, ...row }) => ({ ...row, text: deliveryText(event, row.seq) }));
};
