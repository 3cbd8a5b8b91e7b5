import type { Wake } from '#event-store';
import type { Leader } from '#platform';
import { setTimeout as delay } from 'node:timers/promises';
import type { Notary, Outcome } from './notary.js';
import { Refused } from './refused.js';

/** How long events are collected after the first, milliseconds. */
const COLLECT_MS = 200;
/** From one round to the next at least. */
const PACE_MS = 1_000;
/** Until the next look while nothing is heard, and until the next attempt after a fault. */
const POLL_MS = 1_000;

export interface OfficeSettings {
  notary: Notary;
  leader: Leader;
  wake: Wake;
  onRound?: (outcome: Outcome) => void;
  onRefused?: (refused: Refused) => void;
  onError?: (error: Error) => void;
}

/** Runs rounds in the background: of all processes one works, the others stand by. */
export class Office {
  private readonly ending = new AbortController();
  private running: Promise<void> | undefined;
  private heard: () => void = () => undefined;
  private isOpen = false;
  private refusal: Refused | undefined;

  constructor(private readonly settings: OfficeSettings) {}

  /** Why nothing is signed; undefined when all is well. */
  get refused(): string | undefined {
    return this.refusal?.message;
  }

  start(): void {
    this.running ??= this.run();
  }

  /** Finishes the step under way. */
  async stop(): Promise<void> {
    this.ending.abort();
    this.heard();
    await this.running;
    await this.settings.leader.release();
  }

  private async run(): Promise<void> {
    const deaf = this.settings.wake.on(() => this.heard());
    while (!this.ending.signal.aborted) {
      const began = performance.now();
      // Armed before the round: what is heard meanwhile is not missed.
      const heard = new Promise<boolean>((resolve) => (this.heard = () => resolve(true)));
      const outcome = await this.step();
      const idle = outcome === 'nothing' ? 0 : PACE_MS - (performance.now() - began);
      const woken = await Promise.race([heard, this.pause(POLL_MS)]);
      await this.pause(woken === true ? Math.max(COLLECT_MS, idle) : idle);
    }
    deaf();
  }

  /** What one round came to; undefined when there was none. */
  private async step(): Promise<Outcome | undefined> {
    const { notary, leader, onRound, onRefused, onError } = this.settings;
    try {
      // Another process may have worked in between, or the database be another: everything is read anew.
      if (!leader.leads) this.isOpen = false;
      if (!(await leader.hold())) return 'nothing';
      if (!this.isOpen) await notary.open();
      this.isOpen = true;
      const outcome = await notary.round();
      this.refusal = undefined;
      onRound?.(outcome);
      return outcome;
    } catch (error) {
      this.isOpen = false;
      if (error instanceof Refused) {
        if (this.refusal?.message !== error.message) onRefused?.(error);
        this.refusal = error;
      } else onError?.(error as Error);
      return undefined;
    }
  }

  private async pause(ms: number): Promise<void> {
    if (ms > 0) await delay(ms, undefined, { signal: this.ending.signal }).catch(() => undefined);
  }
}
