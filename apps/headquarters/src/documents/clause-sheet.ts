import type { Clause } from '#contracts';
import type { WriteSheet } from 'hucre/xlsx';
import { clauseLabel } from './opinion-rows.js';
import { bordered, headed, page } from './opinion-style.js';
import { cellText } from './text.js';

/** Every clause in the order of the text. */
export const flatClauses = (clauses: readonly Clause[]): Clause[] =>
  clauses.flatMap((one) => [one, ...flatClauses(one.children)]);

/** The clauses to choose from, with their texts to quote. */
export const clauseSheet = (clauses: readonly Clause[]): WriteSheet => {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const lines = flatClauses(clauses).map(({ id, heading, text }) => [clauseLabel(id, heading), text]);
  [['該当箇所', '本文'], ...lines].forEach((line, row) =>
    line.forEach((value, at) =>
      cells.set(`${row},${at}`, { value: cellText(value), style: row === 0 ? headed : bordered }),
    ),
  );
  return {
    name: '条項一覧',
    columns: [{ width: 28 }, { width: 100 }],
    cells,
    rows: [],
    freezePane: { rows: 1 },
    ...page('$1:$1', ''),
  };
};
