import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { DossierBody } from '#contracts';
import { pool } from '#platform';
import { filingOf } from '../../apps/review/src/filings/filing.js';
import { endFiling, indexFiling } from '../../apps/review/src/filings/index-filing.js';
import { rowsOf, rowsWithin, type Rows } from '../../apps/review/src/filings/rows.js';
import { similarTo } from '../../apps/review/src/filings/similar.js';
import { createDatabase, query, type TestDatabase } from '../support/database.js';

interface Given {
  id: string;
  lead: string;
  title: { ja?: string; en?: string };
  budget?: string[];
  [text: string]: unknown;
}
interface Fixture {
  filings: Given[];
  similar: [string, string][];
  different: [string, string][];
}

const fixture = JSON.parse(readFileSync(join(__dirname, '../fixtures/overlap.json'), 'utf8')) as Fixture;

let db: TestDatabase;
let app: Pool;
let rows: Rows;
let position = 0;

const file = async ({ id, lead, title, budget = [], ...content }: Given, versionNo = 1) => {
  const head = { title, lead, contact: { bureau: 'x' }, budgetProjectIds: budget };
  const body = DossierBody.parse({ type: 'initiative', head, content });
  position += 1;
  await indexFiling(rows, { position, dossierId: id, versionNo }, filingOf(body));
};
const likeOf = async (id: string, versionNo = 1) =>
  (await similarTo(rows, id, versionNo)).map(({ dossierId }) => dossierId);

beforeAll(async () => {
  db = await createDatabase();
  app = pool(db.url, 'kyogi_app', { size: 2 });
  rows = rowsOf(app);
  for (const given of fixture.filings) await file(given);
});
afterAll(async () => {
  await app?.end();
  await db?.drop();
});

const order = new Map(fixture.filings.map(({ id }, i) => [id, i]));
const laterFirst = (pair: [string, string]) =>
  [...pair].sort((a, b) => order.get(b)! - order.get(a)!) as [string, string];

describe('an initiative', () => {
  it.each(fixture.similar.map(laterFirst))('%s is like %s', async (later, earlier) => {
    expect(await likeOf(later)).toContain(earlier);
  });

  it.each(fixture.different.map(laterFirst))('%s is not like %s', async (later, earlier) => {
    expect(await likeOf(later)).not.toContain(earlier);
  });

  it('is never like one of its own ministry, nor like one that was filed after it', async () => {
    const text = {
      title: { ja: '税関における手荷物検査の画像認識AI' },
      description: '手荷物の画像から禁制品を検出する。',
    };
    await file({ id: 'bags-1', lead: 'MOF', ...text });
    await file({ id: 'bags-2', lead: 'MOF', ...text });
    await file({ id: 'bags-3', lead: 'MLIT', ...text });
    expect(await likeOf('bags-2')).toEqual([]);
    expect(await likeOf('bags-1')).toEqual([]);
    expect((await likeOf('bags-3')).sort()).toEqual(['bags-1', 'bags-2']);
  });

  it('that shares a budget project is named whatever its words', async () => {
    await file({ id: 'budget-1', lead: 'MEXT', title: { ja: '学術論文の検索' }, budget: ['005794'] });
    await file({ id: 'budget-2', lead: 'MOE', title: { ja: '鳥類の鳴き声の分類' }, budget: ['005794'] });
    expect(await likeOf('budget-2')).toEqual(['budget-1']);
  });

  it('gets the same answer after the filings around it changed', async () => {
    const text = { title: { ja: '墓地の埋葬記録の読取り' }, description: '手書きの埋葬記録を読み取る。' };
    await file({ id: 'graves-1', lead: 'MHLW', ...text });
    await file({ id: 'graves-2', lead: 'MIC', ...text });
    const before = await similarTo(rows, 'graves-2', 1);
    position += 1;
    await endFiling(rows, 'graves-1', position);
    await file({ id: 'graves-3', lead: 'MOJ', ...text });
    expect(await similarTo(rows, 'graves-2', 1)).toEqual(before);
    expect(await likeOf('graves-3')).toEqual(['graves-2']);
  });
});

describe('the index', () => {
  it('counts the filings of a type as it takes them in', async () => {
    const counted = await query(db.url, 'SELECT type, filings FROM review.types');
    expect(counted).toEqual(
      await query(db.url, 'SELECT type, count(*)::int AS filings FROM review.filings GROUP BY 1'),
    );
  });

  it('is not asked for longer than the lease of a work item allows, and answers again afterwards', async () => {
    const briefly = rowsWithin(app, 100);
    await expect(briefly('SELECT pg_sleep(30)', [])).rejects.toMatchObject({ code: '57014' });
    expect(await briefly('SELECT 1 AS one', [])).toEqual([{ one: 1 }]);
    expect(await rows(`SELECT current_setting('statement_timeout') AS limit`, [])).toEqual([
      { limit: '30s' },
    ]);
  });
});
