import { pool } from '#platform';
import { Webhook } from 'standardwebhooks';
import { Secrets } from '../../apps/delivery/src/webhooks/secrets';
import { newDossierId } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';
import { announceTo } from './announce';
import type { Got, Hook } from './hook';
import { dossiers, HookDesk } from './hook-desk';

let desk: HookDesk;
beforeAll(async () => {
  desk = await HookDesk.open(3);
}, 90_000);
afterAll(() => desk?.close());

const transportTo = (hook: Hook) => ({ kind: 'webhook', url: hook.url, signature: 'v1' });
const opened = async (hook: Hook, organ: string): Promise<{ id: string; secret: string }> => {
  const id = newDossierId();
  const terms = { organ: 'METI', name: 'a test', filter: { organs: [organ] }, transport: transportTo(hook) };
  const { json } = await desk.change(id, 'open-subscription', terms);
  return { id, secret: json.secret as string };
};
const kept = (id: string) =>
  query(desk.app.database.url, 'SELECT key_id FROM delivery.secrets WHERE subscription_id = $1', [id]);
const isSignedWith = (secret: string, { body, headers }: Got): boolean => {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
};

describe('the keys of a webhook', () => {
  it('go with the end of its subscription, and nothing that is sent meanwhile goes without them', async () => {
    const hook = desk.hooks[0]!;
    const { id, secret } = await opened(hook, 'ENDING');
    hook.answer = () => ({ status: 204, afterMs: 100 });
    await announceTo(desk.app.database.url, dossiers(2_000), 'ENDING');
    await eventually(() => expect(hook.got.length).toBeGreaterThan(50));
    expect((await desk.change(id, 'end-subscription', { reason: '用済み' })).status).toBe(200);
    expect(await kept(id)).toEqual([]);
    await eventually(async () => {
      const [cursor] = await query(
        desk.app.database.url,
        'SELECT leased_until FROM delivery.cursors WHERE subscription_id = $1',
        [id],
      );
      expect(cursor).toEqual({ leased_until: null });
    });
    expect(hook.got.filter((got) => !isSignedWith(secret, got))).toEqual([]);
    // It was ended in the midst of it.
    expect(hook.got.length).toBeLessThan(2_000);
  });

  it('go when it is sent another way; who makes it a webhook again is shown another', async () => {
    const hook = desk.hooks[1]!;
    const { id, secret: old } = await opened(hook, 'CHANGING');
    expect(await kept(id)).toHaveLength(1);
    const pulled = await desk.change(id, 'change-subscription', { transport: { kind: 'pull' } });
    expect([pulled.status, pulled.json.secret, await kept(id)]).toEqual([200, undefined, []]);
    const renamed = await desk.change(id, 'change-subscription', { transport: transportTo(hook) });
    const secret = renamed.json.secret as string;
    expect(secret).toMatch(/^whsec_/);
    expect(secret).not.toBe(old);
    hook.answer = (got) => (isSignedWith(secret, got) ? 204 : 401);
    await announceTo(desk.app.database.url, dossiers(5), 'CHANGING');
    await eventually(() => expect(hook.taken).toHaveLength(5), 20_000);
    await desk.change(id, 'change-subscription', { name: 'the same way', transport: transportTo(hook) });
    expect(await kept(id)).toHaveLength(1);
  }, 30_000);

  it('that no rotation has named yet are left to it, and cleared away a day later', async () => {
    const { id } = await opened(desk.hooks[2]!, 'NONE');
    const deliverer = pool(desk.app.database.url, 'kyogi_deliverer', { size: 1 });
    const secrets = new Secrets(deliverer, desk.clock);
    const { keyId } = await secrets.make(id, 'v1');
    await desk.change(id, 'end-subscription', { reason: '用済み' });
    expect(await kept(id)).toEqual([{ key_id: keyId }]);
    await secrets.retire();
    expect(await kept(id)).toHaveLength(1);
    await query(
      desk.app.database.url,
      `UPDATE delivery.secrets SET made_at = made_at - interval '25 hours' WHERE key_id = $1`,
      [keyId],
    );
    await secrets.retire();
    expect(await kept(id)).toEqual([]);
    await deliverer.end();
  });
});
