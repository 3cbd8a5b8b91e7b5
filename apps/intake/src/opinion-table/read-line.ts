import { kindWords, NewThread, weightWords, type Clause, type OwnColumn, type RowFault } from '#contracts';
import type { z } from 'zod';
import { clauseIdOf } from './clause-cell.js';
import type { TableLine } from './read-table.js';
import { fault } from './told.js';

export type NewThread = z.output<typeof NewThread>;

/** The column that each part of a thread is written in. */
export const columnOf: Record<string, OwnColumn> = {
  ...{ kind: 'kind', weight: 'weight', clauseId: 'clause', quotedText: 'quoted', body: 'body' },
  ...{ proposedText: 'proposed', reason: 'reason', desk: 'desk' },
};

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

/** The value whose word, or name, the cell begins with: 必須(同意条件) is 必須. */
const choice = <Value extends string>(words: Record<Value, string>, text: string): Value | undefined =>
  (Object.keys(words) as Value[]).find(
    (value) => plain(text).startsWith(words[value]) || plain(text) === value,
  );

const listed = (words: Record<string, string>) => Object.values(words).join('・');

const kindOf = (text: string) => choice(kindWords, plain(text).replace(/^修文/, ''));

const told = ({ code, ...issue }: z.core.$ZodIssue, text: string): Pick<RowFault, 'ja' | 'en'> => {
  if (code === 'too_big' && 'maximum' in issue) {
    const [most, has] = [Number(issue.maximum), text.length];
    return {
      ja: `${most}文字以内にしてください(現在${has}文字)。`,
      en: `At most ${most} characters; it has ${has}.`,
    };
  }
  if (text === '') return { ja: '記入してください。', en: 'Fill it in.' };
  return { ja: '様式に合いません。記入要領を確かめてください。', en: `${issue.message}.` };
};

const faultsOf = (line: TableLine, { issues }: z.ZodError): RowFault[] =>
  issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return [
        fault(
          'proposed',
          '質問に修文案は付けられません。種別を「意見」にするか、修文案を消してください。',
          'A question has no text of its own: make it an opinion, or clear the cell.',
        ),
      ];
    const column = columnOf[String(issue.path[0])];
    const { ja, en } = told(issue, column ? (line.cells[column] ?? '') : '');
    return [fault(column, ja, en)];
  });

const wordFaults = (line: TableLine): RowFault[] => {
  const { kind = '', weight = '' } = line.cells;
  const known = kindOf(kind);
  const faults: RowFault[] = [];
  if (!known)
    faults.push(
      fault('kind', `「${listed(kindWords)}」から選んでください。`, `Choose one of ${listed(kindWords)}.`),
    );
  if ((weight !== '' || known === 'OPINION') && !choice(weightWords, weight))
    faults.push(
      fault(
        'weight',
        `意見には区分が必要です。「${listed(weightWords)}」から選んでください。`,
        `An opinion needs a weight: choose one of ${listed(weightWords)}.`,
      ),
    );
  return faults;
};

const brokenFaults = ({ broken }: TableLine): RowFault[] =>
  broken
    .filter((column) => Object.values(columnOf).includes(column as OwnColumn))
    .map((column) =>
      fault(
        column,
        '文字列ではなく、日付又はエラー値になっています。書式を「文字列」にして書き直してください。',
        'The cell holds a date or an error: format it as text and write it again.',
      ),
    );

const filled = (fields: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => !!entry[1]));

/** What a new line says, or everything that is wrong with it. */
export const readLine = (
  line: TableLine,
  clauses: readonly Clause[],
): { thread: NewThread } | { errors: RowFault[] } => {
  const { cells } = line;
  const errors = [...brokenFaults(line), ...wordFaults(line)];
  const clause = cells.clause ? clauseIdOf(cells.clause, clauses) : undefined;
  if (cells.clause && !clause)
    errors.push(
      fault(
        'clause',
        `「${cells.clause}」という箇所はこの版にありません。「条項一覧」から選んでください。`,
        `There is no clause "${cells.clause}" in this version: choose one of the list.`,
      ),
    );
  if (errors.length > 0) return { errors };
  const parsed = NewThread.safeParse(
    filled({
      ...{
        kind: kindOf(cells.kind ?? ''),
        weight: choice(weightWords, cells.weight ?? ''),
        clauseId: clause,
      },
      ...{ quotedText: cells.quoted, proposedText: cells.proposed, reason: cells.reason, desk: cells.desk },
      body: cells.body,
    }),
  );
  return parsed.success ? { thread: parsed.data } : { errors: faultsOf(line, parsed.error) };
};
