import { request, type Access } from './access.js';
import { KyogiProblem } from './problem.js';
import type { Delivered } from './chain.js';
import { serverSentEvents } from './server-sent-events.js';

/** Which deliveries, and how many at once. */
export interface Page {
  subscription: string;
  /** Number of the last one that was dealt with: it and all before are acknowledged by asking. Absent: where the server's account is. */
  after?: number | undefined;
  /** At most (100). */
  limit?: number;
  /** Seconds to wait when there is none (0 to 30). */
  wait?: number;
  signal?: AbortSignal | undefined;
}

/** Milliseconds beyond its own wait after which an answer is not waited for any more. */
const PATIENCE_MS = 20_000;
/** Milliseconds of silence, three heartbeats, after which a stream is taken for dead. */
const SILENCE_MS = 45_000;

const until = (signal: AbortSignal | undefined, other: AbortSignal): AbortSignal =>
  signal ? AbortSignal.any([signal, other]) : other;

/** The next deliveries of a subscription, in order; none when nothing came within the time. */
export const pullDeliveries = async (
  access: Access,
  { subscription, after, limit = 100, wait = 0, signal }: Page,
): Promise<Delivered[]> => {
  const query = new URLSearchParams({ subscription, limit: String(limit), wait: String(wait) });
  if (after !== undefined) query.set('after', String(after));
  const patience = until(signal, AbortSignal.timeout(wait * 1_000 + PATIENCE_MS));
  const response = await request(access, `/v1/events?${query}`, { signal: patience });
  return (await response.json()) as Delivered[];
};

/** Deliveries of a subscription as they come, over server-sent events. Ends when the connection does; throws when the server ends it for good. */
export async function* streamDeliveries(
  access: Access,
  { subscription, after, signal }: Omit<Page, 'limit' | 'wait'>,
): AsyncGenerator<Delivered> {
  const query = new URLSearchParams({ subscription, ...(after !== undefined && { after: String(after) }) });
  const silence = new AbortController();
  let watch = setTimeout(() => undefined);
  const heard = (): void => {
    clearTimeout(watch);
    watch = setTimeout(() => silence.abort(new Error('the stream fell silent')), SILENCE_MS);
  };
  heard();
  try {
    const response = await request(access, `/v1/events/stream?${query}`, {
      signal: until(signal, silence.signal),
    });
    if (!response.body) throw new RangeError('the stream has no body');
    for await (const { event, data } of serverSentEvents(response.body, heard)) {
      const value = JSON.parse(data) as Delivered;
      if (event === 'end') throw ended(value);
      yield value;
    }
  } finally {
    clearTimeout(watch);
  }
}

const ended = ({ type, detail, ...document }: { type: string; detail?: unknown }): KyogiProblem =>
  new KyogiProblem(type === 'feed-expired' ? 410 : 409, type, String(detail), { type, detail, ...document });

/** Says that all deliveries up to a number were dealt with. */
export const acknowledge = async (access: Access, subscription: string, through: number): Promise<void> => {
  await request(access, `/v1/subscriptions/${subscription}/acknowledge`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ through }),
  });
};
