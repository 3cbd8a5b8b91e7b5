import { connection, type ConnectionSettings, type DatabaseRole } from '#platform';
import { Client } from 'pg';

const RETRY_MS = [100, 200, 500, 1_000, 2_000, 5_000];

export interface WakeSettings extends ConnectionSettings {
  /** `kyogi_log` (the default): the log has grown. `kyogi_delivery`: subscriptions, or their deliveries, have changed. */
  channel?: 'kyogi_log' | 'kyogi_delivery';
}

/**
 * The one listener of a process on a channel: tells its hearers that something is new, or may be (after every reconnection). A wake-up is a hint and may be lost: who hears it polls as well.
 */
export class Wake {
  private readonly hearers = new Set<() => void>();
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = true;
  private failures = 0;

  constructor(
    private readonly url: string,
    private readonly role: DatabaseRole,
    private readonly settings: WakeSettings = {},
  ) {}

  /** Calls `hearer` at every wake-up, until the function it returns is called. */
  on(hearer: () => void): () => void {
    this.hearers.add(hearer);
    return () => this.hearers.delete(hearer);
  }

  /** Connects, or keeps trying in the background: never fails because the database is away. */
  async start(): Promise<void> {
    this.stopped = false;
    await this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client(connection(this.url, this.role, { name: 'kyogi:wake', ...this.settings }));
    this.client = client;
    client.on('notification', () => this.call());
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('connection ended')));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.settings.channel ?? 'kyogi_log'}`);
      this.failures = 0;
      this.call();
    } catch (error) {
      this.lost(client, error as Error);
    }
  }

  private lost(client: Client, error: Error): void {
    if (this.client !== client) return;
    this.client = undefined;
    client.end().catch(() => undefined);
    if (this.stopped) return;
    if (this.failures === 0) this.settings.log?.('listener lost its connection', error);
    const wait = RETRY_MS[Math.min(this.failures++, RETRY_MS.length - 1)];
    this.timer = setTimeout(() => void this.connect(), wait);
  }

  private call(): void {
    for (const hearer of this.hearers) hearer();
  }
}
