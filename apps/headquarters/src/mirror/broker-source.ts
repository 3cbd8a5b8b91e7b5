import { AckPolicy, DeliverPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { Consumer, JetStreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { ledgerStream, type OmittedEvent, type WholeEvent } from '#contracts';
import { connectNats, firstFrom, lastMessage, storedNumber, type NatsSettings } from '#platform';
import type { Copying, MirrorObserver } from './copying.js';
import type { Source } from './mirror.js';

/** Messages in one transaction at most. */
const BATCH = 256;
/** Milliseconds after which a silent consumer is doubted. */
const QUIET_MS = 3_000;
/** Milliseconds after which one is given up that does not even say that it has nothing: its server is gone, and the client does not tell. */
const DEAD_MS = 5_000;
/** Milliseconds for which the servers keep a consumer that nobody asks. */
const FORGOTTEN_MS = 60_000;

/**
 * Copies from JetStream. Order and completeness are those of positions, not of the broker: a consumer only lasts as long as nothing is
 * strange, and the next one begins where this database ends. Ends with an error when the stream or the server is gone.
 */
export const brokerSource =
  (nats: NatsSettings, subject: string): Source =>
  async (copying, observer, signal) => {
    const nc = await connectNats(nats);
    const end = () => void nc.close();
    signal.addEventListener('abort', end);
    try {
      const jsm = await jetstreamManager(nc);
      while (!signal.aborted) await consume(nc, jsm, subject, copying, observer, signal);
    } finally {
      signal.removeEventListener('abort', end);
      await nc.close();
    }
  };

/** Until the consumer has nothing although the stream has, or it fails. */
const consume = async (
  nc: NatsConnection,
  jsm: JetStreamManager,
  subject: string,
  copying: Copying,
  observer: MirrorObserver,
  signal: AbortSignal,
): Promise<void> => {
  const consumer = await consumerFrom(nc, jsm, subject, await copying.begin());
  while (!signal.aborted) {
    const before = copying.position;
    const answers = await takeBatch(consumer, copying, observer);
    if (answers && copying.position > before) continue;
    // Nothing came. Either there is nothing, or the broker does not say so: by pull that can be told apart.
    await copying.fill();
    const last = await lastMessage(jsm, ledgerStream, subject);
    const lag = (last ? storedNumber(last) : 0) - copying.position;
    observer.onLag(Math.max(0, lag));
    if (lag > 0 || !answers) return;
  }
};

const consumerFrom = async (
  nc: NatsConnection,
  jsm: JetStreamManager,
  subject: string,
  position: number,
): Promise<Consumer> => {
  const first = await firstFrom(jsm, ledgerStream, subject, position);
  const { state } = await jsm.streams.info(ledgerStream);
  const { name } = await jsm.consumers.add(ledgerStream, {
    ...{ ack_policy: AckPolicy.None, filter_subject: subject, mem_storage: true, num_replicas: 1 },
    ...{ deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: first?.seq ?? state.last_seq + 1 },
    inactive_threshold: FORGOTTEN_MS * 1_000_000,
  });
  return jetstream(nc).consumers.get(ledgerStream, name);
};

/**
 * Takes what there is, in pieces that end where nothing more waits, so that an event is not kept waiting for the next.
 * @returns false when the consumer does not answer any more
 */
const takeBatch = async (
  consumer: Consumer,
  copying: Copying,
  observer: MirrorObserver,
): Promise<boolean> => {
  const messages = await consumer.fetch({ max_messages: BATCH, expires: QUIET_MS });
  let dead = false;
  const giveUp = () => {
    dead = true;
    messages.stop();
  };
  let timer = setTimeout(giveUp, DEAD_MS);
  let batch: (WholeEvent | OmittedEvent)[] = [];
  try {
    for await (const message of messages) {
      clearTimeout(timer);
      batch.push(message.json<WholeEvent | OmittedEvent>());
      if (message.info.pending === 0 || batch.length === BATCH) {
        await copying.take(batch);
        observer.onLag(message.info.pending);
        batch = [];
      }
      timer = setTimeout(giveUp, DEAD_MS);
    }
  } finally {
    clearTimeout(timer);
  }
  await copying.take(batch);
  return !dead;
};
