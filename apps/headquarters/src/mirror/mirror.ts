import { Signal } from '#event-store';
import type { Leader } from '#platform';
import { Copying, type MirrorObserver } from './copying.js';
import type { LedgerPull } from './pull.js';
import type { MirrorWriter } from './writer.js';

/** Where events come from. Copies until the signal, or throws: then it is begun anew. */
export type Source = (copying: Copying, observer: MirrorObserver, signal: AbortSignal) => Promise<void>;

export interface MirrorSettings {
  writer: MirrorWriter;
  leader: Leader;
  source: Source;
  /** Fills what the source does not bring. */
  pull: LedgerPull | undefined;
  observer: MirrorObserver;
}

/** After so long, milliseconds, an error is the first one again. */
const STEADY_MS = 10_000;

/** Whether the database refused what came: then nothing may be written behind it. */
const isRefusal = (error: unknown): boolean => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('KY');
};

/** Keeps this database a copy of another ledger. Of all processes one works, and any may take over. */
export class Mirror {
  private readonly pause = new Signal();
  private ending = new AbortController();
  private running: Promise<void> | undefined;
  private failures = 0;

  constructor(private readonly settings: MirrorSettings) {}

  /** Whether it is this process that copies. */
  get works(): boolean {
    return this.settings.leader.leads;
  }

  start(): void {
    this.ending = new AbortController();
    this.running ??= this.run(this.ending.signal);
  }

  async stop(): Promise<void> {
    this.ending.abort();
    this.pause.set();
    await this.running;
    this.running = undefined;
    await this.settings.leader.release();
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      if (await this.settings.leader.hold()) await this.copy(signal);
      if (!signal.aborted) await this.pause.wait(Math.min(5_000, 250 * 2 ** Math.min(this.failures, 5)));
    }
  }

  private async copy(signal: AbortSignal): Promise<void> {
    const { source, writer, observer, pull } = this.settings;
    const copying = new Copying(writer, observer, pull);
    const began = performance.now();
    try {
      await source(copying, observer, signal);
    } catch (error) {
      if (signal.aborted) return;
      this.failures = performance.now() - began > STEADY_MS ? 1 : this.failures + 1;
      observer.onError(error as Error);
      if (!isRefusal(error)) await this.fillMeanwhile(copying);
    }
  }

  /** While the source is away, the pull feed stands in for it. */
  private async fillMeanwhile(copying: Copying): Promise<void> {
    try {
      await copying.begin();
      if ((await copying.fill()) > 0) this.failures = 0;
    } catch (error) {
      this.settings.observer.onError(error as Error);
    }
  }
}
