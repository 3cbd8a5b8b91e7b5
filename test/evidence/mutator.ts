import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Pool } from 'pg';
import { parseTrust, type Fault, type Trust } from '#transparency';
import { LogFiles } from '../../apps/evidence/src/files/log-files';
import { auditDatabase, type PublishedLog } from '../../apps/evidence/src/audit/audit-database';
import { LoggedLedger, origin } from './ledger';
import type { Bad, Mutation } from './mutations';

/** An audit: the first fault, or undefined. */
export type Audit = (db: Pool, log: PublishedLog, trust: Trust) => Promise<Fault | undefined>;

/** A logged ledger under a superuser who rewrites it, each time from the same true state. */
export class Mutator {
  /** One connection, so that the audit sees what the transaction has done. */
  private readonly db: Pool;

  private constructor(
    readonly ledger: LoggedLedger,
    readonly size: number,
    private readonly trust: Trust,
  ) {
    this.db = new Pool({ connectionString: ledger.database.url, max: 1 });
  }

  /** A ledger that was published `rounds` times. */
  static async start(size: number, rounds: number): Promise<Mutator> {
    const ledger = await LoggedLedger.start();
    for (let round = 0; round < rounds; round += 1) {
      await ledger.append(Math.floor(size / rounds));
      await ledger.round();
    }
    const total = Math.floor(size / rounds) * rounds;
    return new Mutator(ledger, total, parseTrust(origin, await ledger.text('keys'), 0));
  }

  async close(): Promise<void> {
    await this.db.end();
    await this.ledger.close();
  }

  /** What an audit says of the true state. */
  async honest(audit: Audit = auditDatabase): Promise<Fault | undefined> {
    const checkpoint = await this.ledger.text('checkpoint');
    return audit(this.db, { checkpoint, readTile: this.ledger.files.tile }, this.trust);
  }

  /** Rewrites, audits, and takes it back. */
  async tried(
    mutation: Mutation,
    roll: (below: number) => number,
    audit: Audit = auditDatabase,
  ): Promise<{ bad: Bad; fault: Fault | undefined }> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'kyogi-mutated-'));
    cpSync(this.ledger.files.folder, folder, { recursive: true });
    await this.db.query('BEGIN');
    try {
      await this.db.query('SET LOCAL session_replication_role = replica');
      const bad = await mutation({ db: this.db, folder, size: this.size, roll });
      const checkpoint = await this.ledger.text('checkpoint');
      const log = { checkpoint, readTile: new LogFiles(folder).tile };
      return { bad, fault: await audit(this.db, log, this.trust) };
    } finally {
      await this.db.query('ROLLBACK');
      rmSync(folder, { recursive: true });
    }
  }
}

/** Whether a fault names what is bad. */
export function names(fault: Fault | undefined, { index, to, around }: Bad): boolean {
  if (!fault) return false;
  if (around) return fault.index <= index && index < fault.to;
  return to === undefined ? fault.index === index : index <= fault.index && fault.index < to;
}
