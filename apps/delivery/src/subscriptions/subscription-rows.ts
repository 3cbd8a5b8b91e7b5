import { Inject, Injectable } from '@nestjs/common';
import type { SubscriptionView } from '#contracts';
import type { Pool } from 'pg';
import { DELIVERER } from '../tokens.js';

/** A subscription with its place in the feed; `eyes` are the readers with whose eyes it sees. */
export type SubscriptionRow = SubscriptionView & { eyes: string[] };

const SELECT = `SELECT json_build_object(
    'id', s.id, 'organ', s.organ, 'scope', s.scope, 'name', s.name, 'filter', s.filter, 'mode', s.mode, 'transport', s.transport,
    'state', s.state, 'disabledFor', s.disabled_for, 'cursor', c.position, 'delivered', c.delivered, 'settled', delivery.taken(c),
    'waiting', t.waiting, 'parked', t.parked, 'eyes', s.eyes,
    'consentUntil', to_char(o.until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS subscription
  FROM delivery.subscriptions s JOIN delivery.cursors c ON c.subscription_id = s.id
  LEFT JOIN delivery.consents o ON o.subscription_id = s.id
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE state <> 'parked') AS waiting, count(*) FILTER (WHERE state = 'parked') AS parked
                      FROM delivery.troubled t WHERE t.subscription_id = s.id) t`;

interface Row {
  subscription: SubscriptionRow;
}

/** The subscriptions as they are now. */
@Injectable()
export class SubscriptionRows {
  constructor(@Inject(DELIVERER) private readonly db: Pool) {}

  async ofOrgans(organs: string[]): Promise<SubscriptionRow[]> {
    const { rows } = await this.db.query<Row>(`${SELECT} WHERE s.organ = ANY($1) ORDER BY s.id`, [organs]);
    return rows.map(({ subscription }) => subscription);
  }

  async byId(id: string): Promise<SubscriptionRow | undefined> {
    const { rows } = await this.db.query<Row>({
      name: 'kyogi_subscription',
      text: `${SELECT} WHERE s.id = $1`,
      values: [id],
    });
    return rows[0]?.subscription;
  }

  /** Says that everything up to a number was taken; what was said before stays. */
  async settle(id: string, through: number): Promise<void> {
    await this.db.query({
      name: 'kyogi_settle',
      text: 'UPDATE delivery.cursors SET settled = $2 WHERE subscription_id = $1 AND settled < $2 AND delivered >= $2',
      values: [id, through],
    });
  }
}
