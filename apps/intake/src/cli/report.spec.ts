import { csvCell } from './report.js';

describe('a cell of the report', () => {
  it.each([
    ['plain', 'plain'],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['+1', "'+1"],
    ['@cmd', "'@cmd"],
    ['-2', "'-2"],
    ['two\nlines', '"two\nlines"'],
  ])('%j is written as %j', (text, cell) => expect(csvCell(text)).toBe(cell));
});
