import { Bucket } from '../webhooks/bucket.js';
import type { LiveKey } from '../webhooks/sign.js';
import { Backlog } from './backlog.js';
import type { CourierSettings } from './courier-settings.js';
import { Hold } from './hold.js';
import type { Failure, Item, Outcome, TroubledRow } from './item.js';
import type { WebhookSubscription } from './leases.js';
import type { Progress } from './progress.js';
import { ReceiverHealth } from './receiver-health.js';

/** Sends the deliveries of one subscription for as long as this process holds it. */
export class Courier {
  readonly backlog: Backlog;
  /** Those that sign; none: nothing is sent. */
  keys: readonly LiveKey[] = [];
  /** The receiver was down and is back: what failed meanwhile should be tried now. */
  isBack = false;
  private readonly health: ReceiverHealth;
  private bucket: Bucket | undefined;
  private rate: number | null = null;
  private readonly hold: Hold;
  private next: Item | undefined;
  private timer: NodeJS.Timeout | undefined;
  private under = 0;

  constructor(private readonly settings: CourierSettings) {
    const { lease, leasedAt, found, window } = settings;
    this.backlog = new Backlog({ ...lease, window, found });
    this.health = new ReceiverHealth(lease.failingSince, settings);
    this.hold = new Hold(lease, leasedAt);
  }

  get subscription(): WebhookSubscription {
    return this.settings.lease;
  }

  get isWorking(): boolean {
    return this.hold.isWorking;
  }

  /** Whether its receiver is down, or asked to be left alone: who takes it over does not know. */
  get isResting(): boolean {
    return this.health.isDown || this.health.isQuiet;
  }

  /** Whether new deliveries are of use to it now. */
  get reads(): boolean {
    return this.isWorking && !this.health.isDown && this.backlog.readOn.room > 0;
  }

  /** Whether nothing is under way any more. */
  get isIdle(): boolean {
    return this.under === 0;
  }

  /** The receiver consents to be called so often a minute; null: as often as there is something. */
  consented(rate: number | null): void {
    if (!this.bucket || this.rate !== rate) this.bucket = new Bucket(rate, performance.now());
    this.rate = rate;
  }

  get isToBeWritten(): boolean {
    return this.hold.isToBeWritten(this.backlog, this.health.failingSince);
  }

  /** What is to be written now; `written` says how it went. */
  progress(): Progress {
    return this.hold.progress(this.backlog, this.health.failingSince);
  }

  /** @param askedAt monotonic clock, milliseconds; undefined: it could not be written */
  written(askedAt: number | undefined): void {
    this.hold.written(this.backlog, askedAt);
  }

  /** Begins nothing new. */
  stop(): void {
    this.hold.stop();
    clearTimeout(this.timer);
  }

  /** Lets go of the subscription with what is written next. */
  end(): void {
    this.hold.end();
  }

  /** Nothing that comes back counts any more: another may hold the subscription. */
  lose(): void {
    this.hold.lose();
    clearTimeout(this.timer);
  }

  /** Sends what may be sent now. */
  pump(): void {
    while (this.maySend) {
      const item = this.next ?? this.pick();
      if (!item) return;
      const pause = this.bucket!.take(performance.now());
      this.next = pause > 0 ? item : undefined;
      if (pause > 0) return this.pumpAfter(pause);
      void this.guarded(() => this.deliver(item));
    }
  }

  /** Makes room where something holds up the rest. */
  tidy(): void {
    this.backlog.spill(this.settings.now(), this.health.isFlowing);
  }

  /** Sends once more what was taken or given up long ago. Undefined: not at this moment. */
  async replay(item: Item): Promise<Outcome | undefined> {
    if (!this.maySend || this.health.isDown || this.bucket!.take(performance.now()) > 0) return undefined;
    return this.guarded(async () => {
      const outcome = await this.send(item, true);
      if (outcome.kind === 'gone') await this.over('gone', 'The receiver answered 410.');
      return outcome;
    });
  }

  /** A replay was taken of one that was parked. */
  unpark(row: TroubledRow): void {
    this.backlog.unpark(row);
  }

  private get maySend(): boolean {
    const isReady = this.bucket !== undefined && this.keys.length > 0;
    return isReady && this.hold.maySend && !this.health.isQuiet;
  }

  private pick(): Item | undefined {
    const { inFlight } = this.backlog;
    if (this.health.isDown) {
      if (inFlight > 0) return undefined;
      return this.backlog.nextDue() ?? (this.health.mayProbe ? this.backlog.nextNew() : undefined);
    }
    if (inFlight >= Math.min(this.settings.window, this.settings.share())) return undefined;
    return this.backlog.next();
  }

  /** What is not foreseen ends it: another beginning reads everything anew. */
  private async guarded<T>(work: () => Promise<T>): Promise<T | undefined> {
    this.under += 1;
    try {
      return await work();
    } catch (error) {
      this.stop();
      this.settings.onError(error as Error);
      return undefined;
    } finally {
      this.under -= 1;
    }
  }

  private async deliver(item: Item): Promise<void> {
    const outcome = await this.send(item);
    if (this.hold.isLost) return;
    if (outcome.kind === 'gone') return this.over('gone', 'The receiver answered 410.');
    if (outcome.kind === 'failed') await this.failed(item, outcome);
    else {
      if (this.health.taken()) this.isBack = true;
      this.backlog.taken(item);
    }
    if (this.backlog.wants.size > 0) this.settings.onWant();
    this.pump();
  }

  private send(item: Item, replayed = false): Promise<Outcome> {
    const { id, url } = this.subscription;
    return this.settings.send({ id, url, keys: this.keys }, item, { settled: this.backlog.told, replayed });
  }

  private async failed(item: Item, failure: Failure): Promise<void> {
    const failingMs = this.health.failed(failure);
    this.backlog.failed(item, failure, { ...this.settings, now: this.settings.now() }, this.health.isDown);
    const { failingHours } = this.settings;
    if (failingMs >= failingHours * 3_600_000)
      await this.over('failing', `Nothing was taken for ${failingHours} hours. Last: ${failure.error}`);
  }

  private async over(by: 'gone' | 'failing', reason: string): Promise<void> {
    if (!this.isWorking) return;
    this.stop();
    await this.settings.onOver(by, reason);
  }

  private pumpAfter(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.pump(), ms);
  }
}
