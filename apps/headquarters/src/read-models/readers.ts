import { Problem, type Principal } from '#contracts';
import { sightOf } from '#sight';
import { escapeLiteral, type Pool, type PoolClient } from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import { PUBLIC_EYE } from '../projections/publication-tables.js';
import type { ReadModel } from '../projections/read-model.js';
import { READING } from './generation-rows.js';

type ModelName = ReadModel['name'];

/** SQL under a reader's eyes. */
export type Rows = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>;

export interface ReadRequest {
  /** Who looks; `public`: whoever it is, without having signed in. */
  principal: Principal | 'public';
  models: readonly ModelName[];
  /** What the answer must have seen, 0 for anything. */
  minPosition?: number;
}

/** An answer and the position in the ledger it stands for: exactly, since both come from one snapshot. */
export interface Read<Answer> {
  answer: Answer;
  position: number;
}

const WAIT_MS = 2_000;

interface Live {
  name: ModelName;
  position: string | null;
  schema: string;
}

/**
 * One round trip: a read-only snapshot, the live generations as search_path, the eyes, and a lock that keeps the generations from
 * being dropped while they are read. Unlike a SET, set_config(..., true) ends with the transaction.
 */
const opening = (models: readonly ModelName[], eyes: string[]): string => {
  const names = models.map(escapeLiteral).join(', ');
  return `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
    SELECT m.name, m.subscription AS schema, s.position, pg_advisory_xact_lock_shared(${READING}, m.id),
      set_config('search_path', string_agg(m.subscription, ', ') OVER () || ', public', true),
      set_config('kyogi.readers', ${escapeLiteral(eyes.join(','))}, true)
    FROM hq.read_models m LEFT JOIN public.subscriptions s ON s.name = m.subscription
    WHERE m.state = 'live' AND m.name IN (${names})`;
};

/** Queries over the live generations, each under the row-level security of one person. */
export class Readers {
  /** @param pool role kyogi_reader */
  constructor(
    private readonly pool: Pool,
    private readonly headquarters: string,
  ) {}

  /**
   * Runs queries in one snapshot.
   * @throws Problem not-yet-visible when a model has not come to `minPosition` within 2 s, unavailable before the first build
   */
  async read<Answer>(request: ReadRequest, work: (rows: Rows) => Promise<Answer>): Promise<Read<Answer>> {
    const end = performance.now() + WAIT_MS;
    for (let pause = 4; ; pause = Math.min(40, pause * 1.5)) {
      const found = await this.attempt(request, work);
      if ('answer' in found) return found;
      if (performance.now() + pause > end) throw tooEarly(request.minPosition ?? 0, found.position);
      await delay(pause);
    }
  }

  private async attempt<Answer>(
    { principal, models, minPosition = 0 }: ReadRequest,
    work: (rows: Rows) => Promise<Answer>,
  ): Promise<Read<Answer> | { position: number }> {
    const client = await this.pool.connect();
    let broken = true;
    try {
      const position = await this.begin(client, models, this.eyesOf(principal));
      const rows: Rows = async <Row extends object>(sql: string, values: unknown[] = []) =>
        (await client.query<Row>(sql, values)).rows;
      const result = position < minPosition ? { position } : { answer: await work(rows), position };
      await client.query('COMMIT');
      broken = false;
      return result;
    } catch (error) {
      broken = !(await client.query('ROLLBACK').then(
        () => true,
        () => false,
      ));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  private eyesOf(principal: ReadRequest['principal']): string[] {
    return principal === 'public' ? [PUBLIC_EYE] : sightOf(principal, this.headquarters);
  }

  private async begin(client: PoolClient, models: readonly ModelName[], eyes: string[]): Promise<number> {
    const results = (await client.query(opening(models, eyes))) as unknown as { rows: Live[] }[];
    const live = results[1]?.rows ?? [];
    if (live.length < models.length)
      throw new Problem(
        'unavailable',
        'The read models are being built for the first time; try again shortly.',
      );
    return Math.min(...live.map(({ position }) => Number(position ?? 0)));
  }
}

const tooEarly = (wanted: number, position: number): Problem =>
  new Problem('not-yet-visible', `Position ${wanted} was not reached within 2 s; ask again.`, {
    position,
    retryAfterSeconds: 1,
  });
