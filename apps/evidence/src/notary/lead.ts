import { connection } from '#platform';
import { Client } from 'pg';

/** Key of the advisory lock of the one notary at work. */
const LOCK = [19484, 1];

/** The right to be the one notary at work: a lock of a connection, so it ends with the process. */
export class Lead {
  private client: Client | undefined;

  constructor(private readonly url: string) {}

  /** Whether it is held as far as this process knows. */
  get isHeld(): boolean {
    return this.client !== undefined;
  }

  /** False when another process has it. */
  async take(): Promise<boolean> {
    if (this.client) return true;
    const client = new Client(connection(this.url, 'kyogi_notary', { name: 'kyogi:notary' }));
    const lost = () => {
      if (this.client === client) this.client = undefined;
    };
    client.on('error', lost).on('end', lost);
    try {
      await client.connect();
      const { rows } = await client.query<{ ours: boolean }>(
        'SELECT pg_try_advisory_lock($1, $2) AS ours',
        LOCK,
      );
      if (rows[0]?.ours) this.client = client;
    } finally {
      if (this.client !== client) await client.end().catch(() => undefined);
    }
    return this.client === client;
  }

  /** Throws when it was lost. */
  async confirm(): Promise<void> {
    if (!this.client) throw new Error('the connection that holds the lead was lost');
    await this.client.query('SELECT 1');
  }

  /** Gives it back. */
  async drop(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }
}
