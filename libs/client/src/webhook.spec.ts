import * as fc from 'fast-check';
import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { lost, nothingTaken, openWebhook, take, WebhookRefused, type Taken } from './webhook.js';

const digits = (n: number): string => String(n).padStart(20, '0');
const delivery = (n: number) => ({
  ...{ id: `event-${n}`, type: 'org.kyogi.dossier-filed.v1', sequence: digits(n) },
  ...{ subsequence: digits(n), prevsequence: digits(n - 1) },
});
const secret = randomBytes(32);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const whsec = `whsec_${secret.toString('base64')}`;
const whpk = `whpk_${publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')}`;
const now = (): number => Math.floor(Date.now() / 1_000);

const request = (at = now(), body = JSON.stringify(delivery(1))) => {
  const content = `msg_1.${at}.${body}`;
  const v1 = createHmac('sha256', secret).update(content).digest('base64');
  const v1a = sign(null, Buffer.from(content), privateKey).toString('base64');
  const headers = {
    ...{ 'webhook-id': 'msg_1', 'webhook-timestamp': String(at), 'kyogi-settled': '0' },
    'webhook-signature': `v1,${v1} v1a,${v1a}`,
  };
  return { headers, body };
};

describe('opening a webhook', () => {
  it.each([
    ['a shared secret', whsec],
    ['a public key', whpk],
  ])('believes what is signed with %s, in whichever form the request comes', async (_, key) => {
    const { headers, body } = request();
    expect(await openWebhook({ headers, body }, [key])).toEqual(delivery(1));
    const asBytes = { headers: new Headers(headers), body: new TextEncoder().encode(body) };
    expect(await openWebhook(asBytes, [whsec, whpk])).toEqual(delivery(1));
  });

  it('takes either key during a rotation', async () => {
    const other = `whsec_${randomBytes(32).toString('base64')}`;
    expect(await openWebhook(request(), [other, whsec])).toEqual(delivery(1));
    await expect(openWebhook(request(), [other])).rejects.toThrow(WebhookRefused);
  });

  it('refuses another body, an old request, and one without signature', async () => {
    const { headers, body } = request();
    await expect(openWebhook({ headers, body: `${body} ` }, [whsec, whpk])).rejects.toThrow('no known key');
    await expect(openWebhook(request(now() - 301), [whsec])).rejects.toThrow('not of now');
    await expect(openWebhook(request(now() + 301), [whsec])).rejects.toThrow('not of now');
    const bare = { body, headers: { ...headers, 'webhook-signature': undefined } };
    await expect(openWebhook(bare, [whsec])).rejects.toThrow('webhook-signature is missing');
    const garbled = { body, headers: { ...headers, 'webhook-signature': 'v1,%%% v1a v1,' } };
    await expect(openWebhook(garbled, [whsec])).rejects.toThrow('no known key');
  });
});

const settledAt = (n: number) => ({ headers: { 'kyogi-settled': String(n) }, body: '' });

describe('what arrived by webhook', () => {
  it('is counted once, in whatever order it comes (property)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 80 }), (numbers) => {
        const taken = numbers.reduce<Taken>((state, n) => take(state, delivery(n)), nothingTaken);
        const there = new Set(numbers);
        const arrived = (n: number): boolean => n <= taken.through || taken.beyond.includes(n);
        for (let n = 1; n <= 31; n++) expect(arrived(n)).toBe(there.has(n));
        for (const n of numbers) expect(take(taken, delivery(n))).toBe(taken);
        // What was settled and is not there is lost, and nothing else.
        const settled = Math.max(0, ...numbers);
        const missing = Array.from({ length: settled }, (_, i) => i + 1).filter((n) => !there.has(n));
        expect(lost(taken, settledAt(settled))).toEqual(missing);
      }),
      { seed: 7 },
    );
  });

  it('is lost only when the sender has settled it: what is under way may still come', () => {
    const taken = take(nothingTaken, delivery(3));
    expect(lost(taken, settledAt(0))).toEqual([]);
    expect(lost(taken, settledAt(3))).toEqual([1, 2]);
  });
});
