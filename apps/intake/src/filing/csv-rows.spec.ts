import { Readable } from 'node:stream';
import { csvRows, type CsvRow } from './csv-rows.js';

const read = async (...chunks: (string | Buffer)[]): Promise<CsvRow[]> => {
  const rows: CsvRow[] = [];
  for await (const row of csvRows(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))) rows.push(row);
  return rows;
};
const cells = (rows: CsvRow[]) => rows.map((row) => ('cells' in row ? row.cells : row.reason));

describe('rows of a CSV', () => {
  it('keep line ends, commas and quotes of quoted cells, whatever ends the rows', async () => {
    const rows = await read('a,b\r\n"1\n2","x ""y"", z"\n3,4\r5,');
    expect(cells(rows)).toEqual([
      ['a', 'b'],
      ['1\n2', 'x "y", z'],
      ['3', '4'],
      ['5', ''],
    ]);
  });

  it('begin after a byte order mark, also one in pieces', async () => {
    const mark = [Buffer.from([0xef]), Buffer.from([0xbb]), Buffer.from([0xbf])];
    expect(cells(await read(...mark, '"a",b\n'))).toEqual([['a', 'b']]);
  });

  it('survive characters cut by chunks', async () => {
    const bytes = Buffer.from('題名,b\n');
    expect(cells(await read(...[...bytes].map((byte) => Buffer.from([byte]))))).toEqual([['題名', 'b']]);
  });

  it('say which cell is not UTF-8, and go on', async () => {
    const rows = await read('a,b\n1,', Buffer.from([0x8f, 0xe4]), '\n2,3\n');
    expect(rows).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, column: 1, reason: 'is not UTF-8' },
      { row: 3, cells: ['2', '3'] },
    ]);
  });

  it.each([
    ['in the middle of a cell', 'a,b\n1,2\n3,4"5\n6,7\n'],
    ['followed by text', 'a,b\n1,2\n"3"x,4\n6,7\n'],
    ['never closed', 'a,b\n1,2\n3,"4\n6,7\n8,9\n'],
  ])('end at a quote that is %s, after the rows before it', async (_, text) => {
    const rows = await read(text);
    expect(rows.slice(0, 2)).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1', '2'] },
    ]);
    expect(rows.slice(2)).toEqual([
      { row: 3, reason: expect.stringMatching(/broken quote.*nothing is read from here on/), last: true },
    ]);
  });

  it('end at a row without end, long before the memory does', async () => {
    let sent = 0;
    const endless = function* () {
      yield Buffer.from('a,b\n1,2\n3,"');
      for (; sent < 10_000; sent += 1) yield Buffer.alloc(65_536, 'x');
    };
    const rows: CsvRow[] = [];
    for await (const row of csvRows(Readable.from(endless()))) rows.push(row);
    expect(rows[2]).toMatchObject({
      row: 3,
      reason: expect.stringMatching(/larger than 262144 bytes/),
      last: true,
    });
    expect(rows).toHaveLength(3);
  });

  it('are as good as none in an empty file', async () => expect(await read('')).toEqual([]));

  it('fail with their source', async () => {
    const source = new Readable({ read: () => undefined });
    source.push('a,b\n1,2\n3,4\n5,6 and the next row is still on its way');
    const reading = (async () => {
      for await (const row of csvRows(source))
        if (row.row === 1) source.destroy(new Error('the client went away'));
    })();
    await expect(reading).rejects.toThrow('the client went away');
  });
});
