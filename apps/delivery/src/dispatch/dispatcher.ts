import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Config } from '#platform';
import type { Consents } from '../webhooks/consent.js';
import type { Secrets } from '../webhooks/secrets.js';
import { Courier } from './courier.js';
import type { CourierSettings } from './courier-settings.js';
import { erasuresUntilNow } from './erasures.js';
import { claim, findTrouble, refreshed, type Lease } from './leases.js';
import { Loop } from '../loop.js';
import { Pages } from './pages.js';
import { leaveShare, shareOf } from './shares.js';
import { Upkeep } from './upkeep.js';

export interface DispatcherSettings extends Pick<CourierSettings, 'now' | 'random' | 'send'> {
  /** Under kyogi_deliverer. */
  db: Pool;
  config: Pick<Config, 'WEBHOOK_WINDOW' | 'WEBHOOK_IN_FLIGHT' | 'WEBHOOK_FAILING_HOURS'>;
  secrets: Pick<Secrets, 'live'>;
  consents: Pick<Consents, 'consentOf'>;
  /** Disables a subscription. */
  disable: (lease: Lease, by: 'gone' | 'failing', reason: string) => Promise<void>;
  onError: (error: Error) => void;
}

/** Subscriptions that a process takes hold of at one look at most, so that several processes that start together share them. */
const CLAIMED_AT_ONCE = 16;
const LOOK_MS = 500;
/** Milliseconds after which it is looked whether consent and keys still hold. */
const RECHECK_MS = 30_000;
/** Milliseconds that are waited for receivers when the process ends. */
const DRAIN_MS = 3_000;

/** Sends what is delivered by webhook, for its share of the subscriptions. Any number of processes may run one. */
export class Dispatcher {
  readonly couriers = new Map<string, Courier>();
  readonly pages: Pages;
  /** When it was looked whether consent and keys hold, and at which version of the subscription. */
  private readonly checked = new WeakMap<Courier, { at: number; version: number }>();
  /** This process among those that send. */
  private readonly sender = randomUUID();
  private readonly look: Loop;
  private readonly read: Loop;
  private readonly upkeep: Upkeep;
  private isStopping = false;
  private erasures: string | undefined;

  constructor(private readonly settings: DispatcherSettings) {
    const { db, now, onError } = settings;
    this.pages = new Pages(db);
    this.look = new Loop(LOOK_MS, () => this.lookAround(), onError);
    this.read = new Loop(LOOK_MS, () => this.readOn(), onError);
    this.upkeep = new Upkeep({
      ...{ db, now, onError, couriers: this.couriers, pages: this.pages },
      onRoom: () => this.read.poke(),
    });
  }

  start(): void {
    this.isStopping = false;
    for (const loop of [this.look, this.read, this.upkeep]) loop.start();
  }

  /** There may be new deliveries. */
  poke(): void {
    this.read.poke();
  }

  /** Begins nothing new, waits a little for what is under way, writes how far it came, and lets go of everything. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await Promise.all([this.look.stop(), this.read.stop()]);
    for (const courier of this.couriers.values()) courier.stop();
    const { db, onError } = this.settings;
    await Promise.all([this.upkeep.drain(DRAIN_MS), leaveShare(db, this.sender).catch(onError)]);
  }

  private async lookAround(): Promise<void> {
    const { db } = this.settings;
    await this.forgetErased();
    const current = new Map(
      (await refreshed(db, [...this.couriers.keys()])).map((subscription) => [subscription.id, subscription]),
    );
    for (const [id, courier] of this.couriers) {
      const { url, strict } = courier.subscription;
      const now = current.get(id);
      if (now?.url !== url || now.strict !== strict) courier.stop();
      else if (!this.isChecked(courier, now.version)) void this.check(courier, now.version);
    }
    const room = await this.makeRoom();
    const leasedAt = performance.now();
    if (room > 0)
      for (const lease of await claim(db, Math.min(room, CLAIMED_AT_ONCE))) await this.open(lease, leasedAt);
  }

  /** How many it may take hold of. What is above its share it lets go of, each once nothing of it is under way. */
  private async makeRoom(): Promise<number> {
    const share = await shareOf(this.settings.db, this.sender);
    const held = [...this.couriers.values()].filter(({ isWorking }) => isWorking);
    const restingFirst = held.sort((a, b) => Number(b.isResting) - Number(a.isResting));
    for (const courier of restingFirst.slice(share)) courier.stop();
    return share - held.length;
  }

  /** Words that were erased stand in what was read before: everything is read anew. */
  private async forgetErased(): Promise<void> {
    const erasures = await erasuresUntilNow(this.settings.db);
    if (this.erasures !== undefined && this.erasures !== erasures) {
      this.pages.forget();
      for (const courier of this.couriers.values()) courier.stop();
    }
    this.erasures = erasures;
  }

  private async open(lease: Lease, leasedAt: number): Promise<void> {
    const { db, config, disable, now, random, send, onError } = this.settings;
    // One whose lease ran out unnoticed.
    this.couriers.get(lease.id)?.lose();
    const found = await findTrouble(db, lease, now());
    const courier = new Courier({
      ...{ lease, leasedAt, found, now, random, send, onError },
      window: config.WEBHOOK_WINDOW,
      failingHours: config.WEBHOOK_FAILING_HOURS,
      share: () => Math.max(1, Math.floor(config.WEBHOOK_IN_FLIGHT / this.couriers.size)),
      onOver: (by, reason) => disable(lease, by, reason).catch(onError),
      onWant: () => this.upkeep.poke(),
    });
    this.couriers.set(lease.id, courier);
    void this.check(courier, lease.version);
  }

  private isChecked(courier: Courier, version: number): boolean {
    const checked = this.checked.get(courier);
    return checked?.version === version && performance.now() - checked.at < RECHECK_MS;
  }

  /** Asks whether the receiver consents and which keys sign. Not before that is anything sent. */
  private async check(courier: Courier, version: number): Promise<void> {
    const { secrets, consents, onError } = this.settings;
    const { id, url } = courier.subscription;
    this.checked.set(courier, { at: performance.now(), version });
    try {
      // First: a receiver may take its time to consent, and an old key must not sign for so long.
      courier.keys = await secrets.live(id);
      const consent = await consents.consentOf({ id, url });
      if (consent.given) courier.consented(consent.rate);
      else this.checked.delete(courier);
      courier.pump();
      this.read.poke();
    } catch (error) {
      this.checked.delete(courier);
      onError(error as Error);
    }
  }

  private async readOn(): Promise<void> {
    for (let more = true; more && !this.isStopping;) {
      const reading = [...this.couriers].filter(([, courier]) => courier.reads);
      if (reading.length === 0) return;
      const pages = await this.pages.after(reading.map(([id, { backlog }]) => ({ id, ...backlog.readOn })));
      for (const [id, courier] of reading) {
        courier.backlog.offer(pages.get(id) ?? []);
        courier.pump();
      }
      more = pages.size > 0;
    }
  }
}
