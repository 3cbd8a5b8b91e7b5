import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import { printable } from './text.js';

/* Word files as ministries write them: A4, Mincho, thin lines, headers repeated. Lengths are twentieths of a point. */

const A4 = { width: 11_906, height: 16_838 };
const MARGIN = 1_000;
/** Half points. */
const SIZE = 21;
const font = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia: 'ＭＳ 明朝',
  cs: 'Times New Roman',
};

/** A run of text; `marked` is underlined. */
export interface Run {
  text: string;
  marked?: boolean;
  bold?: boolean;
}
export type Words = string | readonly Run[];

const runsOf = (words: Words, size: number): TextRun[] =>
  (typeof words === 'string' ? [{ text: words }] : words).flatMap(({ text, marked, bold }: Run) =>
    printable(text)
      .split('\n')
      .map(
        (line, i) =>
          new TextRun({
            text: line,
            size,
            ...(i > 0 && { break: 1 }),
            ...(marked && { underline: {} }),
            ...(bold && { bold }),
          }),
      ),
  );

/** A paragraph. `size` in half points. */
export const line = (
  words: Words,
  { size = SIZE, ...more }: { size?: number } & IParagraphOptions = {},
): Paragraph => new Paragraph({ spacing: { line: 320 }, ...more, children: runsOf(words, size) });

export const title = (words: string): Paragraph =>
  line([{ text: words, bold: true }], { size: 28, alignment: AlignmentType.CENTER, spacing: { after: 240 } });

export const right = (words: Words): Paragraph => line(words, { alignment: AlignmentType.RIGHT });

const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: rule, bottom: rule, left: rule, right: rule };

interface Cells {
  /** Shares of the width of the page. */
  widths: readonly number[];
  header?: readonly string[];
  rows: readonly (readonly Words[])[];
  /** Half points. */
  size?: number;
  landscape?: boolean;
}

const inner = (landscape: boolean) => (landscape ? A4.height : A4.width) - 2 * MARGIN;

/** A table with lines, as wide as the page; its header is repeated on every page. */
export const table = ({ widths, header, rows, size = 18, landscape = false }: Cells): Table => {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.floor((inner(landscape) * width) / total));
  const cell = (words: Words, at: number, head: boolean) =>
    new TableCell({
      ...{ borders, width: { size: columnWidths[at] ?? 0, type: WidthType.DXA } },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      verticalAlign: head ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
      ...(head && { shading: { fill: 'E7E6E6' } }),
      children: [
        line(words, {
          ...{ size, spacing: { line: 260 } },
          alignment: head ? AlignmentType.CENTER : AlignmentType.LEFT,
        }),
      ],
    });
  const row = (cells: readonly Words[], head: boolean) =>
    new TableRow({
      ...{ tableHeader: head, cantSplit: head },
      children: cells.map((one, at) => cell(one, at, head)),
    });
  const titles = header?.map((text) => [{ text, bold: true }]);
  return new Table({
    ...{
      width: { size: inner(landscape), type: WidthType.DXA },
      columnWidths,
      layout: TableLayoutType.FIXED,
    },
    rows: [...(titles ? [row(titles, true)] : []), ...rows.map((cells) => row(cells, false))],
  });
};

export interface Paper {
  title: string;
  landscape?: boolean;
  children: (Paragraph | Table)[];
  /** Stands at the foot of every page, before its number. */
  foot: string;
}

const footOf = (text: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ text: printable(`${text}  `), size: 16 }),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16 }),
        ],
      }),
    ],
  });

/** The bytes of a Word file. */
export const wordFile = ({ title: name, landscape = false, children, foot }: Paper): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      ...{ title: printable(name), creator: 'Kyogi' },
      styles: {
        default: { document: { run: { font, size: SIZE, language: { value: 'ja-JP', eastAsia: 'ja-JP' } } } },
      },
      sections: [
        {
          properties: {
            page: {
              size: { ...A4, ...(landscape && { orientation: PageOrientation.LANDSCAPE }) },
              margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
            },
          },
          footers: { default: footOf(foot) },
          children,
        },
      ],
    }),
  );
