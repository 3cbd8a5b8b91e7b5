import { EventStore } from '#event-store';
import { pool } from '#platform';
import { Frontier, leafHash, openCheckpoint, parseTrust, type Checkpoint } from '#transparency';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { LogFiles } from '../../apps/evidence/src/files/log-files';
import { Cosigners } from '../../apps/evidence/src/notary/cosign';
import { Notary, type NotarySettings } from '../../apps/evidence/src/notary/notary';
import { createDatabase, query, type TestDatabase } from '../support/database';
import { someEvent } from '../ledger/events';

export const origin = 'kyogi.example/test';

/** A ledger and the folder of its log, on which notaries are started and given up at will. */
export class LoggedLedger {
  private readonly store: EventStore;
  readonly folder = mkdtempSync(path.join(tmpdir(), 'kyogi-evidence-'));
  readonly files = new LogFiles(path.join(this.folder, 'log'));

  private constructor(
    readonly database: TestDatabase,
    readonly pool: Pool,
    private readonly app: Pool,
  ) {
    this.store = new EventStore(app);
  }

  static async start(): Promise<LoggedLedger> {
    const database = await createDatabase();
    const quiet = { log: () => undefined };
    return new LoggedLedger(
      database,
      pool(database.url, 'kyogi_notary', quiet),
      pool(database.url, 'kyogi_app', quiet),
    );
  }

  async close(): Promise<void> {
    await this.pool.end();
    await this.app.end();
    await this.database.drop();
    rmSync(this.folder, { recursive: true });
  }

  /** Appends and numbers so many events of a few streams. */
  async append(count: number): Promise<void> {
    for (let done = 0; done < count; done += 50) {
      const events = Array.from({ length: Math.min(50, count - done) }, (_, n) =>
        someEvent({ n: done + n }, n % 7 === 0 ? 'DossierDecided' : 'SomethingHappened'),
      );
      const meta = { actor: { person: 'sato', organ: 'METI', role: 'DESK' }, command: 'c' };
      await this.store.append({ streamId: `s${done % 3}`, expected: 'any', events, meta });
    }
    await query(this.database.url, 'SELECT * FROM sequence_events(10000)');
  }

  /** A notary as a process that starts has one: it knows nothing but what is durable. */
  notary(more: Partial<NotarySettings> = {}): Notary {
    return new Notary({
      ...{ pool: this.pool, files: this.files, origin, keyFile: path.join(this.folder, 'key') },
      cosigners: new Cosigners([], 0, this.files),
      ...more,
    });
  }

  /** One notary's life: it starts, does one round, and is gone. */
  async round(more: Partial<NotarySettings> = {}): Promise<void> {
    const notary = this.notary(more);
    await notary.open();
    await notary.round();
  }

  async text(name: string): Promise<string> {
    return ((await this.files.read(name)) ?? Buffer.alloc(0)).toString();
  }

  /** The published checkpoint, believed by the published keys. */
  async published(): Promise<Checkpoint> {
    return openCheckpoint(await this.text('checkpoint'), parseTrust(origin, await this.text('keys'), 0));
  }

  /** The root of the first leaves as the database has them: what every honest signature says. */
  async rootOf(size: number): Promise<Buffer> {
    const rows = await query(
      this.database.url,
      'SELECT entry FROM evidence.leaves WHERE position <= $1 ORDER BY position',
      [size],
    );
    const tree = Frontier.empty();
    for (const { entry } of rows) tree.append(leafHash(entry as Buffer));
    return tree.root();
  }
}
