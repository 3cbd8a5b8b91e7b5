import { createHmac, createPublicKey, verify } from 'node:crypto';
import { pool } from '#platform';
import type { Pool } from 'pg';
import { Webhook } from 'standardwebhooks';
import { delivery } from '../../apps/delivery/src/app';
import { Secrets } from '../../apps/delivery/src/webhooks/secrets';
import { signed } from '../../apps/delivery/src/webhooks/sign';
import { newDossierId, newKey, TestApp, type Answered } from '../support/app';
import { query } from '../support/database';
import { change } from './subscriber';

const body = JSON.stringify({ specversion: '1.0', 機密性: 2 });
const hour = 3_600_000;

/** Reads `v1a,<signature>` as the specification has it, with nothing of ours. */
const verifiesAsymmetric = (shown: string, headers: Record<string, string>, content: string): boolean => {
  const [, encoded = ''] = /^whpk_([A-Za-z0-9+/]{43}=)$/.exec(shown) ?? [];
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(encoded, 'base64').toString('base64url') },
    format: 'jwk',
  });
  const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${content}`;
  return (headers['webhook-signature'] ?? '').split(' ').some((part) => {
    const [version, signature = ''] = part.split(',');
    return version === 'v1a' && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  });
};

const verifiesShared = (shown: string, headers: Record<string, string>, content: string): boolean => {
  try {
    new Webhook(shown).verify(content, headers);
    return true;
  } catch {
    return false;
  }
};

describe('the keys of a webhook', () => {
  let app: TestApp;
  let deliverer: Pool;
  let secrets: Secrets;
  let ahead = 0;

  beforeAll(async () => {
    app = await TestApp.start(delivery);
    await app.register('liaison', 'LIAISON', 'METI');
    await app.register('desk', 'DESK', 'METI');
    await app.register('other', 'LIAISON', 'MOF');
    deliverer = pool(app.database.url, 'kyogi_deliverer');
    secrets = new Secrets(deliverer, { now: () => new Date(Date.now() + ahead) });
  });
  afterEach(() => (ahead = 0));
  afterAll(async () => {
    await deliverer?.end();
    await app?.close();
  });

  const open = (id: string, signature: 'v1' | 'v1a', key = newKey()): Promise<Answered> => {
    const transport = { kind: 'webhook', url: 'https://hooks.invalid/kyogi', signature };
    const terms = { organ: 'METI', name: 'a test', transport };
    return change(app, 'liaison', id, 'open-subscription', terms, { 'idempotency-key': key });
  };
  const opened = async (signature: 'v1' | 'v1a'): Promise<{ id: string; secret: string }> => {
    const id = newDossierId();
    const { json } = await open(id, signature);
    return { id, secret: json.secret as string };
  };
  const rotate = (id: string, data: object = {}, key = newKey(), person = 'liaison'): Promise<Answered> =>
    change(app, person, id, 'rotate-secret', data, { 'idempotency-key': key });
  const headersFor = async (id: string): Promise<Record<string, string>> =>
    signed(await secrets.live(id), { id: `${id}.1`, timestamp: Math.floor(Date.now() / 1_000), body });
  const kept = (id: string) =>
    query(app.database.url, 'SELECT key_id, until FROM delivery.secrets WHERE subscription_id = $1', [id]);
  const rotations = (id: string) =>
    query(app.database.url, `SELECT data FROM events WHERE stream_id = $1 AND type = 'SecretRotated'`, [id]);

  it('are shown when it is opened, and verified by the package of Standard Webhooks (v1)', async () => {
    const { id, secret } = await opened('v1');
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const headers = await headersFor(id);
    expect(verifiesShared(secret, headers, body)).toBe(true);
    expect(verifiesShared(secret, headers, `${body} `)).toBe(false);
    expect(verifiesShared(secret, { ...headers, 'webhook-id': `${id}.2` }, body)).toBe(false);
    const later = String(Number(headers['webhook-timestamp']) + 1);
    expect(verifiesShared(secret, { ...headers, 'webhook-timestamp': later }, body)).toBe(false);
    expect(verifiesShared((await opened('v1')).secret, headers, body)).toBe(false);
  });

  it('are, as the public half, enough to verify what only we can sign (v1a)', async () => {
    const { id, secret } = await opened('v1a');
    const headers = await headersFor(id);
    expect(verifiesAsymmetric(secret, headers, body)).toBe(true);
    expect(verifiesAsymmetric(secret, headers, `${body} `)).toBe(false);
    expect(verifiesAsymmetric(secret, { ...headers, 'webhook-id': `${id}.2` }, body)).toBe(false);
    expect(verifiesAsymmetric((await opened('v1a')).secret, headers, body)).toBe(false);
    expect(headers['webhook-signature']).toMatch(/^v1a,[A-Za-z0-9+/]{86}==$/);
  });

  it('sign both during the overlap, and then the new one alone', async () => {
    const { id, secret: old } = await opened('v1');
    const { json } = await rotate(id, { overlapHours: 24 });
    const both = await headersFor(id);
    expect(both['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const secret of [old, json.secret as string]) expect(verifiesShared(secret, both, body)).toBe(true);
    ahead = 25 * hour;
    const one = await headersFor(id);
    expect([old, json.secret as string].map((secret) => verifiesShared(secret, one, body))).toEqual([
      false,
      true,
    ]);
    await secrets.retire();
    expect(await kept(id)).toHaveLength(1);
  });

  it('end at once when the overlap is none, also those that an earlier rotation let go on', async () => {
    const { id } = await opened('v1');
    await rotate(id, { overlapHours: 168 });
    const { json } = await rotate(id, { overlapHours: 0 });
    const headers = await headersFor(id);
    expect(headers['webhook-signature']?.split(' ')).toHaveLength(1);
    expect(verifiesShared(json.secret as string, headers, body)).toBe(true);
  });

  it('follow the signature when it is changed: the old key goes on for a day', async () => {
    const { id, secret: old } = await opened('v1');
    const transport = { kind: 'webhook', url: 'https://hooks.invalid/kyogi', signature: 'v1a' };
    const { json } = await change(app, 'liaison', id, 'change-subscription', { transport });
    const headers = await headersFor(id);
    expect(verifiesShared(old, headers, body)).toBe(true);
    expect(verifiesAsymmetric(json.secret as string, headers, body)).toBe(true);
  });

  it('are shown once and made once for one Idempotency-Key, however often it is repeated', async () => {
    const [id, first, second] = [newDossierId(), newKey(), newKey()];
    const answers = [await open(id, 'v1', first), await open(id, 'v1', first)];
    answers.push(
      ...(await Promise.all([1, 2, 3].map(() => rotate(id, {}, second)))),
      await rotate(id, {}, second),
    );
    expect(answers.every(({ status }) => status < 300)).toBe(true);
    expect(answers.filter(({ json }) => json.secret !== undefined)).toHaveLength(2);
    expect(await rotations(id)).toHaveLength(2);
    expect(await kept(id)).toHaveLength(2);
    expect(answers.at(-1)?.headers.get('idempotency-replayed')).toBe('true');
    expect((await rotate(id, { overlapHours: 1 }, second)).json.type).toMatch(/key-reused$/);
  });

  it('are rotated by the organ alone, and for webhooks alone; a refusal leaves none behind', async () => {
    const { id } = await opened('v1');
    expect((await rotate(id, {}, newKey(), 'other')).status).toBe(404);
    expect((await rotate(id, {}, newKey(), 'desk')).status).toBe(403);
    expect((await rotate(newDossierId())).status).toBe(404);
    expect((await rotate('no-id')).status).toBe(400);
    expect((await rotate(id, { overlapHours: 169 })).status).toBe(400);
    const pulled = newDossierId();
    const terms = { organ: 'METI', name: 'by pull', transport: { kind: 'pull' } };
    expect((await change(app, 'liaison', pulled, 'open-subscription', terms)).json.secret).toBe(undefined);
    expect((await rotate(pulled)).status).toBe(409);
    expect(await kept(id)).toHaveLength(1);
    expect(await kept(pulled)).toHaveLength(0);
  });

  it('do not sign before the ledger names them', async () => {
    const { id } = await opened('v1');
    const { keyId } = await secrets.make(id, 'v1');
    expect((await secrets.live(id)).map((key) => key.keyId)).not.toContain(keyId);
    await secrets.discard(id, keyId);
    expect(await kept(id)).toHaveLength(1);
  });

  it('are in no event, and no role but the deliverer reads them', async () => {
    const { id, secret } = await opened('v1');
    const [row] = await query(
      app.database.url,
      `SELECT string_agg(to_jsonb(e)::text, ' ') AS all FROM events e WHERE stream_id = $1`,
      [id],
    );
    const bytes = Buffer.from(secret.slice(6), 'base64');
    for (const form of [secret.slice(6), bytes.toString('hex'), bytes.toString('base64url')])
      expect(row?.all).not.toContain(form);
    const roles = [
      'kyogi_app',
      'kyogi_projector',
      'kyogi_reader',
      'kyogi_sequencer',
      'kyogi_verifier',
      'kyogi_notary',
    ] as const;
    for (const role of roles) {
      const other = pool(app.database.url, role, { size: 1 });
      await expect(other.query('SELECT secret FROM delivery.secrets')).rejects.toThrow(/permission denied/);
      await other.end();
    }
    expect((await deliverer.query('SELECT secret FROM delivery.secrets LIMIT 1')).rowCount).toBe(1);
  });

  it('would not be taken for those of known-bad signers, which leave out the id or the time', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const key = Buffer.from(secret.slice(6), 'base64');
    const [id, timestamp] = ['msg_p5jXN8AQM9LWM0D4loKWxJek', Math.floor(Date.now() / 1_000)];
    const bad = [`${timestamp}.${body}`, body, `${id}.${body}`, `${id}:${timestamp}:${body}`].map(
      (text) => `v1,${createHmac('sha256', key).update(text).digest('base64')}`,
    );
    const headers = { 'webhook-id': id, 'webhook-timestamp': String(timestamp) };
    for (const signature of bad)
      expect(verifiesShared(secret, { ...headers, 'webhook-signature': signature }, body)).toBe(false);
  });
});
