import type { EntityManager } from 'typeorm';
import {
  createCheckpoint,
  lockCheckpoint,
  moveCheckpoint,
  PoisonEvent,
  readCheckpoint,
  resumeCheckpoint,
  stopCheckpoint,
  type SubscriptionState,
} from './checkpoint.js';
import { isOutage } from './outage.js';
import type { LedgerEvent } from './event.js';
import { readLog } from './read-log.js';
import { Signal } from './signal.js';
import type { SubscriptionSettings } from './subscription-settings.js';

type Step = 'more' | 'idle';

interface Advance {
  position: number;
  events: number;
  stopped: boolean;
}

/** `finish` failed for a batch; which of its events is at fault is not known yet. */
class FaultInBatch extends Error {
  constructor(
    readonly until: number,
    cause: unknown,
  ) {
    super('a batch could not be finished', { cause });
  }
}

const POLL_MS = 1_000;

/** Reads the log on from a checkpoint that moves in the transaction of its consequences: each event takes effect exactly once. */
export class Subscription {
  readonly name: string;
  private readonly wakeUp = new Signal();
  private running: Promise<void> | undefined;
  private stopping = false;
  private failures = 0;
  /** Up to this position events are handled one to a transaction. */
  private carefulUntil = 0;
  private deaf: (() => void) | undefined;

  constructor(private readonly settings: SubscriptionSettings) {
    this.name = settings.name;
  }

  /** Begins to work in the background. */
  start(): void {
    if (this.running) return;
    this.stopping = false;
    this.deaf = this.settings.wake.on(() => this.wakeUp.set());
    this.running = this.run();
  }

  /** Finishes the transaction under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.deaf?.();
    this.wakeUp.set();
    await this.running;
    this.running = undefined;
  }

  /** As it stands in the database; undefined before its first start. */
  state(): Promise<SubscriptionState | undefined> {
    return readCheckpoint(this.settings.db, this.name);
  }

  /** The poison event is handled now (fixed by a release, say): goes on from exactly there. */
  async resume(): Promise<void> {
    await resumeCheckpoint(this.settings.db, this.name);
    this.wakeUp.set();
  }

  private async run(): Promise<void> {
    let created = false;
    while (!this.stopping) {
      try {
        if (!created) await createCheckpoint(this.settings.db, this.name, this.settings.fromPosition ?? 0);
        created = true;
        const step = await this.step();
        this.failures = 0;
        if (step === 'idle' && !this.stopping) await this.wakeUp.wait(POLL_MS);
      } catch (error) {
        this.settings.onError?.(error as Error);
        const pause = Math.min(5_000, 50 * 2 ** this.failures++);
        if (!this.stopping) await this.wakeUp.wait(pause);
      }
    }
  }

  private async step(): Promise<Step> {
    try {
      return await this.transaction().catch((error: unknown) => {
        if (!(error instanceof PoisonEvent)) throw error;
        return this.stopAt(error);
      });
    } catch (error) {
      if (!(error instanceof FaultInBatch)) throw error;
      this.carefulUntil = error.until;
      return 'more';
    }
  }

  /** Redoes what came before the poison, and says in the same transaction that it ends here. An earlier poison takes its place. */
  private async stopAt(poison: PoisonEvent): Promise<Step> {
    try {
      return await this.transaction(poison);
    } catch (error) {
      if (error instanceof PoisonEvent && error.event.position < poison.event.position)
        return this.stopAt(error);
      throw error;
    }
  }

  private async transaction(poison?: PoisonEvent): Promise<Step> {
    const done = await this.settings.db.transaction((tx) => this.advance(tx, poison));
    if (done.events > 0) this.settings.onProgress?.(done.position, done.events);
    if (poison && done.stopped) this.settings.onStopped?.(poison);
    return done.events > 0 && !done.stopped ? 'more' : 'idle';
  }

  private async advance(tx: EntityManager, poison?: PoisonEvent): Promise<Advance> {
    const { name, batch = 500 } = this.settings;
    const at = await lockCheckpoint(tx, name);
    if (!at || at.state === 'stopped') return { position: 0, events: 0, stopped: false };
    // Another process has meanwhile come past it: then it is no poison any more.
    const until = poison && poison.event.position > at.position ? poison.event.position - 1 : undefined;
    const limit = at.position < this.carefulUntil ? 1 : batch;
    const events = await readLog((sql, values) => tx.query(sql, values), at.position, limit, until);
    const position = events.at(-1)?.position ?? at.position;
    if (events.length > 0) {
      await this.handleAll(events, tx);
      await moveCheckpoint(tx, name, at.position, position);
    }
    const stopped = poison !== undefined && until === position;
    if (stopped) await stopCheckpoint(tx, name, poison);
    return { position, events: events.length, stopped };
  }

  private async handleAll(events: LedgerEvent[], tx: EntityManager): Promise<void> {
    await this.settings.prepare?.(tx);
    for (const event of events) {
      try {
        await this.settings.handle(event, tx);
      } catch (error) {
        if (await isOutage(error, tx)) throw error;
        throw new PoisonEvent(event, error);
      }
    }
    await this.finish(events, tx);
  }

  private async finish(events: LedgerEvent[], tx: EntityManager): Promise<void> {
    try {
      await this.settings.finish?.(tx);
    } catch (error) {
      if (await isOutage(error, tx)) throw error;
      const last = events.at(-1)!;
      throw events.length === 1 ? new PoisonEvent(last, error) : new FaultInBatch(last.position, error);
    }
  }
}
