import { readFileSync } from 'node:fs';
import { identitySheet, opinionColumns, opinionTableLimits, Problem } from '#contracts';
import { writeXlsx, type CellValue } from 'hucre/xlsx';
import { clauses } from '../../../../test/documents/sheets';
import { workbook, zip } from '../../../../test/documents/zip';
import { clauseIdOf } from './clause-cell.js';
import { readLine } from './read-line.js';
import { readOpinionTable } from './read-table.js';

const identity: Record<string, string> = {
  ...{ schema: 'kyogi-opinion-table/1', dossierId: '01JZ0000000000000000000000', organ: 'PPC', roundNo: '1' },
  sha256: 'a'.repeat(64),
};
const headers: CellValue[] = Object.values(opinionColumns);
const table = async (
  lines: CellValue[][],
  { header = headers, hidden = identity, above = 3, inline = false, merged = 0 } = {},
) =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: '意見一覧表',
          rows: [...Array.from({ length: above }, () => ['x']), header, ...lines],
          // Pairs of lines, in the column of the desk.
          merges: Array.from({ length: merged }, (_, i) => {
            const startRow = above + 1 + 2 * i;
            return { startRow, endRow: startRow + 1, startCol: 12, endCol: 12 };
          }),
        },
        { name: identitySheet, hidden: true, rows: Object.entries(hidden) },
      ],
      stringMode: inline ? 'inline' : 'shared',
    }),
  );
const line = (cells: Partial<Record<keyof typeof opinionColumns, CellValue>>) =>
  Object.keys(opinionColumns).map((column) => cells[column as keyof typeof opinionColumns] ?? null);

const refusal = async (bytes: Buffer): Promise<Problem> => {
  const error: unknown = await readOpinionTable(bytes).catch((thrown: unknown) => thrown);
  if (error instanceof Problem) return error;
  throw new Error(`it was not refused: ${String(error)}`);
};

const faultsOf = (cells: Record<string, string>, broken: (keyof typeof opinionColumns)[] = []) => {
  const read = readLine({ row: 5, cells, broken }, clauses);
  return 'errors' in read ? read.errors.map(({ column, en }) => [column, en]) : [];
};

describe('a table that was filled in LibreOffice', () => {
  const bytes = readFileSync('test/fixtures/opinion-table-by-libreoffice.xlsx');

  it('is read with its numbers in full width, its breaks within cells and its merged cells; empty rows are none', async () => {
    const { identity: found, lines } = await readOpinionTable(bytes);
    expect(found).toEqual({ ...identity, roundNo: 1 });
    expect(lines.map(({ row }) => row)).toEqual([5, 6, 7, 8, 9]);
    expect(lines[0]?.cells.no).toBe('PPC#1');
    expect(readLine(lines[1]!, clauses)).toEqual({
      thread: {
        ...{ kind: 'OPINION', weight: 'MUST', clauseId: 'c4.2', quotedText: '入力データの\n学習利用' },
        ...{ body: '第一に、\n第二に、２０２６年度から', proposedText: '入力データの利用を確認する。' },
        ...{ reason: '=法令との整合', desk: '総務課' },
      },
    });
    expect(readLine(lines[2]!, clauses)).toEqual({
      thread: { kind: 'QUESTION', weight: 'NOTE', clauseId: 'c4.2', body: '対象の範囲は何か。' },
    });
    expect(readLine(lines[3]!, clauses)).toMatchObject({ errors: [{ column: '区分' }] });
    expect(readLine(lines[4]!, clauses)).toMatchObject({
      errors: [
        { column: '該当箇所', ja: expect.stringContaining('「c9」'), en: expect.stringContaining('"c9"') },
      ],
    });
  });
});

describe('a table from Excel', () => {
  it('is read without the furigana that it keeps beside what was typed, also with inline strings', async () => {
    const ruby =
      '<si><r><t>個人</t></r><r><t>情報</t></r><rPh sb="0" eb="2"><t>コジン</t></rPh><phoneticPr fontId="1"/></si>';
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const cells = headers
      .map((header, at) => cell(`${String.fromCharCode(65 + at)}1`, String(header)))
      .join('');
    const bytes = zip(
      workbook(
        {
          意見一覧表: `<row r="1">${cells}</row><row r="2">${cell('D2', '意見')}<c r="H2" t="s"><v>0</v></c></row>`,
          [identitySheet]: Object.entries(identity)
            .map(
              ([field, value], i) =>
                `<row r="${i + 1}">${cell(`A${i + 1}`, field)}${cell(`B${i + 1}`, value)}</row>`,
            )
            .join(''),
        },
        ruby,
      ),
    );
    expect((await readOpinionTable(bytes)).lines).toMatchObject([
      { row: 2, cells: { kind: '意見', body: '個人情報' } },
    ]);
  });

  it('is read when columns were moved, rows put above the header, and strings stand inline', async () => {
    const header = ['質問・意見の内容', ...headers.filter((one) => one !== '質問・意見の内容')];
    const bytes = await table([['中身', null, null, null, '質問']], { header, above: 9, inline: true });
    expect((await readOpinionTable(bytes)).lines).toMatchObject([
      { row: 11, cells: { kind: '質問', body: '中身' } },
    ]);
  });

  it('says of a date or an error that it is none of the ministry’s words', async () => {
    const bytes = await table([
      line({ kind: '意見', weight: '要望', body: new Date('2026-06-01T00:00:00Z') }),
    ]);
    const { lines } = await readOpinionTable(bytes);
    expect(readLine(lines[0]!, clauses)).toMatchObject({ errors: [{ column: '質問・意見の内容' }] });
  });
});

