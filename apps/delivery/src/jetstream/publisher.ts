import type { NatsConnection } from '@nats-io/transport-node';
import { Signal } from '#event-store';
import { connectNats, type Leader, type NatsSettings } from '#platform';

/** What one connection publishes. */
export interface Lane {
  /** Looks where the stream ends. */
  sync(): Promise<void>;
  /** Publishes the next messages. @returns how many */
  step(): Promise<number>;
}

export interface PublisherSettings {
  nats: NatsSettings;
  leader: Leader;
  lanes: (nc: NatsConnection) => Promise<Lane[]>;
  /** Milliseconds between two looks at where the streams end (60 000). */
  checkMs?: number;
  onPublished?: (messages: number) => void;
  onError?: (error: Error) => void;
}

const POLL_MS = 1_000;
/** Who has led for so long, milliseconds, does publish: who cannot fails sooner, and lets go. */
const STEADY_MS = 15_000;

/**
 * Publishes to JetStream what the ledger has and the streams have not. Of all processes one works, and any may take over; two at once
 * harm nothing (Chain). Whatever goes wrong ends the connection: the next one begins with a look at where the streams end, so that what
 * was lost on the way, or in the servers, is published again.
 */
export class Publisher {
  private readonly signal = new Signal();
  private running: Promise<void> | undefined;
  private stopping = false;
  private failures = 0;
  private failedAt = -Infinity;

  constructor(private readonly settings: PublisherSettings) {}

  /** Whether it is this process that publishes. */
  get works(): boolean {
    return this.settings.leader.leads;
  }

  /** Whether the last connection ended with an error, no other has worked since, and no other process has led for a while. */
  get ails(): boolean {
    return this.failures > 0;
  }

  start(): void {
    this.stopping = false;
    this.running ??= this.run();
  }

  /** There may be something new. */
  poke(): void {
    this.signal.set();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.signal.set();
    await this.running;
    this.running = undefined;
    await this.settings.leader.release();
  }

  private async run(): Promise<void> {
    const { leader, onError } = this.settings;
    while (!this.stopping) {
      try {
        if (await leader.hold()) await this.session();
        else if (performance.now() - this.failedAt > STEADY_MS) this.failures = 0;
      } catch (error) {
        onError?.(error as Error);
        this.failures += 1;
        this.failedAt = performance.now();
        // Another process may reach what this one does not.
        await leader.release();
      }
      if (!this.stopping) await this.signal.wait(Math.min(5_000, 250 * 2 ** Math.min(this.failures, 5)));
    }
  }

  private async session(): Promise<void> {
    const { nats, leader, lanes, checkMs = 60_000, onPublished } = this.settings;
    const nc = await connectNats(nats);
    try {
      let reconnected = false;
      const watch = async () => {
        for await (const { type } of nc.status()) reconnected ||= type === 'reconnect';
      };
      void watch().catch(() => undefined);
      const open = await lanes(nc);
      let checkedAt = -Infinity;
      while (!this.stopping && leader.leads && !nc.isClosed()) {
        if (reconnected || performance.now() - checkedAt > checkMs) {
          reconnected = false;
          for (const lane of open) await lane.sync();
          checkedAt = performance.now();
        }
        let published = 0;
        for (const lane of open) published += await lane.step();
        this.failures = 0;
        onPublished?.(published);
        if (published === 0) await this.signal.wait(POLL_MS);
      }
    } finally {
      await nc.close();
    }
  }
}
