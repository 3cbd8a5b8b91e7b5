import { Signal } from '#event-store';

/** Milliseconds after which a step that failed is tried again at the latest: a database that is away is not asked as fast as we can. */
const LONGEST_MS = 5_000;

/** Does a step again and again: at once when poked, else after a pause. What it throws is told, and it goes on. */
export class Loop {
  private readonly signal = new Signal();
  private running: Promise<void> | undefined;
  private stopping = false;

  /** @param everyMs milliseconds between two steps while nobody pokes */
  constructor(
    private readonly everyMs: number,
    private readonly step: () => Promise<void>,
    private readonly onError: (error: Error) => void,
  ) {}

  start(): void {
    this.stopping = false;
    this.running ??= this.run();
  }

  poke(): void {
    this.signal.set();
  }

  /** After the step under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.signal.set();
    await this.running;
    this.running = undefined;
  }

  private async run(): Promise<void> {
    for (let failures = 0; !this.stopping;) {
      try {
        await this.step();
        failures = 0;
      } catch (error) {
        failures += 1;
        this.onError(error as Error);
      }
      const pause = failures > 0 ? Math.min(LONGEST_MS, 50 * 2 ** failures) : this.everyMs;
      if (!this.stopping) await this.signal.wait(pause);
    }
  }
}
