import {
  kindWords,
  opinionColumns,
  weightWords,
  type Clause,
  type OpinionRow,
  type OwnColumn,
} from '#contracts';
import { clauseIdOf } from './clause-cell.js';
import type { Raised } from './known-case.js';
import type { TableLine } from './read-table.js';
import { fault } from './told.js';

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

const columnsOf = (raised: Raised): Record<Exclude<OwnColumn, 'clause'>, string> => ({
  ...{ kind: kindWords[raised.kind], weight: weightWords[raised.weight], body: raised.body },
  ...{ desk: raised.desk ?? '', quoted: raised.quotedText ?? '' },
  ...{ proposed: raised.proposedText ?? '', reason: raised.reason ?? '' },
});

const changesIn = ({ cells }: TableLine, raised: Raised, clauses: readonly Clause[]): OwnColumn[] => {
  const was = columnsOf(raised);
  const changed = (Object.keys(was) as (keyof typeof was)[]).filter(
    (column) => cells[column] && plain(cells[column]) !== plain(was[column]),
  );
  const moved = cells.clause && clauseIdOf(cells.clause, clauses) !== raised.clauseId;
  return moved ? [...changed, 'clause'] : changed;
};

/** A line that has a number is a thread already: it is left as it is, and the caller told when the line says something else. */
export const knownLine = (
  line: TableLine,
  threads: readonly Raised[],
  clauses: readonly Clause[],
): OpinionRow => {
  const { row, cells } = line;
  const wanted = plain(cells.no ?? '').toUpperCase();
  const raised = threads.find(({ thread }) => thread === wanted);
  if (!raised)
    return {
      ...{ row, outcome: 'refused' },
      errors: [
        fault(
          'no',
          `貴府省に「${cells.no}」という意見はありません。新しい意見のNo.は空欄にしてください。`,
          `Your ministry has no thread ${cells.no}: leave the number of a new line empty.`,
        ),
      ],
    };
  const changed = changesIn(line, raised, clauses)
    .map((column) => opinionColumns[column])
    .join('、');
  const { thread } = raised;
  const note = changed
    ? {
        ja: `提出済みです。「${changed}」の書換えは反映していません。再質問・再意見又は撤回で行ってください。`,
        en: `Raised already. What was changed in ${changed} is not taken: reopen the thread, or withdraw it and raise another.`,
      }
    : { ja: '提出済みです。', en: 'Raised already.' };
  return { row, outcome: 'skipped', thread, note };
};
