import { createHmac, sign, type KeyObject } from 'node:crypto';

/** A key that signs now. v1: HMAC-SHA256; v1a: Ed25519. */
export interface LiveKey {
  keyId: string;
  kind: 'v1' | 'v1a';
  key: KeyObject;
}

/** One request: `id` stays through all its tries, `timestamp` (whole seconds since 1970) is of this one. */
export interface Signable {
  id: string;
  timestamp: number;
  body: string | Buffer;
}

const signatureOf = ({ kind, key }: LiveKey, content: Buffer): string =>
  kind === 'v1'
    ? `v1,${createHmac('sha256', key).update(content).digest('base64')}`
    : `v1a,${sign(null, content, key).toString('base64')}`;

/** The headers of Standard Webhooks 1.0, with a signature by every key: whoever knows one of them can check it. */
export const signed = (
  keys: readonly LiveKey[],
  { id, timestamp, body }: Signable,
): Record<string, string> => {
  const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), Buffer.from(body)]);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': keys.map((key) => signatureOf(key, content)).join(' '),
  };
};
