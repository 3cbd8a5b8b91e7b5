import type { Egress, Receipt } from '../egress/post.js';
import { Unreachable, Refused } from '../egress/failures.js';
import { deliveryText } from '../feed/delivery-text.js';
import { gapText } from '../feed/gap-text.js';
import { digits20 } from '#contracts';
import { signed, type LiveKey } from '../webhooks/sign.js';
import type { Item, Outcome } from './item.js';
import { patienceFor } from './schedule.js';

export interface Receiver {
  /** The subscription. */
  id: string;
  url: string;
  keys: readonly LiveKey[];
}

export interface Sending {
  egress: Pick<Egress, 'post'>;
  /** Milliseconds until a try counts as failed. */
  timeoutMs: number;
}

/** What goes out for a delivery: the same id and bytes at every try and every replay. */
const letterOf = (subscriptionId: string, item: Item): { id: string; body: string } => {
  const [number, text] = [digits20(item.seq), deliveryText(item.event, item.seq)];
  const { row } = item;
  return row?.state === 'parked'
    ? {
        id: `${subscriptionId}.gap-${number}`,
        body: gapText(text, { reason: row.reason ?? '', attempts: row.attempts }),
      }
    : { id: `${subscriptionId}.${number}`, body: text };
};

/** Characters of what a receiver said that are kept. */
const MAX_ERROR = 300;

/** What of a text is kept. PostgreSQL takes neither NUL nor half a character, and refuses with it all that is written beside it. */
const kept = (text: string): string =>
  text
    .slice(0, MAX_ERROR)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replaceAll('\0', ' ');

const outcomeOf = ({ status, retryAfterMs, body }: Receipt): Outcome => {
  if (status >= 200 && status < 300) return { kind: 'taken' };
  if (status === 410) return { kind: 'gone' };
  const wait = patienceFor(status, retryAfterMs);
  const error = kept(`HTTP ${status}${body === '' ? '' : `: ${body}`}`);
  return { kind: 'failed', status, error, ...(wait !== undefined && { retryAfterMs: wait }) };
};

/** One try. `settled`: every delivery up to this number was taken or told of as a gap. */
export const send = async (
  { egress, timeoutMs }: Sending,
  { id: subscriptionId, url, keys }: Receiver,
  item: Item,
  { settled, replayed = false }: { settled: number; replayed?: boolean },
): Promise<Outcome> => {
  const { id, body } = letterOf(subscriptionId, item);
  const headers = {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    ...signed(keys, { id, timestamp: Math.floor(Date.now() / 1_000), body }),
    'kyogi-settled': digits20(settled),
    ...(replayed && { 'kyogi-replayed': 'true' }),
  };
  try {
    return outcomeOf(await egress.post(url, { headers, body, timeoutMs }));
  } catch (error) {
    if (error instanceof Unreachable || error instanceof Refused)
      return { kind: 'failed', error: kept(error.message) };
    throw error;
  }
};
