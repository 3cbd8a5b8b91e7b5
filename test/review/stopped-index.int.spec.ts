import { ulid } from 'ulid';
import { FILINGS } from '../../apps/review/src/filings/filings.subscription.js';
import { query } from '../support/database.js';
import { eventually } from '../support/eventually.js';
import { eventsOf, openOffice, passTime, type Office } from './office.js';

const WAITING = 200;
/** Milliseconds. It is some tenths of a second; with a place held by each filing that waits, more than half a minute. */
const PUNCTUAL = 5_000;
jest.setTimeout(90_000);

describe.each([
  ['Redis', { REDIS_URL: process.env.TEST_REDIS_URL }],
  ['PostgreSQL alone', {}],
  ['a Redis that is away', { REDIS_URL: 'redis://127.0.0.1:1' }],
])('an index that stands still, hinted through %s,', (_, environment) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(environment);
  });
  afterAll(() => office?.close());

  it('keeps filings waiting and no deadline, and they are compared once it goes on', async () => {
    const punctual = await Promise.all(['MIC', 'MHLW', 'METI'].map((lead) => office.file({ lead })));
    await query(office.url, `UPDATE subscriptions SET state = 'stopped' WHERE name = $1`, [FILINGS]);
    const waiting = await office.file({});
    await query(
      office.url,
      `INSERT INTO work_items (item_key, stream_id, kind, name, payload, due_at)
       SELECT $1 || n, $2, 'step', 'overlap', '{"versionNo": 1}', clock_timestamp() FROM generate_series(1, ${WAITING}) n`,
      [ulid(), waiting],
    );
    for (const dossierId of punctual) {
      await passTime(office.url, dossierId, 24 * 30);
      await eventually(
        async () => expect(await eventsOf(office.url, dossierId)).toContain('DossierAccepted'),
        PUNCTUAL,
      );
    }
    expect(await overlaps(office.url, waiting)).toEqual({ due: WAITING + 1 });
    await query(office.url, `UPDATE subscriptions SET state = 'running' WHERE name = $1`, [FILINGS]);
    await eventually(
      async () => expect(await overlaps(office.url, waiting)).toEqual({ done: WAITING + 1 }),
      30_000,
    );
  });
});

const overlaps = async (url: string, dossierId: string): Promise<Record<string, number>> => {
  const rows = await query(
    url,
    `SELECT state, count(*)::int AS n FROM work_items WHERE stream_id = $1 AND name = 'overlap' GROUP BY state`,
    [dossierId],
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n])) as Record<string, number>;
};
