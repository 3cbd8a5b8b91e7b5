import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../config.js';
import { CONFIG } from '../tokens.js';

/** What a look at one part found; `note` says more, without addresses or secrets. */
export interface CheckResult {
  ok: boolean;
  note?: string;
}

interface Check {
  name: string;
  /** Without it the process answers nothing useful; else it is only degraded. */
  needed: boolean;
  look: () => Promise<CheckResult | void>;
}

export interface Readiness {
  status: 'ready' | 'degraded' | 'unready' | 'stopping';
  checks: Record<string, CheckResult>;
}

const PATIENCE_MS = 2_000;

/** Whether the process can do its work. Each app registers its own checks. */
@Injectable()
export class Health implements OnModuleDestroy, BeforeApplicationShutdown {
  private readonly checks: Check[] = [];
  private stopping = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** A part without which the process is not ready. `look` throws or says not ok; it has two seconds. */
  needs(name: string, look: Check['look']): void {
    this.checks.push({ name, needed: true, look });
  }

  /** A part whose absence only slows things down, such as Redis. */
  uses(name: string, look: Check['look']): void {
    this.checks.push({ name, needed: false, look });
  }

  async readiness(): Promise<Readiness> {
    const results = await Promise.all(this.checks.map((check) => this.look(check)));
    const checks = Object.fromEntries(this.checks.map(({ name }, i) => [name, results[i] ?? { ok: false }]));
    const failed = this.checks.filter((_, i) => !results[i]?.ok);
    if (this.stopping) return { status: 'stopping', checks };
    if (failed.some((check) => check.needed)) return { status: 'unready', checks };
    return { status: failed.length > 0 ? 'degraded' : 'ready', checks };
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }

  /** The door stays open while load balancers notice that readiness has turned 503. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.config.SHUTDOWN_DRAIN_MS > 0) await delay(this.config.SHUTDOWN_DRAIN_MS);
  }

  private async look({ look }: Check): Promise<CheckResult> {
    const patience = new AbortController();
    try {
      const late = delay(PATIENCE_MS, { ok: false, note: 'no answer in time' }, { signal: patience.signal });
      return (await Promise.race([look(), late.catch(() => undefined)])) ?? { ok: true };
    } catch {
      return { ok: false, note: 'not reachable' };
    } finally {
      patience.abort();
    }
  }
}
