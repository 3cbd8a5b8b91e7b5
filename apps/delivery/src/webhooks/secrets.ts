import { createPrivateKey, createPublicKey, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { Clock } from '#platform';
import type { Pool } from 'pg';
import type { LiveKey } from './sign.js';

interface Row {
  keyId: string;
  kind: LiveKey['kind'];
  secret: Buffer;
}

/** A key made, and the only time that it is shown: `whsec_…` (shared secret) or `whpk_…` (public half). */
export interface MadeSecret {
  keyId: string;
  shown: string;
}

/** DER before the 32 bytes of an Ed25519 private key (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

const keyOf = ({ kind, secret }: Pick<Row, 'kind' | 'secret'>): KeyObject =>
  kind === 'v1'
    ? createSecretKey(secret)
    : createPrivateKey({ key: Buffer.concat([pkcs8, secret]), format: 'der', type: 'pkcs8' });

const shownOf = (row: Pick<Row, 'kind' | 'secret'>): string => {
  if (row.kind === 'v1') return `whsec_${row.secret.toString('base64')}`;
  const der = createPublicKey(keyOf(row)).export({ format: 'der', type: 'spki' });
  return `whpk_${der.subarray(-32).toString('base64')}`;
};

/**
 * The keys that sign webhooks. Needs a pool under kyogi_deliverer. A key signs once SecretRotated, which names it, is in the ledger
 * (migrations/0066): made but never named, it is of no use to anyone and is cleared away. The fact that ends the subscription, or sends it
 * another way, deletes it (migrations/0100).
 */
export class Secrets {
  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** Makes a key that does not sign yet. */
  async make(subscriptionId: string, kind: LiveKey['kind']): Promise<MadeSecret> {
    const made = { keyId: `key-${randomBytes(8).toString('hex')}`, kind, secret: randomBytes(32) };
    await this.pool.query(
      `INSERT INTO delivery.secrets (subscription_id, key_id, kind, secret, until) VALUES ($1, $2, $3, $4, '-infinity')`,
      [subscriptionId, made.keyId, kind, made.secret],
    );
    return { keyId: made.keyId, shown: shownOf(made) };
  }

  /** Forgets a key that was made for a rotation that did not come about. One that signs stays. */
  async discard(subscriptionId: string, keyId: string): Promise<void> {
    await this.pool.query(
      `DELETE FROM delivery.secrets WHERE subscription_id = $1 AND key_id = $2 AND until = '-infinity'`,
      [subscriptionId, keyId],
    );
  }

  /** Every key that signs now, the newest first; none: nothing may be sent. */
  async live(subscriptionId: string): Promise<LiveKey[]> {
    const { rows } = await this.pool.query<Row>(
      `SELECT key_id AS "keyId", kind, secret FROM delivery.secrets
       WHERE subscription_id = $1 AND (until IS NULL OR until > $2) ORDER BY made_at DESC`,
      [subscriptionId, this.clock.now()],
    );
    return rows.map((row) => ({ keyId: row.keyId, kind: row.kind, key: keyOf(row) }));
  }

  /** Whether a key of this kind signs until it is rotated. */
  async hasLasting(subscriptionId: string, kind: LiveKey['kind']): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'SELECT FROM delivery.secrets WHERE subscription_id = $1 AND kind = $2 AND until IS NULL',
      [subscriptionId, kind],
    );
    return rowCount !== 0;
  }

  /** Deletes the keys that have signed for the last time, and those made a day ago that never did. */
  async retire(): Promise<void> {
    await this.pool.query(
      `DELETE FROM delivery.secrets WHERE (until < $1 AND until > '-infinity')
       OR (until = '-infinity' AND made_at < clock_timestamp() - interval '1 day')`,
      [this.clock.now()],
    );
  }
}
