import { readDate } from './dates.js';
import type { Rule, RowMap } from './map-file.js';

/** A spreadsheet row by its columns, as it stands there. */
export type Row = Readonly<Record<string, string>>;

/** A cell that cannot be taken over; `reason` says what to change in it. */
export class CellFault extends Error {
  constructor(
    readonly column: string,
    readonly reason: string,
  ) {
    super(`${column}: ${reason}`);
  }
}

const word = (text: string) => text.trim().toLowerCase().replace(/\.$/, '');

const none: string[] = [];
const blankWords = new WeakMap<string[], Set<string>>();

const isBlank = (text: string, words: string[]): boolean => {
  const known = blankWords.get(words) ?? new Set(words.map(word));
  blankWords.set(words, known);
  return known.has(word(text));
};

/** The cell without surrounding white space; undefined when it says nothing. */
export const filled = (
  row: Row,
  column: string,
  map: Pick<RowMap, 'blank'>,
  also: string[] = none,
): string | undefined => {
  const text = (row[column] ?? '').replace(/\r\n?/g, '\n').trim();
  if (text.includes('\0')) throw new CellFault(column, 'contains the character U+0000; remove it');
  return text === '' || isBlank(text, map.blank) || isBlank(text, also) ? undefined : text;
};

const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

const boundary = (text: string, max: number): number => {
  const head = text.slice(0, max);
  const sentence = Math.max(
    ...['. ', '.\n', '。', '; '].map((mark) => head.lastIndexOf(mark) + mark.length - 1),
  );
  if (sentence > max / 2) return sentence + (head[sentence] === '。' ? 1 : 0);
  const space = head.search(/\s\S*$/);
  const at = space > max / 2 ? space : max;
  // Never between the halves of a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(text.slice(0, at)) ? at - 1 : at;
};

/** The beginning of a text in at most `max` characters, with a mark that it goes on. */
export const excerpt = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, boundary(text, max - 2)).trimEnd()} …`;

/** The beginning of a text in at most `max` characters, and the rest. */
export const split = (text: string, max: number): [string, string | undefined] => {
  if (text.length <= max) return [text, undefined];
  const at = boundary(text, max);
  return [text.slice(0, at).trimEnd(), text.slice(at).trimStart()];
};

const yesNo: Record<string, boolean> = { yes: true, y: true, true: true, no: false, n: false, false: false };

type CellRule = Exclude<Rule, { as: 'labelled' }>;

/** What a filled cell says by its rule. Throws CellFault. */
export const valueOf = (rule: CellRule, column: string, text: string): unknown => {
  switch (rule.as) {
    case 'line':
      return text.replace(/\s+/g, ' ');
    case 'text':
      return rule.excerpt ? excerpt(text.replace(/\s+/g, ' '), rule.excerpt) : text;
    case 'choice':
      return choice(rule.values, column, text);
    case 'date':
      return (
        readDate(text, rule.formats) ??
        fail(column, `"${shown(text)}" is not a date; write it as ${rule.formats[0]}`)
      );
    case 'yes-no':
      return yesNo[word(text)] ?? fail(column, `"${shown(text)}" is neither Yes nor No`);
    case 'list':
      return parts(text, rule.separators);
  }
};

const fail = (column: string, reason: string): never => {
  throw new CellFault(column, reason);
};

const choice = (values: Record<string, unknown>, column: string, text: string): unknown => {
  const found = Object.entries(values).find(([value]) => word(value) === word(text));
  if (found) return found[1];
  return fail(column, `"${shown(text)}" is not one of ${Object.keys(values).join(', ')}`);
};

const parts = (text: string, separators: string[]): string[] => {
  const pieces = separators.reduce(
    (all, separator) => all.flatMap((piece) => piece.split(separator)),
    [text],
  );
  return [...new Set(pieces.map((piece) => piece.replace(/\s+/g, ' ').trim()).filter(Boolean))];
};
