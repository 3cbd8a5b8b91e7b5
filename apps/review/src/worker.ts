import type { Pool } from 'pg';
import { Problem, type CommandName } from '#contracts';
import { LeaseLost } from '#event-store';
import { WorkItems, WorkList, type Hint, type WorkItem } from '#messaging';
import type { Clock } from '#platform';
import { fateOf } from './fate.js';
import { stepOf } from './steps/index.js';
import type { Outcome, ReviewObserver } from './observer.js';

/** The command a work item comes to. */
export interface Asked {
  name: CommandName;
  dossierId: string;
  data: unknown;
}

/** The door to decisions. Settles the item in the transaction of the command; the item's id and epoch are its key. */
export type ExecuteItem = (asked: Asked, item: WorkItem) => Promise<{ replayed: boolean }>;

export interface WorkerSettings {
  pool: Pool;
  /** Says what is due. */
  clock: Clock;
  execute: ExecuteItem;
  observer: ReviewObserver;
  /** An item was put off: somebody has to hint it again. */
  onPaused?: () => void;
  /** Milliseconds until an item of a dead process is free again. */
  leaseMs?: number;
}

/** One way for all work: claim the row, perform the step or take the command, execute it, settle the row. */
export class ReviewWorker {
  private readonly items: WorkItems;
  private readonly list: WorkList;

  constructor(private readonly settings: WorkerSettings) {
    this.items = new WorkItems(settings.pool);
    this.list = new WorkList(settings.pool);
  }

  /** Runs what a hint points at, and the commands of its stream that waited behind it. Never rejects. */
  async run(hint: Hint, by: 'hint' | 'fallback'): Promise<void> {
    try {
      let at: Hint | undefined = hint;
      while (at) at = await this.runOne(at, by);
    } catch (error) {
      // The database is away. The lease ends by itself, and the reconciler finds the row.
      this.settings.observer.onError(error as Error);
    }
  }

  private async runOne(hint: Hint, by: 'hint' | 'fallback'): Promise<Hint | undefined> {
    const { clock, leaseMs = 15_000 } = this.settings;
    const now = clock.now();
    const item = await this.items.claim(hint, leaseMs, now);
    if (!item) {
      await this.list.unhint(hint, now);
      return undefined;
    }
    const outcome = await this.perform(item).catch((error: unknown) => this.failed(item, error));
    this.settings.observer.onRun(item, outcome, by);
    if (outcome === 'snoozed' || outcome === 'later') this.settings.onPaused?.();
    const isSettled = outcome === 'done' || outcome === 'moot' || outcome === 'dead';
    return isSettled && item.kind === 'command' ? this.items.next(item.streamId, clock.now()) : undefined;
  }

  private async perform(item: WorkItem): Promise<Outcome> {
    const asked = await this.commandOf(item);
    if ('snooze' in asked) {
      await this.items.snooze(item, asked.snooze);
      return 'snoozed';
    }
    const { replayed } = await this.settings.execute(asked, item);
    // An earlier run of this item wrote the command and died before anybody knew.
    if (replayed) await this.items.finish(item, 'done');
    return 'done';
  }

  private async commandOf(item: WorkItem): Promise<Asked | { snooze: number }> {
    const { name, streamId: dossierId, payload } = item;
    if (item.kind === 'command') return { name: name as CommandName, dossierId, data: payload };
    const result = await stepOf(name)(item, { pool: this.settings.pool });
    if ('snooze' in result) return result;
    return { name: result.command, dossierId, data: result.data };
  }

  private async failed(item: WorkItem, error: unknown): Promise<Outcome> {
    if (error instanceof LeaseLost) return 'lost';
    const text = error instanceof Problem ? error.message : String(error);
    switch (fateOf(error)) {
      case 'moot':
        return (await this.items.finish(item, 'moot')) ? 'moot' : 'lost';
      case 'dead':
        return (await this.items.bury(item, text)) ? 'dead' : 'lost';
      case 'later':
        return this.items.retryLater(item, text);
    }
  }
}
