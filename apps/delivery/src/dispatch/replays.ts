import type { Pool } from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { Bucket } from '../webhooks/bucket.js';
import type { Courier } from './courier.js';
import type { Item } from './item.js';
import { Lines } from './lines.js';
import { Loop } from '../loop.js';
import type { Pages } from './pages.js';
import {
  endReplay,
  moveReplay,
  nextReplayed,
  openReplays,
  type OpenReplay,
  type ReplayedDelivery,
} from './replay-rows.js';

export interface ReplaySettings {
  db: Pool;
  couriers: ReadonlyMap<string, Courier>;
  pages: Pages;
  /** Deliveries a second of one subscription at most. */
  rate: number;
  onError: (error: Error) => void;
}

const LOOK_MS = 1_000;
/** Deliveries of one replay under way at once. */
const WINDOW = 4;
/** So many are read at once, and are sent again, at most, after a crash. */
const PAGE = 50;
/** A delivery that is not taken is tried so often, with growing pauses (milliseconds). */
const TRIES = 5;
const PAUSE_MS = 1_000;
/** Between two looks whether the receiver may be called. */
const PATIENCE_MS = 100;

/** What of a replay goes out at once, in seconds of its rate: evenly, so that what is new does not wait behind it. */
const BURST_SECONDS = 0.1;

const turn = async (bucket: Bucket): Promise<void> => {
  for (let pause = bucket.take(performance.now()); pause > 0; pause = bucket.take(performance.now()))
    await delay(pause);
};

/** Sends again what was asked for, of each subscription one replay at a time, beside what is new and slower. */
export class Replays {
  private readonly loop: Loop;
  private readonly running = new Map<string, Promise<void>>();

  constructor(private readonly settings: ReplaySettings) {
    this.loop = new Loop(LOOK_MS, () => this.look(), settings.onError);
  }

  start(): void {
    this.loop.start();
  }

  poke(): void {
    this.loop.poke();
  }

  /** Couriers have to be stopped before. */
  async stop(): Promise<void> {
    await this.loop.stop();
    await Promise.all(this.running.values());
  }

  private async look(): Promise<void> {
    const { db, couriers, onError } = this.settings;
    const free = [...couriers].filter(([id, { isWorking }]) => isWorking && !this.running.has(id));
    if (free.length === 0) return;
    for (const replay of await openReplays(
      db,
      free.map(([id]) => id),
    )) {
      const courier = couriers.get(replay.subscriptionId);
      if (!courier) continue;
      const run = this.run(replay, courier)
        .catch(onError)
        .finally(() => this.running.delete(replay.subscriptionId));
      this.running.set(replay.subscriptionId, run);
    }
  }

  private async run(replay: OpenReplay, courier: Courier): Promise<void> {
    const { db, rate } = this.settings;
    const bucket = new Bucket(rate * 60, performance.now(), BURST_SECONDS);
    for (let from = replay.from; courier.isWorking;) {
      // A look counts like a delivery: of a long replay with little to send there are many.
      await turn(bucket);
      const page = await nextReplayed(db, { ...replay, from }, PAGE);
      if (!page) return endReplay(db, replay.id);
      const failed = await this.send(page.deliveries, courier, bucket);
      if (!courier.isWorking) return;
      await moveReplay(db, replay.id, page.until, failed);
      from = page.until + 1;
    }
  }

  /** Returns how many were not taken. In mode strict those of a dossier go one after the other. */
  private async send(page: ReplayedDelivery[], courier: Courier, bucket: Bucket): Promise<number> {
    const lines = new Lines<Item>(courier.subscription.strict ? 1 : WINDOW);
    const parked = new Map(page.map((one) => [one.seq, one.parked]));
    for (const item of await this.settings.pages.ofDeliveries(page)) lines.add(item);
    let failed = 0;
    const work = async (): Promise<void> => {
      for (let item = lines.next(); item && courier.isWorking; item = lines.next()) {
        const isTaken = await this.deliver(item, courier, bucket);
        const row = parked.get(item.seq);
        if (isTaken && row) courier.unpark(row);
        if (!isTaken) failed += 1;
        lines.done(item.key);
      }
    };
    await Promise.all(Array.from({ length: WINDOW }, work));
    return failed;
  }

  private async deliver(item: Item, courier: Courier, bucket: Bucket): Promise<boolean> {
    await turn(bucket);
    for (let tries = 0; tries < TRIES && courier.isWorking;) {
      const outcome = await courier.replay(item);
      if (outcome?.kind === 'taken') return true;
      if (outcome) tries += 1;
      if (tries < TRIES) await delay(outcome ? PAUSE_MS * 2 ** (tries - 1) : PATIENCE_MS);
    }
    return false;
  }
}
