import { identitySheet, inertCell, opinionColumns, opinionTableSchema } from '#contracts';
import { loadCabinet } from '#platform';
import { parseCsv } from 'hucre/csv';
import { readXlsx } from 'hucre/xlsx';
import { clauses, round, sheet, thread } from '../../../../test/documents/sheets';
import { attachment, fileName } from './file-name.js';
import { officeOf } from './office.js';
import { opinionTableCsv } from './opinion-table-csv.js';
import { opinionTableXlsx } from './opinion-table-xlsx.js';

const office = officeOf(loadCabinet('cabinets/japan.json'));
const own = (organ: string) => ({ organ, round: round() });
const read = async (bytes: Buffer) => {
  const { sheets } = await readXlsx(bytes);
  return new Map(sheets.map((one) => [one.name, one]));
};
const headers = Object.values(opinionColumns);

describe('the opinion table of one ministry', () => {
  it('has its threads, empty rows to fill, and says in a hidden sheet what it belongs to', async () => {
    const sheets = await read(await opinionTableXlsx({ sheet: sheet(), clauses, office, own: own('PPC') }));
    const table = sheets.get('意見一覧表')!;
    expect(table.rows[3]).toEqual(headers);
    expect(table.rows[4]?.slice(0, 6)).toEqual([
      ...['PPC#1', '個人情報保護委員会', '参事官室', '意見', '必須', 'c4.2 学習データ'],
    ]);
    expect(table.rows.slice(5).map((row) => row.filter(Boolean))).toEqual(
      Array.from({ length: 20 }, () => ['個人情報保護委員会']),
    );
    const hidden = sheets.get(identitySheet)!;
    expect(hidden.hidden).toBe(true);
    expect(Object.fromEntries(hidden.rows)).toEqual({
      ...{ schema: opinionTableSchema, dossierId: sheet().dossierId, organ: 'PPC', roundNo: '1' },
      sha256: 'a'.repeat(64),
    });
    expect(sheets.get('条項一覧')!.rows.map(([label]) => label)).toEqual([
      ...['該当箇所', 'c1 総則', 'c1.3', 'c4 契約', 'c4.2 学習データ'],
    ]);
  });

  it('offers kinds, weights and clauses to choose from', async () => {
    const sheets = await read(await opinionTableXlsx({ sheet: sheet(), clauses, office, own: own('METI') }));
    expect(sheets.get('意見一覧表')!.dataValidations).toEqual([
      expect.objectContaining({ values: ['質問', '意見'], range: 'D5:D1000' }),
      expect.objectContaining({ values: ['必須', '要望', '参考'], range: 'E5:E1000' }),
      expect.objectContaining({ formula1: "'条項一覧'!$A$2:$A$5", range: 'F5:F1000' }),
    ]);
  });

  it('is the same file for the same view', async () => {
    const make = () => opinionTableXlsx({ sheet: sheet(), clauses, office, own: own('METI') });
    expect((await make()).equals(await make())).toBe(true);
  });
});

describe('the opinion table of all', () => {
  it('has every thread that the reader may see, with what was answered and where it is proved', async () => {
    const table = (await read(await opinionTableXlsx({ sheet: sheet(), clauses, office }))).get(
      '意見一覧表',
    )!;
    expect(table.rows.slice(4).map(([no]) => no)).toEqual(['PPC#1', 'MOF#1', 'METI#1']);
    const [, , , , , , , , , , disposition, answer, state] = table.rows[4]!;
    expect([disposition, state]).toEqual(['採用', '回答済']);
    expect(answer).toBe(
      '【回答 令和8年6月18日(木)】\n御意見のとおり修正する。\n【反映確認 令和8年6月18日(木)】\n第3版 c4.2「利用目的の特定及び要配慮個人情報の除外」',
    );
    expect(table.rows[6]?.at(-1)).toBe('回答済(L1 課長級)\n期限後提出');
  });

  it('keeps a text that begins like a formula a text', async () => {
    const table = (await read(await opinionTableXlsx({ sheet: sheet(), clauses, office }))).get(
      '意見一覧表',
    )!;
    expect(table.rows[6]?.[7]).toBe('=中小ベンダー向け経過措置を\n設けられたい。');
    expect([...(table.cells?.values() ?? [])].some(({ formula }) => formula !== undefined)).toBe(false);
  });

  it('leaves out what XML cannot hold, and the name that is not shown', async () => {
    const threads = [thread({ ref: '*#3', organ: null, body: 'a\u000bb\ud800c' })];
    const table = (await read(await opinionTableXlsx({ sheet: sheet({ threads }), clauses, office }))).get(
      '意見一覧表',
    )!;
    expect([table.rows[4]?.[0], table.rows[4]?.[1], table.rows[4]?.[7]]).toEqual(['*#3', '(非公表)', 'abc']);
  });
});

describe('the opinion table as CSV', () => {
  it('opens in Excel: a byte order mark, CRLF, and an apostrophe before what looks like a formula', () => {
    const bytes = opinionTableCsv(sheet(), office);
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const rows = parseCsv(bytes.toString());
    expect(rows[0]).toEqual(headers);
    expect(rows[3]?.[7]).toBe("'=中小ベンダー向け経過措置を\n設けられたい。");
    expect(bytes.toString().split('\r\n')).toHaveLength(5);
  });

  it.each(['=1', '+1', '-1', '@x', ' =1', '\t=1', '＝1', '\n=1'])('makes %j inert', (text) => {
    expect(inertCell(text)).toBe(`'${text}`);
  });
  it.each(['意見', '1-2', 'a=b', ''])('leaves %j as it is', (text) => {
    expect(inertCell(text)).toBe(text);
  });
});

describe('the names of files', () => {
  it('are readable in Japanese and safe everywhere', () => {
    const name = fileName('意見一覧表', 'AI-R8-DA-GL-0001', 'a/b:"c"\n') + '.xlsx';
    expect(name).toBe('意見一覧表_AI-R8-DA-GL-0001_a b c.xlsx');
    expect(attachment(name, 'opinion-table.xlsx')).toMatch(
      /^attachment; filename="opinion-table\.xlsx"; filename\*=UTF-8''%E6%84%8F[\x21-\x7e]+\.xlsx$/,
    );
  });
});
