import { Client } from 'pg';
import { connection } from '#platform';

const LOCK = [19481, 30];

/**
 * Which review process reconciles: whoever holds the lock, until its session ends. Two may believe it for a moment after a broken
 * connection; that costs double hints and nothing else.
 */
export class Leader {
  private client: Client | undefined;

  constructor(private readonly url: string) {}

  get leads(): boolean {
    return this.client !== undefined;
  }

  /** Whether this process leads; becomes the leader when nobody is. Never rejects. */
  async hold(): Promise<boolean> {
    if (this.client) return true;
    const client = new Client(connection(this.url, 'kyogi_app', { name: 'kyogi:review-leader' }));
    const lost = () => {
      if (this.client === client) this.client = undefined;
    };
    client.on('error', lost);
    client.on('end', lost);
    try {
      await client.connect();
      const { rows } = await client.query<{ got: boolean }>(
        'SELECT pg_try_advisory_lock($1, $2) AS got',
        LOCK,
      );
      if (rows[0]?.got) this.client = client;
    } catch {
      return false;
    } finally {
      if (this.client !== client) client.end().catch(() => undefined);
    }
    return this.client !== undefined;
  }

  async release(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }
}
