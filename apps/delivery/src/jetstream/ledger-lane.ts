import type { Pool } from 'pg';
import type { OmittedEvent } from '#contracts';
import { readLog, type LedgerEvent } from '#event-store';
import { lastMessage, storedNumber } from '#platform';
import type { Chain, Message } from './chain.js';
import { eraseMessage } from './erase.js';

/** Events that are read at once. */
const BATCH = 500;

/** Publishes the whole ledger in order of position. Where it goes on is read from the stream, never remembered. */
export class LedgerLane {
  /** Last position of the stream. */
  published = 0;

  constructor(
    private readonly db: Pool,
    readonly chain: Chain,
    private readonly subject: string,
    private readonly on: {
      /** An event is larger than what the servers take, and a notice stands in its place. */
      omitted: (position: number) => void;
      /** Words of the event at a position were erased. */
      erased: (position: number) => Promise<void>;
    },
  ) {}

  /** Looks where the stream ends. Throws when it is not a copy of this ledger's beginning. */
  async sync(): Promise<void> {
    await this.chain.sync();
    const last = await lastMessage(this.chain.jsm, this.chain.stream, this.subject);
    if (last) await this.compare(last.json<LedgerEvent | OmittedEvent>());
    this.published = last ? storedNumber(last) : 0;
    // A process may have died between publishing that words were erased and erasing them here.
    await this.erase(await this.read(Math.max(0, this.published - BATCH), Math.min(BATCH, this.published)));
  }

  /** Publishes the next events. @returns how many */
  async step(): Promise<number> {
    const events = await this.read(this.published, BATCH);
    await this.chain.send(events.map((event) => this.message(event)));
    this.published = events.at(-1)?.position ?? this.published;
    await this.erase(events);
    return events.length;
  }

  private message(event: LedgerEvent): Message {
    const { position, eventId } = event;
    const message = { subject: this.subject, id: String(position), body: JSON.stringify(event) };
    if (this.chain.takes(message)) return message;
    this.on.omitted(position);
    const notice: OmittedEvent = { position, eventId, omitted: 'larger than the broker takes' };
    return { ...message, body: JSON.stringify(notice) };
  }

  private async erase(events: readonly LedgerEvent[]): Promise<void> {
    for (const { type, data } of events) {
      if (type !== 'PayloadErased') continue;
      await eraseMessage(this.chain, this.subject, Number(data.position));
      await this.on.erased(Number(data.position));
    }
  }

  private read(after: number, limit: number): Promise<LedgerEvent[]> {
    return readLog(async (sql, values) => (await this.db.query<object>(sql, values)).rows, after, limit);
  }

  private async compare({ position, eventId }: LedgerEvent | OmittedEvent): Promise<void> {
    const [here] = await this.read(position - 1, 1);
    if (here?.eventId !== eventId)
      throw new Error(
        `${this.chain.stream} ends with event ${eventId} at position ${position}, which this ledger does not have there: ` +
          'the stream is of another ledger, or the database is older than the stream',
      );
  }
}
