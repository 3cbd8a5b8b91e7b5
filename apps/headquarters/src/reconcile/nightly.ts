import { localDate, localTime } from '#domain';

export interface NightlySettings {
  timeZone: string;
  /** 0 to 23, in that time zone. */
  hour: number;
  now: () => Date;
  /** Called in that hour with its day, 'YYYY-MM-DD', again and again; does the work of a night once. */
  look: (night: string) => Promise<unknown>;
  onError: (error: Error) => void;
  /** Milliseconds between two looks at the clock (60 000). */
  everyMs?: number;
}

/** Calls in a certain hour of every night. */
export class Nightly {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;

  constructor(private readonly settings: NightlySettings) {}

  start(): void {
    this.timer = setInterval(() => {
      this.looking ??= this.look().finally(() => (this.looking = undefined));
    }, this.settings.everyMs ?? 60_000);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private async look(): Promise<void> {
    const { timeZone, hour, now, look, onError } = this.settings;
    const instant = now().toISOString();
    if (Number(localTime(instant, timeZone).slice(0, 2)) !== hour) return;
    try {
      await look(localDate(instant, timeZone));
    } catch (error) {
      onError(error as Error);
    }
  }
}
