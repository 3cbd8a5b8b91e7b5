import { LRUCache } from 'lru-cache';
import { CheckedAgent } from './connect.js';
import type { Exceptions } from './exceptions.js';
import { requireAllowed } from './guard.js';
import type { Resolve } from './names.js';
import type { Target } from './target.js';

interface Route {
  agent: CheckedAgent;
  addresses: string;
  /** Milliseconds of the monotonic clock. */
  until: number;
}

export interface RouteSettings {
  exceptions: Exceptions;
  resolve: Resolve;
  /** Milliseconds for which an answer of DNS holds. */
  freshMs: number;
  ca?: string | undefined;
}

const keyOf = ({ tls, host, port }: Target): string => `${tls ? 'https' : 'http'} ${host} ${port}`;

/** The way to each receiver: looked up, checked, and kept open. */
export class Routes {
  private readonly known = new LRUCache<string, Route>({
    max: 1_000,
    dispose: ({ agent }) => agent.retire(),
  });
  private readonly asked = new Map<string, Promise<CheckedAgent>>();

  constructor(private readonly settings: RouteSettings) {}

  /** The agent for a target whose addresses were checked within `freshMs`. Throws Refused or Unreachable. */
  async to(target: Target): Promise<CheckedAgent> {
    const key = keyOf(target);
    const known = this.known.get(key);
    if (known && known.until > performance.now()) return known.agent;
    const asked = this.asked.get(key) ?? this.look(key, target).finally(() => this.asked.delete(key));
    this.asked.set(key, asked);
    return asked;
  }

  /** Looks up anew next time, because the receiver may have moved. */
  doubt(target: Target): void {
    const known = this.known.get(keyOf(target));
    if (known) known.until = 0;
  }

  close(): void {
    for (const { agent } of this.known.values()) agent.destroy();
    this.known.clear();
  }

  private async look(key: string, target: Target): Promise<CheckedAgent> {
    const { resolve, exceptions, freshMs, ca } = this.settings;
    try {
      const found = await resolve(target.host, exceptions.names(target.host, target.port));
      requireAllowed(target, found, exceptions);
      const addresses = found.toSorted().join();
      const until = performance.now() + freshMs;
      const known = this.known.get(key);
      // In place: what is replaced is retired.
      if (known?.addresses === addresses) return Object.assign(known, { until }).agent;
      const agent = new CheckedAgent(target, found, ca);
      this.known.set(key, { agent, addresses, until });
      return agent;
    } catch (error) {
      this.known.delete(key);
      throw error;
    }
  }
}
