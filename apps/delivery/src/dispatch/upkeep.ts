import type { Pool } from 'pg';
import type { Courier } from './courier.js';
import { Loop } from '../loop.js';
import type { Pages } from './pages.js';
import { writeProgress } from './progress.js';
import { dueRows, hasten, lowestOpen, rowsBehind, type OwnedRow } from './troubled-rows.js';

export interface UpkeepSettings {
  db: Pool;
  /** The time of due work. */
  now: () => Date;
  couriers: Map<string, Courier>;
  pages: Pages;
  /** There is room for more deliveries. */
  onRoom: () => void;
  onError: (error: Error) => void;
}

/** Progress is written so often, milliseconds. */
const WRITE_MS = 100;
/** It is looked so often for what is to be tried again, milliseconds. */
const DUE_MS = 250;
/** Rows that are read at once: due ones of a subscription, and those behind in a dossier. */
const DUE = 64;
const BEHIND = 50;

/**
 * Writes what couriers have done, and hands them what is due again. One thing after the other: what the database says of a delivery is
 * never older than what was last written of it.
 */
export class Upkeep {
  private readonly loop: Loop;
  private dueAt = 0;

  constructor(private readonly settings: UpkeepSettings) {
    this.loop = new Loop(WRITE_MS, () => this.step(), settings.onError);
  }

  start(): void {
    this.loop.start();
  }

  poke(): void {
    this.loop.poke();
  }

  /** Until nothing is under way, for so many milliseconds; then lets go of everything. */
  async drain(ms: number): Promise<void> {
    const { couriers, onError } = this.settings;
    const end = performance.now() + ms;
    while ([...couriers.values()].some(({ isIdle }) => !isIdle) && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await this.loop.stop();
    for (const courier of couriers.values()) courier.end();
    await this.write().catch(onError);
    for (const courier of couriers.values()) courier.lose();
    couriers.clear();
  }

  private async step(): Promise<void> {
    const { couriers, onRoom } = this.settings;
    for (const courier of couriers.values()) {
      courier.tidy();
      if (!courier.isWorking && courier.isIdle) courier.end();
    }
    await this.write();
    await this.refresh();
    let hasRoom = false;
    for (const courier of couriers.values()) {
      courier.pump();
      hasRoom ||= courier.reads;
    }
    if (hasRoom) onRoom();
  }

  private async write(): Promise<void> {
    const { db, couriers } = this.settings;
    const all = [...couriers.values()].filter(({ isToBeWritten }) => isToBeWritten);
    if (all.length === 0) return;
    const askedAt = performance.now();
    const written = all.map((courier) => ({ courier, progress: courier.progress() }));
    try {
      const held = await writeProgress(
        db,
        written.map(({ progress }) => progress),
      );
      for (const { courier, progress } of written) {
        courier.written(askedAt);
        if (held.has(progress.id) && !progress.ends) continue;
        courier.lose();
        // Not one that was opened meanwhile.
        if (couriers.get(progress.id) === courier) couriers.delete(progress.id);
      }
    } catch (error) {
      for (const { courier } of written) courier.written(undefined);
      throw error;
    }
  }

  /** What was written a moment ago is what the database says now. */
  private async refresh(): Promise<void> {
    const { db, couriers, now } = this.settings;
    const working = [...couriers].filter(([, { isWorking }]) => isWorking);
    const back = working.filter(([, { isBack }]) => isBack);
    if (back.length > 0) await hasten(db, ids(back), now());
    for (const [, courier] of back) courier.isBack = false;
    const stale = working.filter(([, { backlog }]) => backlog.trouble.asksLowest);
    if (stale.length > 0) {
      const lowest = await lowestOpen(db, ids(stale));
      for (const [id, { backlog }] of stale) backlog.trouble.foundLowest(lowest.get(id));
    }
    await this.follow(working);
    if (performance.now() >= this.dueAt || back.length > 0) await this.retry(working);
  }

  private async follow(working: [string, Courier][]): Promise<void> {
    const { db, pages, couriers } = this.settings;
    const wanted = working.flatMap(([id, { backlog }]) =>
      [...backlog.wants].map((key): [string, string] => [id, key]),
    );
    if (wanted.length === 0) return;
    const settledBefore = new Set(
      working.flatMap(([id, { backlog }]) => (backlog.trouble.hasChanges ? [] : [id])),
    );
    const groups = new Map<string, { row: OwnedRow; item: Parameters<Courier['backlog']['follow']>[1] }>();
    for (const { item, row } of await pages.ofRows(await rowsBehind(db, wanted, BEHIND))) {
      const name = `${row.subscriptionId} ${row.key}`;
      groups.set(name, { row, item: [...(groups.get(name)?.item ?? []), item] });
    }
    for (const { row, item } of groups.values())
      couriers.get(row.subscriptionId)?.backlog.follow(row.key, item);
    // What waited for its dossier is older than the retention, and gone: who begins anew does not wait for it.
    for (const [id, key] of wanted)
      if (!groups.has(`${id} ${key}`) && settledBefore.has(id)) couriers.get(id)?.stop();
  }

  private async retry(working: [string, Courier][]): Promise<void> {
    const { db, pages, couriers, now } = this.settings;
    this.dueAt = performance.now() + DUE_MS;
    if (working.length === 0) return;
    for (const { item, row } of await pages.ofRows(await dueRows(db, ids(working), now(), DUE)))
      couriers.get(row.subscriptionId)?.backlog.retry([item]);
  }
}

const ids = (couriers: [string, Courier][]): string[] => couriers.map(([id]) => id);
