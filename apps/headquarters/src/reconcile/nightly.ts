import { localDate, localTime } from '#domain';

export interface NightlySettings {
  timeZone: string;
  /** 0 to 23, in that time zone. */
  hour: number;
  now: () => Date;
  /** Called with the day of the last night that has begun, 'YYYY-MM-DD', again and again; does the work of a night once. */
  look: (night: string) => Promise<unknown>;
  onError: (error: Error) => void;
  /** Milliseconds between two looks at the clock (60 000). */
  everyMs?: number;
}

/** Looks that are left out after a failure, at most: a night that cannot be ended must not be all that a machine does. */
const MOST_LEFT_OUT = 9;

/** Calls from a certain hour of every night until that of the next: a process that was down in that hour makes up for it. */
export class Nightly {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private failures = 0;
  private leftOut = 0;

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
    const { look, onError } = this.settings;
    if (this.leftOut < Math.min(MOST_LEFT_OUT, 2 ** this.failures - 1)) {
      this.leftOut += 1;
      return;
    }
    this.leftOut = 0;
    try {
      await look(this.night());
      this.failures = 0;
    } catch (error) {
      this.failures += 1;
      onError(error as Error);
    }
  }

  private night(): string {
    const { timeZone, hour, now } = this.settings;
    const instant = now().toISOString();
    const today = localDate(instant, timeZone);
    if (Number(localTime(instant, timeZone).slice(0, 2)) >= hour) return today;
    return new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  }
}
