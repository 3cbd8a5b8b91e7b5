/** A flag one loop waits for. Set before the wait begins, it ends the wait at once; so no wake-up is lost between two waits. */
export class Signal {
  private isSet = false;
  private release: (() => void) | undefined;

  set(): void {
    this.isSet = true;
    this.release?.();
  }

  /** Until it is set, or the time is over (milliseconds). Clears it. */
  async wait(timeoutMs: number): Promise<void> {
    if (!this.isSet) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        this.release = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.release = undefined;
    this.isSet = false;
  }
}