describe('a file that is not taken at all', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('No.,府省名\r\n1,METI\r\n'.repeat(20))],
    [
      'an archive cut in half',
      readFileSync('test/fixtures/opinion-table-by-libreoffice.xlsx').subarray(0, 9_000),
    ],
    ['an archive of something else', zip({ 'a.txt': 'a' })],
    [
      'a workbook with a document type declaration',
      zip({
        ...workbook({ a: '' }, ''),
        'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook>&a;</workbook>',
      }),
    ],
  ])('is %s', async (_, bytes) => {
    expect(await refusal(bytes)).toMatchObject({ type: 'invalid-content' });
  });

  it('is one that unpacks to more than the limit, also when it says that it does not', async () => {
    const half = 'a'.repeat(opinionTableLimits.inflatedBytes / 2 + 1);
    for (const bytes of [
      zip({ ...workbook({}, ''), 'xl/media/a': half, 'xl/media/b': half }),
      zip({ 'xl/workbook.xml': half + half }, 10),
    ]) {
      expect(bytes.length).toBeLessThan(opinionTableLimits.bytes);
      expect((await refusal(bytes)).detail).toContain(`more than ${opinionTableLimits.inflatedBytes} bytes`);
    }
  });

  it('is one with a second, 64-bit directory beside the one that is looked at', async () => {
    const good = await table([]);
    const end = good.length - 22;
    // The 64-bit record that the locator points to has the same directory: a reader that follows it takes the file.
    const record = Buffer.alloc(56);
    record.write('PK\x06\x06');
    record.writeBigUInt64LE(BigInt(good.readUInt16LE(end + 10)), 32);
    record.writeBigUInt64LE(BigInt(good.readUInt32LE(end + 12)), 40);
    record.writeBigUInt64LE(BigInt(good.readUInt32LE(end + 16)), 48);
    const locator = Buffer.alloc(20);
    locator.write('PK\x06\x07');
    locator.writeBigUInt64LE(BigInt(end), 8);
    const marked = Buffer.from(good.subarray(end));
    marked.writeUInt32LE(0xffffffff, 12);
    const bytes = Buffer.concat([good.subarray(0, end), record, locator, marked]);
    expect((await refusal(bytes)).detail).toContain('not an XLSX that can be read');
  });

  it('survives any damage to the bytes of a good one', async () => {
    const good = readFileSync('test/fixtures/opinion-table-by-libreoffice.xlsx');
    for (let at = good.length - 1_200; at < good.length; at += 7) {
      const bytes = Buffer.from(good);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
      await readOpinionTable(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(Problem));
    }
  });

  it.each([
    ['has no hidden sheet that says what it belongs to', { hidden: {} }, 'layout kyogi-opinion-table/1'],
    ['is of an older layout', { hidden: { ...identity, schema: 'kyogi-opinion-table/0' } }, 'export it anew'],
    ['has lost a column', { header: headers.filter((one) => one !== '該当箇所') }, '該当箇所'],
    ['has no line of headers', { header: ['a'] }, 'line of headers'],
  ])('%s', async (_, more, detail) => {
    expect((await refusal(await table([], more))).detail).toContain(detail);
  });

  it('has more rows than are taken at once', async () => {
    const rows = Array.from({ length: opinionTableLimits.rows + 1 }, (_, i) =>
      line({ kind: '質問', body: `${i}` }),
    );
    expect((await refusal(await table(rows))).detail).toContain('At most 1000 rows');
    expect((await readOpinionTable(await table(rows.slice(1)))).lines).toHaveLength(opinionTableLimits.rows);
  });
});

describe('a table with merged cells', () => {
  const rows = Array.from({ length: 1_000 }, (_, i) => line({ kind: '質問', body: `${i}` }));

  it('is read line by line, unless more are merged than anybody merges by hand', async () => {
    expect((await readOpinionTable(await table(rows, { merged: 500 }))).lines).toHaveLength(1_000);
    expect((await refusal(await table(rows, { merged: 501 }))).detail).toMatch(/More than 500 .* unmerge/);
  });
});

describe('a line', () => {
  it('names every column that is wrong, and what to change', () => {
    expect(faultsOf({ body: 'x' })).toEqual([['種別', 'Choose one of 質問・意見.']]);
    expect(faultsOf({ kind: '意見', body: 'x' })).toEqual([
      ['区分', 'An opinion needs a weight: choose one of 必須・要望・参考.'],
    ]);
    expect(faultsOf({ kind: '意見', weight: '必須' })).toEqual([['質問・意見の内容', 'Fill it in.']]);
    expect(
      faultsOf({ kind: '意見', weight: '必須', body: 'あ'.repeat(4_001), quoted: 'い'.repeat(2_001) }),
    ).toEqual([
      ['該当文言', 'At most 2000 characters; it has 2001.'],
      ['質問・意見の内容', 'At most 4000 characters; it has 4001.'],
    ]);
    expect(faultsOf({ kind: '質問', body: 'x', proposed: 'y' })).toEqual([
      ['修文案', 'A question has no text of its own: make it an opinion, or clear the cell.'],
    ]);
    expect(
      faultsOf({ kind: 'いけん', weight: '強', clause: 'c7', body: 'x' }).map(([column]) => column),
    ).toEqual([...['種別', '区分', '該当箇所']]);
  });

  it.each([
    ['c4.2', 'c4.2'],
    ['C4.2 学習データ', 'c4.2'],
    ['ｃ４．２　学習データ', 'c4.2'],
    ['4.2', 'c4.2'],
    ['学習データ', 'c4.2'],
    ['c4', 'c4'],
    ['c4.20', undefined],
    ['第4条', undefined],
  ])('of the place %s is on clause %s', (cell, id) => {
    expect(clauseIdOf(cell, clauses)).toBe(id);
  });
});
