import type { ConsultationSheet } from '#contracts';
import type { OldNewRow } from '#domain';
import { ja } from '../pages/terms.js';
import type { Office } from './office.js';
import { line, right, table, title, wordFile, type Run, type Words } from './word.js';

export interface OldNew {
  sheet: ConsultationSheet;
  from: { no: number; sha256: string };
  to: { no: number; sha256: string };
  rows: readonly OldNewRow[];
  office: Office;
}

const side = (row: OldNewRow, kept: 'inserted' | 'deleted'): Words => {
  const isNew = kept === 'inserted';
  if ((isNew ? row.after : row.before) === null) return isNew ? '(削除)' : '(新設)';
  const heading = isNew ? row.heading : (row.headingBefore ?? row.heading);
  const isRenamed = row.headingBefore !== undefined;
  const head: Run[] = [{ text: `${row.clauseId} `, bold: true }];
  if (heading) head.push({ text: `(${heading})`, bold: true, ...(isRenamed && { marked: true }) });
  const runs = row.segments.filter(({ kind }) => kind === 'same' || kind === kept);
  return [
    ...head,
    { text: '\n' },
    ...runs.map(({ kind, text }) => ({ text, ...(kind !== 'same' && { marked: true }) })),
  ];
};

/** 新旧対照表: the clauses that differ, the new text on the left, what came in or went out underlined. */
export const oldNewDocument = ({ sheet, from, to, rows, office }: OldNew): Promise<Buffer> => {
  const name = sheet.title.ja ?? sheet.title.en ?? '';
  const none: Words[] = ['(変更なし)', '(変更なし)', ''];
  return wordFile({
    ...{ title: `新旧対照表 ${name}`, landscape: true, foot: `${sheet.number ?? ''} 新旧対照表` },
    children: [
      title(`${name} 新旧対照表`),
      line(`${office.organ(sheet.lead)} ${sheet.number ?? ''}`),
      right('(傍線の部分は改正部分)'),
      table({
        ...{ landscape: true, size: 20, widths: [44, 44, 12] },
        header: [`改正案(第${to.no}版)`, `現行(第${from.no}版)`, '備考'],
        rows:
          rows.length === 0
            ? [none]
            : rows.map((row) => [side(row, 'inserted'), side(row, 'deleted'), ja(row.change)]),
      }),
      line(`第${to.no}版 SHA-256 ${to.sha256}\n第${from.no}版 SHA-256 ${from.sha256}`, {
        size: 14,
        spacing: { before: 120 },
      }),
    ],
  });
};
