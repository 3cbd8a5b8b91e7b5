import { Clock } from '#platform';
import { delivery } from '../../apps/delivery/src/app';
import { newDossierId, TestApp } from '../support/app';
import { query } from '../support/database';
import { announceTo } from './announce';
import { Hook } from './hook';
import { change, subscribe } from './subscriber';

/** Settings under which webhooks go to these receivers on loopback, and the time of due work can be moved. */
export const hookSettings = (hooks: readonly Hook[]): Record<string, string> => ({
  WEBHOOK_ALLOWED_HOSTS: hooks.map(({ url }) => `127.0.0.2/32:${new URL(url).port}`).join(','),
  KYOGI_MOVABLE_CLOCK: 'true',
});

export interface Troubled {
  seq: number;
  state: string;
  attempts: number;
  next: number | null;
  status: number | null;
}

interface Hooked {
  id: string;
  hook: Hook;
  announce: (keys: readonly string[]) => Promise<void>;
}

/** A delivery process with receivers of webhooks on loopback. Announcements are written directly: their making is tested elsewhere. */
export class HookDesk {
  private used = 0;

  private constructor(
    readonly app: TestApp,
    readonly hooks: readonly Hook[],
  ) {}

  /** With so many receivers, whose ports must be known beforehand. */
  static async open(receivers: number, more: Record<string, string> = {}): Promise<HookDesk> {
    const hooks = await Promise.all(Array.from({ length: receivers }, () => Hook.start()));
    const app = await TestApp.start(delivery, { ...hookSettings(hooks), ...more });
    await app.register('liaison', 'LIAISON', 'METI');
    return new HookDesk(app, hooks);
  }

  get clock(): Clock {
    return this.app.app.get(Clock);
  }

  /** A receiver, a subscription that sends to it, and what is announced to it alone: an event of each of these dossiers, in this order. */
  async hook(mode = 'strict', hook = this.hooks[this.used++]!): Promise<Hooked> {
    const transport = { kind: 'webhook', url: hook.url, signature: 'v1' };
    const organ = `TEST-${this.used}`;
    const id = await subscribe(this.app, 'liaison', { mode, transport, filter: { organs: [organ] } });
    return { id, hook, announce: (keys) => announceTo(this.app.database.url, keys, organ) };
  }

  change(id: string, command: string, body: unknown) {
    return change(this.app, 'liaison', id, command, body);
  }

  async troubled(id: string): Promise<Troubled[]> {
    return (await query(
      this.app.database.url,
      `SELECT seq::int, state, attempts, (extract(epoch FROM next_attempt_at) * 1000)::float8 AS next, last_status AS status
       FROM delivery.troubled WHERE subscription_id = $1 ORDER BY seq`,
      [id],
    )) as unknown as Troubled[];
  }

  async cursor(id: string): Promise<{ delivered: number; settled: number }> {
    const rows = await query(
      this.app.database.url,
      'SELECT delivered::int, settled::int FROM delivery.cursors WHERE subscription_id = $1',
      [id],
    );
    return rows[0] as { delivered: number; settled: number };
  }

  async close(): Promise<void> {
    for (const hook of this.hooks) hook.close();
    await this.app.close();
  }
}

/** Names of so many dossiers. */
export const dossiers = (count: number): string[] => Array.from({ length: count }, newDossierId);
