import type { Cabinet, Reconciliation } from '#contracts';
import type { Leader } from '#platform';
import type { DataSource } from 'typeorm';
import type { LedgerPull } from '../mirror/pull.js';
import { begin, end, isDone } from './attempts.js';
import { compare, type Compared, type DaySums, type Difference } from './compare.js';
import { recordDifferences } from './incidents.js';
import { compareReadModels } from './read-model-sums.js';

export interface ReconcilerSettings {
  /** Role kyogi_projector. */
  db: DataSource;
  cabinet: Cabinet;
  /** The original of this ledger, where it is a copy. */
  origin: LedgerPull | undefined;
  /** A leader of its own for each night: of all processes one is at it. */
  lead: () => Leader;
  onDifference: (difference: Difference) => void;
}

/** Who or what asked: a person, or the night of a day ('YYYY-MM-DD'). */
export type Asked = { person: string } | { night: string };

const MINUTES_10 = 600_000;

/** Compares headquarters with the ledger, and a copy of the ledger with its original. */
export class Reconciler {
  constructor(private readonly settings: ReconcilerSettings) {}

  /**
   * @returns undefined when this night has ended, or another process is at it. One that failed, or whose process or database went
   * away, may be begun anew.
   */
  async run(asked: Asked): Promise<Reconciliation | undefined> {
    const { db, lead } = this.settings;
    if ('person' in asked) return this.attempt(asked);
    if (await isDone(db, asked.night)) return undefined;
    const leader = lead();
    try {
      return (await leader.hold()) ? await this.attempt(asked) : undefined;
    } finally {
      await leader.release();
    }
  }

  private async attempt(asked: Asked): Promise<Reconciliation | undefined> {
    const { db, onDifference } = this.settings;
    const attempt = await begin(db, asked);
    if (!attempt) return undefined;
    const { timeline, register, position } = await this.compareModels();
    const ledger = await this.compareWithOrigin();
    const differences = [timeline, register, ...(ledger ? [ledger] : [])].flatMap((one) => one.differences);
    differences.forEach(onDifference);
    const kinds = ['timeline', 'register', ...(ledger ? ['ledger' as const] : [])] as const;
    const incidents = await db.transaction(async (tx) => {
      // First: whoever was overtaken says nothing about incidents.
      await end(tx, attempt, { position, differences: differences.length });
      return recordDifferences(tx, kinds, differences);
    });
    const compared = {
      timeline: timeline.compared,
      register: register.compared,
      ledger: ledger?.compared ?? null,
    };
    return { id: Number(attempt.id), position, compared, incidents };
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
