import { isPassing, type Access } from './access.js';
import { ChainBroken, follows, numberOf, type Delivered, type FeedEvent } from './chain.js';
import type { Cursor } from './cursor.js';
import { acknowledge, pullDeliveries, streamDeliveries } from './deliveries.js';
import { backoff, pause } from './pause.js';

/** What a consumer is. */
export interface Consumption extends Access {
  /** ULID of the subscription. */
  subscription: string;
  /** Where the number of the last delivery that was dealt with is kept. */
  cursor: Cursor;
  /** `pull` (long poll, the default) or `sse`. */
  via?: 'pull' | 'sse';
  /** By sse: only looks on; the server's account of what was dealt with stays where it is. */
  onlooker?: boolean;
  /** Ends the consumption. */
  signal?: AbortSignal;
  /** Told of every passing fault; the consumer tries again by itself. */
  onFault?: (error: unknown) => void;
  /** Deliveries asked for at once by pull (100). */
  limit?: number;
}

/** Seconds that a long poll waits. */
const WAIT = 25;
/** Deliveries after which a stream acknowledges. */
const ACKNOWLEDGE_EVERY = 100;

/** Milliseconds before an empty answer is asked for again that did not wait. */
const UNWAITED = 1_000;

/** Times that the same gap is read again before it is believed. */
const READ_AGAIN = 3;

/**
 * Every delivery of a subscription, in order, none left out: `for await (const event of consume({…})) { … }`. A delivery counts as dealt
 * with when the next is asked for; then its number is saved. So after a crash at most the last one comes again: deal with it by its
 * `id`. Lost connections and passing refusals are tried again; a gap is told to `onFault` and read again from before it.
 * @throws ChainBroken when the gap stays; KyogiProblem for a refusal that stays, such as `feed-expired` (410): what came before is not
 *   kept any more, and nothing was skipped
 */
export async function* consume(settings: Consumption): AsyncGenerator<FeedEvent, void, void> {
  const { cursor, signal, onFault } = settings;
  let after = await cursor.load();
  for (let [failures, gaps] = [0, 0]; !signal?.aborted;) {
    try {
      for await (const event of deliveriesAfter(settings, after)) {
        // Without a cursor the server's account says where to begin.
        const number = follows(after ?? numberOf(event.prevsequence), event);
        [failures, gaps] = [0, 0];
        if (number === undefined) continue;
        yield event as FeedEvent;
        await cursor.save(number);
        after = number;
      }
      // A stream that ends as soon as it begins is no reason to begin it as fast as we can.
      await pause(backoff(failures++, undefined), signal);
    } catch (error) {
      if (signal?.aborted) return;
      if (error instanceof ChainBroken ? ++gaps >= READ_AGAIN : !isPassing(error)) throw error;
      onFault?.(error);
      await pause(backoff(failures++, error), signal);
    }
  }
}

async function* deliveriesAfter(settings: Consumption, after: number | undefined): AsyncGenerator<Delivered> {
  const { via = 'pull', subscription, signal, limit = 100 } = settings;
  if (via === 'sse') {
    yield* streamed(settings, after);
    return;
  }
  const page = { subscription, limit, wait: WAIT, signal };
  let last = after;
  while (!signal?.aborted) {
    const asked = performance.now();
    const found = await pullDeliveries(settings, { ...page, after: last });
    yield* found;
    const end = found.at(-1);
    if (end) last = numberOf(end.subsequence);
    else if (performance.now() - asked < UNWAITED) await pause(UNWAITED, signal);
  }
}

/** A stream, acknowledged as its reader comes along. */
async function* streamed(settings: Consumption, after: number | undefined): AsyncGenerator<Delivered> {
  const { subscription, signal, onlooker = false } = settings;
  let said = after ?? 0;
  for await (const event of streamDeliveries(settings, { subscription, after, signal })) {
    yield event;
    const taken = numberOf(event.subsequence);
    if (onlooker || taken - said < ACKNOWLEDGE_EVERY) continue;
    await acknowledge(settings, subscription, taken);
    said = taken;
  }
}
