import { Controller, Get, Inject, Query, type OnModuleDestroy } from '@nestjs/common';
import { World, Ledger } from '#commands';
import { LedgerDigest, Problem, type DayDigest, type LedgerPage, type Principal } from '#contracts';
import { readLog, Signal, type LedgerEvent } from '#event-store';
import { CurrentPrincipal } from '#identity';
import { requested } from '#platform';
import type { Pool } from 'pg';
import { DELIVERER } from '../tokens.js';
import { DigestQuery, LedgerQuery } from './requests.js';

/** Milliseconds between two looks while a request waits: a wake-up may be lost. */
const POLL_MS = 1_000;
/** Events that are read at once, and after how many characters no more are. */
const CHUNK = 100;
const ANSWER_BYTES = 8_388_608;

/** The whole ledger, persons and all, for headquarters' own machines. */
@Controller('v1/ledger')
export class LedgerController implements OnModuleDestroy {
  private stopping = false;
  private readonly waiting = new Set<Signal>();

  constructor(
    @Inject(DELIVERER) private readonly db: Pool,
    private readonly ledger: Ledger,
    private readonly world: World,
  ) {
    ledger.wake.on(() => this.wake());
  }

  /** Events after a position; with `wait`, answers when there is one or the seconds are over. */
  @Get()
  async read(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<LedgerPage> {
    this.admit(principal);
    const { after, limit, wait } = requested(LedgerQuery, query);
    const end = performance.now() + wait * 1_000;
    const signal = new Signal();
    this.waiting.add(signal);
    try {
      for (;;) {
        const head = await this.ledger.head();
        const items = head > after ? await this.events(after, limit) : [];
        const left = end - performance.now();
        if (items.length > 0 || left <= 0 || this.stopping) return { head, items };
        await signal.wait(Math.min(left, POLL_MS));
      }
    } finally {
      this.waiting.delete(signal);
    }
  }

  /** Counts and hashes by day and acting organ, for who compares a copy. */
  @Get('digest')
  async digest(@CurrentPrincipal() principal: Principal, @Query() query: unknown): Promise<LedgerDigest> {
    this.admit(principal);
    const { day, upTo } = requested(DigestQuery, query);
    const at = Math.min(upTo ?? Infinity, await this.ledger.head());
    const { rows } = await this.db.query<DayDigest>(
      `SELECT day::text, organ, events::float8 AS events, sha256 FROM ledger_digest($1, $2, $3) ORDER BY day, organ`,
      [this.world.cabinet.calendar.timeZone, at, day ?? null],
    );
    return LedgerDigest.parse({ upTo: at, items: rows });
  }

  /** Who waits is answered at once: the process ends. */
  onModuleDestroy(): void {
    this.stopping = true;
    this.wake();
  }

  private wake(): void {
    for (const signal of this.waiting) signal.set();
  }

  /** At most `limit`, and no more than fit into an answer; always one, if there is one. */
  private async events(after: number, limit: number): Promise<LedgerEvent[]> {
    const found: LedgerEvent[] = [];
    for (let bytes = 0; found.length < limit && bytes < ANSWER_BYTES;) {
      const from = after + found.length;
      const some = await readLog(
        async (sql, values) => (await this.db.query<object>(sql, values)).rows,
        from,
        Math.min(CHUNK, limit - found.length),
      );
      found.push(...some);
      bytes += JSON.stringify(some).length;
      if (some.length < CHUNK) break;
    }
    return found;
  }

  private admit({ assignments }: Principal): void {
    const { headquarters } = this.world.cabinet;
    const may = assignments.some(
      ({ role, organ }) => organ === headquarters && (role === 'DOWNSTREAM' || role === 'SECR_DIRECTOR'),
    );
    if (!may)
      throw new Problem(
        'not-permitted',
        "The whole ledger is for headquarters' own machines (DOWNSTREAM there) and its director.",
        { rule: 'role' },
      );
  }
}
