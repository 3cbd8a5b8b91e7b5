import { headers, type NatsConnection } from '@nats-io/transport-node';
import type { JetStreamClient, JetStreamManager } from '@nats-io/jetstream';
import type { StreamSettings } from './streams.js';
import { haveStream } from './streams.js';

/** What is to be published. `id` ends in its number (position or subsequence). */
export interface Message {
  subject: string;
  id: string;
  body: string;
}

/** Publishes that wait for their acknowledgement at once at most. */
export const WINDOW = 256;
/** Bytes that wait at once at most, unless one message is larger. */
const WINDOW_BYTES = 8_388_608;
/** Milliseconds to wait for an acknowledgement. */
const ACK_MS = 5_000;
/** What the headers of a message may take beside its body, bytes. */
const HEADROOM = 1_024;

/**
 * One stream with one writer. Every message names the one it expects before it, so that of messages under way together none is stored
 * behind a gap, and of two writers that both believe to be the one only one goes on.
 */
export class Chain {
  /** Id of the last message of the stream; '' when it has none that is known. */
  private last = '';
  /** What the stream itself takes, bytes, where an operator has set a limit. */
  private limit = Infinity;

  constructor(
    private readonly nc: NatsConnection,
    private readonly js: JetStreamClient,
    readonly jsm: JetStreamManager,
    private readonly settings: StreamSettings,
  ) {}

  get stream(): string {
    return this.settings.name;
  }

  /** Whether a message fits into what the server, and the stream, takes. */
  takes({ body }: Message): boolean {
    const limit = Math.min(this.limit, this.nc.info?.max_payload ?? 1_048_576);
    return Buffer.byteLength(body) + HEADROOM <= limit;
  }

  /** Makes the stream when it is not there, and looks where it ends. */
  async sync(): Promise<void> {
    const { state, config } = await haveStream(this.jsm, this.settings);
    this.limit = config.max_msg_size > 0 ? config.max_msg_size : Infinity;
    // The last one may have been deleted: then nothing is expected before the next.
    const last =
      state.messages > 0 && (await this.jsm.streams.getMessage(this.stream, { seq: state.last_seq }));
    this.last = last ? last.header.get('Nats-Msg-Id') : '';
  }

  /**
   * Publishes in order and waits until all are acknowledged, at most WINDOW at a time. Throws when one was not: where the stream ends is
   * then unknown, and `sync` must be called.
   */
  async send(messages: readonly Message[]): Promise<void> {
    for (let from = 0; from < messages.length;) {
      const until = this.windowFrom(messages, from);
      const acks = messages.slice(from, until).map((message) => this.publish(message));
      const failed = (await Promise.allSettled(acks)).find(({ status }) => status === 'rejected');
      if (failed) throw (failed as PromiseRejectedResult).reason;
      from = until;
    }
  }

  private windowFrom(messages: readonly Message[], from: number): number {
    let until = from;
    for (let bytes = 0; until < messages.length && until - from < WINDOW; until++) {
      bytes += messages[until]!.body.length;
      if (bytes > WINDOW_BYTES && until > from) break;
    }
    return until;
  }

  private async publish({ subject, id, body }: Message): Promise<void> {
    const before = this.last;
    this.last = id;
    const named = headers();
    named.set('Content-Type', this.settings.contentType);
    const { duplicate } = await this.js.publish(subject, body, {
      ...{ msgID: id, headers: named, timeout: ACK_MS },
      expect: { streamName: this.stream, ...(before && { lastMsgID: before }) },
    });
    // The server remembers an id for two minutes, also of a message that is gone: it was not stored now.
    if (duplicate) throw new Error(`${this.stream} had ${id} before and does not store it again yet`);
  }
}
