import { Cabinet, type Principal, type Role } from '#contracts';
import { Wake } from '#event-store';
import { dataSource, pool } from '#platform';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { readModels } from '../../apps/headquarters/src/projections/index.js';
import type { ReadModel } from '../../apps/headquarters/src/projections/read-model.js';
import {
  allGenerations,
  describeGenerations,
} from '../../apps/headquarters/src/read-models/generation-rows.js';
import {
  Generations,
  type GenerationsSettings,
} from '../../apps/headquarters/src/read-models/generations.js';
import { Readers, type Read, type Rows } from '../../apps/headquarters/src/read-models/readers.js';
import { createDatabase, query, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { Given } from './given-events.js';

// Everything here waits for a database that other suites use as well.
jest.setTimeout(90_000);

const organ = (slug: string, tier: string, more: object = {}) => ({
  ...{ slug, ja: slug, en: slug, tier, validFrom: '2001-01-06' },
  ...more,
});

/** A small cabinet; its real ones are data of their own. */
export const cabinet: Cabinet = Cabinet.parse({
  name: 'small',
  titleJa: '内閣',
  titleEn: 'Cabinet',
  calendar: { country: 'JP', timeZone: 'Asia/Tokyo' },
  organs: [
    organ('HQ', 'lead', { secretariat: true }),
    ...['METI', 'MLIT', 'MHLW', 'MOF', 'DA', 'MOE'].map((slug) => organ(slug, 'lead')),
    organ('PPC', 'independent'),
  ],
});

export const at = (organSlug: string, ...roles: Role[]): Principal => ({
  person: `${organSlug.toLowerCase()}-reader`,
  homeOrgan: organSlug,
  assignments: (roles.length === 0 ? (['LIAISON'] as const) : roles).map((role) => ({
    role,
    organ: organSlug,
  })),
});
export const secretariat = at('HQ', 'SECR_REVIEWER');
export const nobody: Principal = { person: 'nobody', homeOrgan: 'METI', assignments: [] };

/** Headquarters without its HTTP door, on a database of its own. */
export class Desk {
  readonly given: Given;
  readonly readers: Readers;
  generations: Generations;
  /** What went wrong in the background. */
  readonly errors: Error[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly projector: DataSource,
    readonly readerPool: Pool,
    readonly wake: Wake,
    models: readonly ReadModel[],
    private readonly settings: Partial<GenerationsSettings>,
  ) {
    this.given = new Given(database.url);
    this.readers = new Readers(readerPool, cabinet.headquarters);
    this.generations = this.made(models);
  }

  static async open(settings: Partial<GenerationsSettings> = {}, models = readModels): Promise<Desk> {
    const database = await createDatabase();
    const projector = await dataSource(database.url, 'kyogi_projector', { size: 10 }).initialize();
    const wake = new Wake(database.url, 'kyogi_projector');
    await wake.start();
    const desk = new Desk(
      database,
      projector,
      pool(database.url, 'kyogi_reader', { size: 8 }),
      wake,
      models,
      settings,
    );
    await desk.generations.start();
    await eventually(
      async () => expect([await desk.generations.areLive(), desk.errors]).toEqual([true, []]),
      3_000,
    );
    return desk;
  }

  private made(models: readonly ReadModel[]): Generations {
    return new Generations({
      db: this.projector,
      wake: this.wake,
      cabinet,
      models,
      everyMs: 50,
      graceMs: 100,
      onError: (error) => this.errors.push(error),
      ...this.settings,
    });
  }

  /** As a new release of the program would. */
  async restart(models: readonly ReadModel[] = readModels): Promise<void> {
    await this.generations.stop();
    this.generations = this.made(models);
    await this.generations.start();
  }

  /** A query that has seen `minPosition`, however slow the machine is. */
  async read<Answer>(
    principal: Principal | 'public',
    models: readonly ReadModel['name'][],
    work: (rows: Rows) => Promise<Answer>,
    minPosition = 0,
  ): Promise<Read<Answer>> {
    if (minPosition > 0) await this.caughtUp(models, minPosition);
    return this.readers.read({ principal, models, minPosition }, work);
  }

  /** Waits until every one of the models has come to a position. */
  async caughtUp(models: readonly string[], position: number): Promise<void> {
    await eventually(async () => {
      const { items } = await describeGenerations(this.projector);
      const live = items.filter((item) => item.state === 'live' && models.includes(item.name));
      expect(Math.min(...live.map((item) => item.position))).toBeGreaterThanOrEqual(position);
    }, 40_000);
  }

  /** The name of a model's live schema. */
  async live(name: string): Promise<string> {
    const all = await allGenerations(this.projector);
    return all.find((one) => one.name === name && one.state === 'live')!.subscription;
  }

  /** A hash of every row of every table of a schema, read by a superuser. */
  async hash(schema: string): Promise<string> {
    const tables = await query(
      this.database.url,
      `SELECT tablename FROM pg_tables WHERE schemaname = $1 ORDER BY 1`,
      [schema],
    );
    const parts: string[] = [];
    for (const { tablename } of tables) {
      const [row] = await query(
        this.database.url,
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS hash FROM ${schema}.${String(tablename)} t`,
      );
      parts.push(`${String(tablename)} ${String(row!.hash)}`);
    }
    return parts.join('\n');
  }

  async close(): Promise<void> {
    await this.generations.stop();
    await this.wake.stop();
    await this.given.end();
    await this.readerPool.end();
    await this.projector.destroy();
    await this.database.drop();
  }
}
