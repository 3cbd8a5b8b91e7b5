import type { JetStreamManager, StoredMsg } from '@nats-io/jetstream';

/** Number in a message id: the position of `17`, the subsequence of `<subscription>.17`. */
export const numberOf = (id: string): number => Number(id.slice(id.lastIndexOf('.') + 1));

/** Number of a stored message. */
export const storedNumber = (message: StoredMsg): number => numberOf(message.header.get('Nats-Msg-Id'));

/** The last message of a subject, by the word of the leader; undefined when there is none. Throws when there is no such stream. */
export const lastMessage = async (
  jsm: JetStreamManager,
  stream: string,
  subject: string,
): Promise<StoredMsg | undefined> =>
  (await jsm.streams.getMessage(stream, { last_by_subj: subject })) ?? undefined;

const nextMessage = (jsm: JetStreamManager, stream: string, subject: string, seq: number) =>
  // Servers know this form since 2.9; the client's type for it is that of another call.
  jsm.streams.getMessage(stream, { seq, next_by_subj: subject } as unknown as { seq: number });

/**
 * The first message of a subject whose number is `number` or higher; undefined when there is none yet. Numbers of a subject rise in a
 * stream, so it is found by halving, whatever was deleted between.
 */
export const firstFrom = async (
  jsm: JetStreamManager,
  stream: string,
  subject: string,
  number: number,
): Promise<StoredMsg | undefined> => {
  const { state } = await jsm.streams.info(stream);
  let [low, high] = [Math.max(1, state.first_seq), state.last_seq + 1];
  let found: StoredMsg | undefined;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const message = await nextMessage(jsm, stream, subject, middle);
    if (message && storedNumber(message) < number) low = message.seq + 1;
    else {
      high = middle;
      found = message ?? found;
    }
  }
  return found;
};
