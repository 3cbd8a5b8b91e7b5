import { readXlsx } from 'hucre/xlsx';
import { parseCsv } from 'hucre/csv';
import { CabinetAtWork } from '../support/cabinet-at-work';
import { comment, reviewedGuideline } from '../public-comment/held';
import { procurementGuideline } from '../scenarios/texts';

/* Who gets which paper of a case, under which name, and that each is what it says it is. */

let cabinet: CabinetAtWork;
let id: string;
beforeAll(async () => {
  cabinet = await CabinetAtWork.start();
  await cabinet.clockIs('2026-06-01 15:10');
  id = await cabinet.files('DA', 'guideline', procurementGuideline);
  await cabinet.as('HQ', 'SECR_INTAKE').does(id, 'accept-dossier');
  await cabinet.as('DA', 'LIAISON').does(id, 'open-round');
  const thread = { kind: 'OPINION', weight: 'MUST', clauseId: 'c4.2', body: '=1+1 を追加' };
  await cabinet.as('PPC', 'LIAISON').does(id, 'raise-thread', { roundNo: 1, organ: 'PPC', thread });
}, 120_000);
afterAll(() => cabinet?.close());

const path = (file: string) => `/v1/dossiers/${id}/documents/${file}`;
const isZip = (bytes: Buffer) => bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';

const ask = async (person: string, file: string) => {
  const { headquarters } = cabinet;
  return headquarters.send(path(file), { token: await headquarters.tokenOf(person) });
};

describe('the papers of a consultation', () => {
  it('have a name in Japanese, the right media type and the position they stand for', async () => {
    await cabinet.reads('PPC', `/v1/dossiers/${id}/consultation`);
    const papers = {
      'opinion-table.xlsx': ['意見一覧表_AI-R8-DA-GL-0001.xlsx', 'spreadsheetml.sheet'],
      'opinion-table.xlsx?organ=METI': [
        '意見一覧表_第1次_経済産業省_AI-R8-DA-GL-0001.xlsx',
        'spreadsheetml.sheet',
      ],
      'opinion-table.csv': ['意見一覧表_AI-R8-DA-GL-0001.csv', 'text/csv; charset=utf-8'],
      'old-new.docx?from=1&to=1': [
        '新旧対照表_第1版_第1版_AI-R8-DA-GL-0001.docx',
        'wordprocessingml.document',
      ],
      'cover.docx?round=1': ['照会文_第1次_AI-R8-DA-GL-0001.docx', 'wordprocessingml.document'],
    };
    for (const [file, [name, media]] of Object.entries(papers)) {
      const { status, headers } = await ask('ppc-liaison', file);
      const named = /filename\*=UTF-8''(\S+)$/.exec(headers.get('content-disposition') ?? '')?.[1] ?? '';
      expect([file, status, decodeURIComponent(named)]).toEqual([file, 200, name]);
      expect(headers.get('content-type')).toContain(media);
      expect(Number(headers.get('kyogi-position'))).toBeGreaterThan(0);
    }
  });

  it('say the same as the sheet, and compute nothing', async () => {
    const table = (await readXlsx(await cabinet.readsBytes('PPC', path('opinion-table.xlsx')))).sheets[0]!;
    expect(table.rows.at(-1)?.slice(0, 8)).toEqual([
      ...['PPC#1', '個人情報保護委員会', null, '意見', '必須', 'c4.2 学習データ', null, '=1+1 を追加'],
    ]);
    const [, line] = parseCsv(await cabinet.readsText('PPC', path('opinion-table.csv')));
    expect(line?.[7]).toBe("'=1+1 を追加");
    for (const file of ['old-new.docx', 'cover.docx', 'cover.docx?round=1'])
      expect(isZip(await cabinet.readsBytes('DA', path(file)))).toBe(true);
  });

  it('are not there for whom the dossier is not open, nor for a ministry that is not asked or a round that was not held', async () => {
    const hidden = await cabinet.drafts('METI', 'initiative');
    for (const file of ['opinion-table.xlsx', 'cover.docx', 'old-new.docx'])
      await cabinet.isNotShown('PPC', `/v1/dossiers/${hidden}/documents/${file}`);
    for (const file of [
      'opinion-table.xlsx?organ=DA',
      'cover.docx?round=2',
      'old-new.docx?to=9',
      'public-comment-result.docx',
    ])
      expect((await cabinet.isNotShown('PPC', path(file))).status).toBe(404);
    expect((await cabinet.isNotShown('PPC', path('cover.docx?round=0'))).status).toBe(400);
  });
});

describe('the result of a public comment', () => {
  const of = (dossierId: string, ending: string) =>
    `/v1/dossiers/${dossierId}/documents/public-comment-result.${ending}`;

  it('is a paper of those who take part once comments are counted, and of all once it is published', async () => {
    const guideline = await reviewedGuideline(cabinet);
    const lead = cabinet.as('DA', 'LIAISON');
    await lead.does(guideline, 'open-public-comment', { closeOn: '2026-06-20' });
    await lead.isNotShown(of(guideline, 'docx'));
    await comment(cabinet, guideline, { text: '@経過措置を設けてほしい。' });
    await cabinet.clockIs('2026-06-21 00:00');
    const answer = { gist: '@経過措置', response: '原案のとおり', changeMade: false };
    await lead.does(guideline, 'dispose-comments', { groupNo: 1, count: 1, ...answer });
    const [, line] = parseCsv(await lead.readsText(of(guideline, 'csv')));
    expect(line?.slice(2)).toEqual([
      ...[
        '令和8年6月1日(月)',
        '令和8年6月20日(土)',
        '1',
        '1',
        '',
        "'@経過措置",
        '1',
        '原案のとおり',
        '原案のとおり',
      ],
    ]);
    const onlooker = cabinet.as('JSA', 'LIAISON');
    await onlooker.isNotShown(of(guideline, 'csv'));
    const published = { url: 'https://public-comment.e-gov.go.jp/1', publishedOn: '2026-06-21' };
    await lead.does(guideline, 'publish-comment-result', published);
    expect(await onlooker.readsText(of(guideline, 'csv'))).toContain('原案のとおり');
    expect(isZip(await onlooker.readsBytes(of(guideline, 'docx')))).toBe(true);
  });
});
