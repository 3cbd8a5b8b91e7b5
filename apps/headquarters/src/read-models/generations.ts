import { isBesideDossiers, type Cabinet } from '#contracts';
import { readEvent, Subscription, type PoisonEvent, type Wake } from '#event-store';
import type { DataSource, EntityManager } from 'typeorm';
import { flush } from '../projections/memory.js';
import type { ReadModel } from '../projections/read-model.js';
import {
  allGenerations,
  beforeErasure,
  beginGeneration,
  dropGeneration,
  makeLive,
  type Generation,
} from './generation-rows.js';

export interface GenerationsSettings {
  /** Role kyogi_projector. */
  db: DataSource;
  wake: Wake;
  cabinet: Cabinet;
  models: readonly ReadModel[];
  /** A generation is swapped in when fewer events than this are missing (100). */
  swapLag?: number;
  /** Milliseconds a retired generation is kept for queries that began before the swap (15 000). */
  graceMs?: number;
  /** Milliseconds between two looks (500). */
  everyMs?: number;
  onStopped?: (subscription: string, poison: PoisonEvent) => void;
  onError?: (error: Error) => void;
}

/** How long the live generation may stand still so that its successor comes past it. */
const CATCH_UP_MS = 5_000;

/**
 * Keeps one live generation of every read model, and builds a new one beside it when the program's version is newer or when asked.
 * Any number of processes may run one: a subscription works in one of them at a time.
 */
export class Generations {
  private readonly running = new Map<string, Subscription>();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private stopping = true;
  private resumed = false;

  constructor(private readonly settings: GenerationsSettings) {}

  /** Begins to look after the generations; a database that is away is waited for. */
  async start(): Promise<void> {
    this.stopping = false;
    await this.look();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    await this.looking;
    await Promise.all([...this.running.values()].map((subscription) => subscription.stop()));
    this.running.clear();
  }

  /**
   * Builds a model anew from the ledger while the present generation goes on answering.
   * @returns the number of the generation, or of the one that is being built already
   */
  async rebuild(name: string): Promise<number | undefined> {
    const model = this.settings.models.find((candidate) => candidate.name === name);
    if (!model) return undefined;
    const begun = await beginGeneration(this.settings.db, model);
    void this.look();
    if (begun !== undefined) return begun;
    // Ordered by generation; the one that was being built may be live by now.
    const all = await allGenerations(this.settings.db);
    return all.findLast((one) => one.name === name && one.state !== 'retired')?.generation;
  }

  /** Whether a generation of every model's present version is live. */
  async areLive(): Promise<boolean> {
    const all = await allGenerations(this.settings.db);
    return this.settings.models.every(({ name, version }) =>
      all.some((one) => one.name === name && one.version === version && one.state === 'live'),
    );
  }

  private look(): Promise<void> {
    clearTimeout(this.timer);
    this.looking = (this.looking ?? Promise.resolve())
      .then(() => (this.stopping ? undefined : this.step()))
      .catch((error: unknown) => this.settings.onError?.(error as Error))
      .then(() => {
        clearTimeout(this.timer);
        if (!this.stopping) this.timer = setTimeout(() => void this.look(), this.settings.everyMs ?? 500);
      });
    return this.looking;
  }

  private async step(): Promise<void> {
    const { db, models, graceMs = 15_000 } = this.settings;
    let all = await allGenerations(db);
    for (const model of models) {
      // A newer version may be live already, built by the next release: then this process must not build the old one again.
      const newest = Math.max(
        0,
        ...all.filter(({ name }) => name === model.name).map(({ version }) => version),
      );
      if (newest < model.version) await beginGeneration(db, model);
    }
    const holding = await beforeErasure(db);
    for (const model of models) if (holding.includes(model.name)) await beginGeneration(db, model);
    all = await allGenerations(db);
    await this.follow(all);
    for (const one of all)
      if (one.state === 'building' && this.running.has(one.subscription)) await this.swap(one);
    for (const one of all)
      if (one.state === 'retired' && one.retiredFor! >= graceMs) await dropGeneration(db, one);
  }

  /** Runs the subscriptions of the generations that this program can project, and no other. */
  private async follow(all: Generation[]): Promise<void> {
    const wanted = new Map<string, ReadModel>();
    for (const one of all) {
      const model = this.settings.models.find(
        ({ name, version }) => name === one.name && version === one.version,
      );
      if (model && one.state !== 'retired') wanted.set(one.subscription, model);
    }
    for (const [name, subscription] of this.running) {
      if (wanted.has(name)) continue;
      this.running.delete(name);
      await subscription.stop();
    }
    for (const [name, model] of wanted) {
      if (this.running.has(name)) continue;
      const subscription = this.subscribe(name, model);
      // A release may have mended what stopped it: the first look of a process is a new try.
      if (!this.resumed) await subscription.resume();
      subscription.start();
      this.running.set(name, subscription);
    }
    this.resumed = true;
  }

  private subscribe(name: string, model: ReadModel): Subscription {
    const { db, wake, cabinet, onStopped, onError } = this.settings;
    return new Subscription({
      ...{ name, db, wake, onError },
      prepare: async (tx) => {
        await tx.query(`SET LOCAL search_path = ${name}, public`);
      },
      handle: async (event, tx) =>
        isBesideDossiers(event.type)
          ? model.projectBeside?.(event, tx)
          : model.project(readEvent(event), tx, cabinet),
      finish: flush,
      onStopped: (poison) => onStopped?.(name, poison),
    });
  }

  /**
   * The live generation stands still until its successor has come past it: a reader never sees the past again. One that is stopped
   * at a poison event is passed as well.
   */
  private async swap(next: Generation): Promise<void> {
    const { db, swapLag = 100 } = this.settings;
    if ((await this.lag(db, next)) >= swapLag) return;
    await db.transaction(async (tx) => {
      const [live] = await tx.query<{ position: string }[]>(
        `SELECT s.position FROM public.subscriptions s JOIN hq.read_models m ON m.subscription = s.name
         WHERE m.name = $1 AND m.state = 'live' FOR UPDATE OF s`,
        [next.name],
      );
      if (live && !(await this.reaches(next, Number(live.position)))) return;
      await makeLive(tx, next);
    });
    await this.follow(await allGenerations(db));
  }

  private async reaches(next: Generation, position: number): Promise<boolean> {
    const end = Date.now() + CATCH_UP_MS;
    while ((await this.position(this.settings.db, next)) < position) {
      if (Date.now() > end) return false;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return true;
  }

  private async lag(db: DataSource | EntityManager, one: Generation): Promise<number> {
    const [head] = await db.query<{ n: string }[]>('SELECT n FROM public.log_head');
    return Number(head?.n ?? 0) - (await this.position(db, one));
  }

  private async position(db: DataSource | EntityManager, { subscription }: Generation): Promise<number> {
    const [at] = await db.query<{ position: string }[]>(
      'SELECT position FROM public.subscriptions WHERE name = $1',
      [subscription],
    );
    return at ? Number(at.position) : -1;
  }
}
