import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readModels } from '../../apps/headquarters/src/projections/index.js';
import { delivery } from '../../apps/delivery/src/app.js';
import { headquarters } from '../../apps/headquarters/src/app.js';
import { Given } from '../headquarters/given-events';
import { randomOf, wander } from '../headquarters/wander';
import { TestApp } from '../support/app';
import { query } from '../support/database';
import { eventually } from '../support/eventually';

/** The original: a ledger with its delivery process, and a token of headquarters' machine in a file. */
export class Original {
  private readonly folder = mkdtempSync(join(tmpdir(), 'kyogi-distance-'));
  private readonly random = randomOf(7);

  private constructor(
    readonly app: TestApp,
    readonly given: Given,
  ) {}

  static async start(more: Record<string, string> = {}): Promise<Original> {
    const app = await TestApp.start(delivery, more);
    const original = new Original(app, new Given(app.database.url));
    await app.register('mirror-machine', 'DOWNSTREAM', 'HQ');
    writeFileSync(original.tokenFile, await app.issuer.tokens.token('mirror-machine', { expiresIn: 7_200 }));
    return original;
  }

  get tokenFile(): string {
    return join(this.folder, 'token');
  }

  /** Tells so many stories at random. @returns the head of the ledger */
  async tells(stories: number): Promise<number> {
    for (const story of wander(this.random, stories)) await this.given.tell(story);
    return this.given.number();
  }

  /** Headquarters on the same database. */
  headquarters(): Promise<TestApp> {
    return TestApp.start(headquarters, {}, this.app);
  }

  async close(): Promise<void> {
    await this.given.end();
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Headquarters with a database of its own, or that of another, copied from an original. */
export const startCopy = (
  original: Original,
  source: string,
  more: Record<string, string> = {},
  beside?: TestApp,
): Promise<TestApp> =>
  TestApp.start(
    headquarters,
    { LEDGER_SOURCE: source, LEDGER_TOKEN_FILE: original.tokenFile, ...more },
    beside,
  );

export const headOf = async (url: string): Promise<number> =>
  Number((await query(url, 'SELECT n FROM log_head'))[0]?.n);

/** Waits until the ledger and every read model of a database have come to a position. */
export const reaches = (url: string, position: number, timeoutMs = 30_000): Promise<void> =>
  eventually(async () => {
    const [row] = await query(
      url,
      `SELECT count(*)::int AS live, min(s.position)::float8 AS position FROM hq.read_models m
       JOIN subscriptions s ON s.name = m.subscription WHERE m.state = 'live'`,
    );
    expect({ head: await headOf(url), ...row }).toEqual({
      ...{ head: position, live: readModels.length, position },
    });
  }, timeoutMs);

/** sha256 over all rows of every table of every live read model, and of the ledger itself, by name. */
export const fingerprints = async (url: string): Promise<Record<string, string>> => {
  const tables = await query(
    url,
    `SELECT m.name, t.schemaname || '.' || t.tablename AS path, m.name || '.' || t.tablename AS shown
     FROM hq.read_models m JOIN pg_tables t ON t.schemaname = m.subscription WHERE m.state = 'live' ORDER BY 3`,
  );
  const ledger = `(SELECT l.position, e.* FROM event_log l JOIN events e ON e.id = l.event_id)`;
  const all = [...tables, { path: ledger, shown: 'ledger' }, { path: 'streams', shown: 'streams' }];
  const found: Record<string, string> = {};
  for (const { path, shown } of all) {
    const [row] = await query(
      url,
      `SELECT count(*) AS n, string_agg(t::text, E'\n' ORDER BY t::text COLLATE "C") AS text FROM ${String(path)} AS t`,
    );
    const { n, text } = row as { n: string; text: string | null };
    found[String(shown)] = `${n} ${createHash('sha256')
      .update(text ?? '')
      .digest('hex')}`;
  }
  return found;
};
