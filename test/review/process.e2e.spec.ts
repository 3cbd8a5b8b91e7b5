import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { CommandsModule } from '#commands';
import { projectRoot } from '#platform';
import { createDatabase, query, type TestDatabase } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { openOffice, passTime, eventsOf } from './office.js';
import { hasRedis, OwnRedis } from './redis.js';

jest.setTimeout(120_000);

let db: TestDatabase;
const children: ChildProcess[] = [];
beforeEach(async () => {
  db = await createDatabase();
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await db.drop();
});

/** The built review process. */
const launch = (environment: Record<string, string>) => {
  const child = spawn(process.execPath, [join(projectRoot(), 'dist/apps/review/src/main.js')], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: db.url,
      REVIEW_PORT: '0',
      RECONCILER_MS: '500',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const said: string[] = [];
  child.stdout.on('data', (data: Buffer) => said.push(data.toString()));
  child.stderr.on('data', (data: Buffer) => said.push(data.toString()));
  return { child, said: () => said.join('') };
};

const ready = (said: () => string) => eventually(() => expect(said()).toContain('review listens'), 60_000);

describe('a review process', () => {
  (hasRedis ? it : it.skip)('ends with one sentence when Redis may forget by itself (JQ-6)', async () => {
    const redis = await OwnRedis.start('allkeys-lru');
    try {
      const { child, said } = launch({ REDIS_URL: redis.url });
      const [code] = (await once(child, 'exit')) as [number];
      expect(code).toBe(1);
      const sentence = said()
        .split('\n')
        .filter((line) => line.startsWith('review cannot start'));
      expect(sentence).toHaveLength(1);
      expect(sentence[0]).toMatch(/maxmemory-policy allkeys-lru.*set it to noeviction/);
    } finally {
      await redis.close();
    }
  });

  it('ends by itself soon after SIGTERM', async () => {
    const { child, said } = launch({});
    await ready(said);
    const asked = Date.now();
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(Date.now() - asked).toBeLessThan(10_000);
  });

  it('that is killed leaves its work to another, and nothing is done twice', async () => {
    const office = await openOffice({}, db, CommandsModule);
    try {
      const first = launch({});
      const second = launch({});
      await Promise.all([ready(first.said), ready(second.said)]);
      const ids: string[] = [];
      for (let i = 0; i < 12; i += 1) {
        ids.push(await office.file({ title: { ja: `試行 ${randomUUID()}` } }));
        if (i === 6) first.child.kill('SIGKILL');
      }
      for (const id of ids) await passTime(db.url, id, 24 * 60);
      await eventually(async () => {
        const [left] = await query(
          db.url,
          `SELECT count(*)::int AS n FROM work_items WHERE state = 'due' AND due_at <= now() OR state = 'dead'`,
        );
        expect(left?.n).toBe(0);
      }, 90_000);
      for (const id of ids) {
        const types = await eventsOf(db.url, id);
        for (const once of ['CompletenessChecked', 'OverlapsFound', 'DossierAccepted', 'ClockDue'])
          expect(types.filter((type) => type === once)).toHaveLength(1);
      }
    } finally {
      await office.close();
    }
  });
});
