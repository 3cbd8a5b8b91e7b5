import { numberOf, type Delivered, type FeedEvent } from './chain.js';

/** A request that is not believed: answer it with 400. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused';
}

/** A request as it came: the body's bytes, not parsed. */
export interface WebhookRequest {
  headers: Headers | Readonly<Record<string, string | string[] | undefined>>;
  body: Uint8Array | string;
}

const headerOf = ({ headers }: WebhookRequest, name: string): string => {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  if (typeof value !== 'string') throw new WebhookRefused(`the header ${name} is missing`);
  return value;
};

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

interface Key {
  version: string;
  verify: (signature: Uint8Array<ArrayBuffer>, content: Uint8Array<ArrayBuffer>) => Promise<boolean>;
}

/** A secret `whsec_…` (v1, HMAC-SHA256) or a public key `whpk_…` (v1a, Ed25519). */
const keyOf = async (text: string): Promise<Key> => {
  const { subtle } = crypto;
  const bytes = bytesOf(text.slice(text.indexOf('_') + 1));
  if (text.startsWith('whsec_')) {
    const key = await subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
    return { version: 'v1', verify: (signature, content) => subtle.verify('HMAC', key, signature, content) };
  }
  if (!text.startsWith('whpk_')) throw new TypeError('a key begins with whsec_ or whpk_');
  const key = await subtle.importKey('raw', bytes, { name: 'Ed25519' }, false, ['verify']);
  return {
    version: 'v1a',
    verify: (signature, content) => subtle.verify('Ed25519', key, signature, content),
  };
};

const isSignedBy = async (
  key: Key,
  signatures: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<boolean> => {
  for (const signature of signatures.split(' ')) {
    const [version, encoded = ''] = signature.split(',');
    if (version === key.version && (await key.verify(bytesOf(encoded), content))) return true;
  }
  return false;
};

/**
 * The event in a webhook request, when one of the keys signed it within the last minutes (Standard Webhooks v1 and v1a).
 * @param keys what opening the subscription or rotating its secret answered; two during a rotation
 * @param toleranceSeconds how far the sender's clock may be from ours
 * @throws WebhookRefused
 */
export const openWebhook = async (
  request: WebhookRequest,
  keys: readonly string[],
  toleranceSeconds = 300,
): Promise<FeedEvent> => {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    headerOf(request, name),
  ) as [string, string, string];
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(Date.now() / 1_000 - Number(timestamp)) > toleranceSeconds)
    throw new WebhookRefused('the timestamp is not of now');
  const text = typeof request.body === 'string' ? request.body : new TextDecoder().decode(request.body);
  const content = new TextEncoder().encode(`${id}.${timestamp}.${text}`);
  const known = await Promise.all(keys.map(keyOf));
  const signed = await Promise.all(
    known.map((key) => isSignedBy(key, signatures, content).catch(() => false)),
  );
  if (!signed.includes(true)) throw new WebhookRefused('no known key has signed it');
  return JSON.parse(text) as FeedEvent;
};

/** Which deliveries of a subscription arrived by webhook: all up to `through`, and those of `beyond`. Keep it with their effects. */
export interface Taken {
  through: number;
  beyond: readonly number[];
}

/** Before the first delivery of a subscription. */
export const nothingTaken: Taken = { through: 0, beyond: [] };

const settledOf = (request: WebhookRequest): number => {
  const settled = Number(headerOf(request, 'kyogi-settled'));
  if (!Number.isSafeInteger(settled)) throw new WebhookRefused('kyogi-settled is not a number');
  return settled;
};

/**
 * Where a receiver begins that has kept nothing yet, by its first request: all that was settled then counts as taken, by whoever was there
 * before. Of a new subscription that is nothing. What was taken before and not settled yet comes again, or `lost` says it.
 */
export const takenBefore = (request: WebhookRequest): Taken => ({ through: settledOf(request), beyond: [] });

/** What is taken with one delivery more; the same object when it was taken before: then do nothing, and answer 204. */
export const take = (taken: Taken, { subsequence }: Pick<Delivered, 'subsequence'>): Taken => {
  const number = numberOf(subsequence);
  if (number <= taken.through || taken.beyond.includes(number)) return taken;
  const beyond = [...taken.beyond, number].sort((a, b) => a - b);
  let through = taken.through;
  while (beyond[0] === through + 1) through = beyond.shift() as number;
  return { through, beyond };
};

/**
 * Deliveries that are lost: the sender says with `kyogi-settled` up to which it has had an answer for every one, and these have not
 * arrived here. Fetch them by pull, after `taken.through`.
 */
export const lost = ({ through, beyond }: Taken, request: WebhookRequest): number[] => {
  const there = new Set(beyond);
  return Array.from({ length: Math.max(0, settledOf(request) - through) }, (_, i) => through + 1 + i).filter(
    (number) => !there.has(number),
  );
};
