import type { Cabinet, Reconciliation } from '#contracts';
import type { DataSource } from 'typeorm';
import type { LedgerPull } from '../mirror/pull.js';
import { compare, type Compared, type DaySums, type Difference } from './compare.js';
import { recordDifferences } from './incidents.js';
import { compareReadModels } from './read-model-sums.js';

export interface ReconcilerSettings {
  /** Role kyogi_projector. */
  db: DataSource;
  cabinet: Cabinet;
  /** The original of this ledger, where it is a copy. */
  origin: LedgerPull | undefined;
  onDifference: (difference: Difference) => void;
}

/** Who or what asked: a person, or the night of a day ('YYYY-MM-DD'). */
export type Asked = { person: string } | { night: string };

const MINUTES_10 = 600_000;

/** Compares headquarters with the ledger, and a copy of the ledger with its original. */
export class Reconciler {
  constructor(private readonly settings: ReconcilerSettings) {}

  /** @returns undefined when this night was, or is being, looked at already. One that fails may be begun anew. */
  async run(asked: Asked): Promise<Reconciliation | undefined> {
    const id = await this.begin(asked);
    if (id === undefined) return undefined;
    try {
      return await this.compareAll(id);
    } catch (error) {
      await this.settings.db.query('UPDATE hq.reconciliations SET night = NULL WHERE id = $1', [id]);
      throw error;
    }
  }

  private async compareAll(id: number): Promise<Reconciliation> {
    const { db, onDifference } = this.settings;
    const { timeline, register, position } = await this.compareModels();
    const ledger = await this.compareWithOrigin();
    const differences = [timeline, register, ...(ledger ? [ledger] : [])].flatMap((one) => one.differences);
    differences.forEach(onDifference);
    const kinds = ['timeline', 'register', ...(ledger ? ['ledger' as const] : [])] as const;
    const incidents = await db.transaction((tx) => recordDifferences(tx, kinds, differences));
    await db.query(
      'UPDATE hq.reconciliations SET ended_at = clock_timestamp(), position = $2, differences = $3 WHERE id = $1',
      [id, position, differences.length],
    );
    const compared = {
      timeline: timeline.compared,
      register: register.compared,
      ledger: ledger?.compared ?? null,
    };
    return { id, position, compared, incidents };
  }

  private async begin(asked: Asked): Promise<number | undefined> {
    const person = 'person' in asked ? asked.person : null;
    const night = 'night' in asked ? asked.night : null;
    const rows = await this.settings.db.query<{ id: string }[]>(
      `WITH begun AS (INSERT INTO hq.reconciliations (asked_by, night) VALUES ($1, $2) ON CONFLICT (night) DO NOTHING RETURNING id)
       SELECT id FROM begun`,
      [person, night],
    );
    return rows[0] && Number(rows[0].id);
  }

  private compareModels() {
    const { db, cabinet } = this.settings;
    return db.transaction('REPEATABLE READ', async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = ${MINUTES_10}`);
      return compareReadModels(tx, cabinet.calendar.timeZone);
    });
  }

  private async compareWithOrigin(): Promise<Compared | undefined> {
    const { db, cabinet, origin } = this.settings;
    if (!origin) return undefined;
    const [head] = await db.query<{ n: string }[]>('SELECT n FROM public.log_head');
    const { items } = await origin.digest(Number(head?.n ?? 0));
    const here = await db.transaction(async (tx) => {
      await tx.query(`SET LOCAL statement_timeout = ${MINUTES_10}`);
      return tx.query<DaySums[]>(
        `SELECT day::text AS day, organ, events::float8 AS count, sha256 FROM public.ledger_digest($1, $2, NULL)`,
        [cabinet.calendar.timeZone, head?.n ?? 0],
      );
    });
    return compare(
      'ledger',
      items.map(({ events: count, ...one }) => ({ ...one, count })),
      here,
    );
  }
}
