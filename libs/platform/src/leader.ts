import { Client } from 'pg';
import { connection, type DatabaseRole } from './database.js';

export interface Leadership {
  /** Address of the database whose lock decides. */
  url: string;
  role: DatabaseRole;
  /** Second number of the advisory lock (19481, n); one for each kind of work. */
  lock: number;
  /** Shown in pg_stat_activity. */
  name: string;
}

/**
 * Which of several processes does a work: whoever holds the lock, until its session ends. Two may believe it for a moment after a broken
 * connection, so the work must bear being done twice.
 */
export class Leader {
  private client: Client | undefined;

  constructor(private readonly settings: Leadership) {}

  get leads(): boolean {
    return this.client !== undefined;
  }

  /** Whether this process leads; becomes the leader when nobody is. Never rejects. */
  async hold(): Promise<boolean> {
    if (this.client) return true;
    const { url, role, lock, name } = this.settings;
    const client = new Client(connection(url, role, { name }));
    const lost = () => {
      if (this.client === client) this.client = undefined;
    };
    client.on('error', lost);
    client.on('end', lost);
    try {
      await client.connect();
      // A machine that lost its power says no goodbye, and by itself the database would believe in it for two hours.
      await client.query(
        'SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3',
      );
      const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS got', [
        19481,
        lock,
      ]);
      if (rows[0]?.got) this.client = client;
    } catch {
      return false;
    } finally {
      if (this.client !== client) client.end().catch(() => undefined);
    }
    return this.client !== undefined;
  }

  /** Asks the lock's own session whether it still lives, before what must not be done by two. Throws when the lead was lost. */
  async confirm(): Promise<void> {
    if (!this.client) throw new Error('the connection that holds the lead was lost');
    await this.client.query('SELECT 1');
  }

  async release(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }
}
