import { dossierType } from '#contracts';
import { newDossierId } from '../support/app';
import { CabinetAtWork } from '../support/cabinet-at-work';
import { query } from '../support/database';

/* G14. What is marked 機密性3 never enters: an oral item says that it exists, and nothing of it. */

let cabinet: CabinetAtWork;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  await cabinet.clockIs('2026-06-01 10:00');
});
afterAll(() => cabinet?.close());

const secret = '次期装備品の運用要領';
const draft = (id: string, head: object, more: object = {}) => {
  const { example } = dossierType('guideline');
  const title = { ja: secret };
  return cabinet.as('MOD', 'DESK').isRefused(id, 'draft-dossier', {
    ...{ type: 'guideline', ...example, ...more },
    head: { ...example.head, lead: 'MOD', title, ...head },
  });
};

/** Tables of the database in which the words stand. */
const keptIn = async (words: string): Promise<string[]> => {
  const { url } = cabinet.intake.database;
  const tables = await query(
    url,
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await query(url, `SELECT 1 FROM ${name as string} AS t WHERE t::text LIKE $1`, [
      `%${words}%`,
    ]);
    if (rows.length > 0) found.push(name as string);
  }
  return found;
};

describe('a secret matter of MOD', () => {
  it.each([
    ['機密性3', { confidentiality: 3, handling: [] }],
    ['極秘', { confidentiality: 2, handling: ['極秘'] }],
    ['特定秘密', { confidentiality: 2, handling: ['複製禁止', '特定秘密'] }],
  ])('marked %s is refused with the way that is left, and nothing of it is kept', async (_, marking) => {
    const refused = await draft(newDossierId(), { marking });
    expect([refused.status, refused.insteadType]).toEqual([422, 'oral-item']);
    expect(JSON.stringify(refused)).not.toContain(secret);
    expect(await keptIn(secret)).toEqual([]);
  });

  it('is noted by its reference, for its ministry and the secretariat', async () => {
    const id = await cabinet.drafts('MOD', 'oral-item');
    for (const organ of ['MOD', 'HQ'])
      expect(await cabinet.reads(organ, `/v1/dossiers/${id}`)).toMatchObject({
        stage: 'NOTED',
        summary: null,
      });
    expect((await cabinet.isNotShown('MOF', `/v1/dossiers/${id}`)).status).toBe(404);
  });

  it('has no room for its text in an oral item', async () => {
    const { example } = dossierType('oral-item');
    const clauses = [{ id: 'c1', text: secret, children: [] }];
    for (const [more, path] of [
      [{ clauses }, 'clauses'],
      [{ head: { ...example.head, lead: 'MOD', summary: secret } }, 'head.summary'],
    ] as const) {
      const body = { type: 'oral-item', ...example, head: { ...example.head, lead: 'MOD' }, ...more };
      const refused = await cabinet.as('MOD', 'DESK').isRefused(newDossierId(), 'draft-dossier', body);
      expect([refused.status, refused.faults[0].path]).toEqual([422, path]);
    }
    expect(await keptIn(secret)).toEqual([]);
  });
});

describe('a draft', () => {
  it('is seen by nobody outside of its ministry before it is filed, and by no other before it is circulated', async () => {
    const id = await cabinet.drafts('MOD', 'guideline');
    const everywhere = ['', '/timeline', '/consultation', '/explain', '/versions/1', '/old-new.html'];
    for (const organ of ['HQ', 'MOF'])
      for (const part of everywhere)
        expect([part, (await cabinet.isNotShown(organ, `/v1/dossiers/${id}${part}`)).status]).toEqual([
          part,
          404,
        ]);
    await cabinet.as('MOD', 'DESK').does(id, 'request-approval');
    await cabinet.as('MOD', 'MIN_APPROVER').does(id, 'approve-dossier');
    await cabinet.as('MOD', 'LIAISON').does(id, 'file-dossier');
    expect((await cabinet.reads('HQ', `/v1/dossiers/${id}`)).stage).toBe('FILED');
    for (const part of everywhere)
      expect([part, (await cabinet.isNotShown('MOF', `/v1/dossiers/${id}${part}`)).status]).toEqual([
        part,
        404,
      ]);
    expect((await cabinet.reads('MOF', '/v1/dossiers')).items).toEqual([]);
  });
});
