import type { ConsultationSheet } from '#contracts';
import type { OldNewRow } from '#domain';
import { html, type Html } from './html.js';
import { page, type Setting } from './page.js';
import { facts, foot, pagesOf, titleOf } from './sheet-head.js';
import { ja } from './terms.js';

export interface OldNew {
  sheet: ConsultationSheet;
  from: { no: number; sha256: string };
  to: { no: number; sha256: string };
  rows: readonly OldNewRow[];
}

const side = (row: OldNewRow, kept: 'inserted' | 'deleted'): Html => {
  const text = kept === 'inserted' ? row.after : row.before;
  if (text === null) return html`<span class="absent">${kept === 'inserted' ? '(削除)' : '(新設)'}</span>`;
  const runs = row.segments.filter(({ kind }) => kind === 'same' || kind === kept);
  return html`<span class="text"
    >${runs.map((run) => (run.kind === 'same' ? run.text : html`<u>${run.text}</u>`))}</span
  >`;
};

const heading = (row: OldNewRow, kept: 'inserted' | 'deleted'): Html => {
  const text = kept === 'inserted' ? row.heading : (row.headingBefore ?? row.heading);
  const changed = row.headingBefore !== undefined || row.before === null || row.after === null;
  return html`<div class="clause">
    ${changed ? html`<u>${text}</u>` : text}<span class="en">${row.clauseId}</span>
  </div>`;
};

const cell = (row: OldNewRow, kept: 'inserted' | 'deleted', absent: boolean): Html =>
  html`<td>${!absent && heading(row, kept)}${side(row, kept)}</td>`;

const tableRow = (row: OldNewRow): Html =>
  html`<tr data-clause="${row.clauseId}">
    ${cell(row, 'inserted', row.after === null)}${cell(row, 'deleted', row.before === null)}
  </tr>`;

const list = (rows: readonly OldNewRow[]): string =>
  rows.map(({ clauseId, change }) => `${clauseId}(${ja(change)})`).join('、');

/** 新旧対照表: exactly the clauses that differ, the new text on the left, what came in or went out underlined. */
export const oldNewPage = ({ sheet, from, to, rows }: OldNew, setting: Setting): string =>
  page({
    ...{ kind: '新旧対照表', kindEn: 'Old and new text', ...titleOf(sheet) },
    head: html`${facts(sheet, setting)}${pagesOf(sheet)}`,
    body: html`<p>
        変更のあった条項 <b>${rows.length}</b>件${rows.length > 0 && html`: ${list(rows)}`}<span class="soft"
          >(傍線の部分は改正部分)</span
        >
      </p>
      <table class="oldnew">
        <thead>
          <tr>
            <th>改正案<span class="en">第${to.no}版 ${to.sha256.slice(0, 12)}</span></th>
            <th>現行<span class="en">第${from.no}版 ${from.sha256.slice(0, 12)}</span></th>
          </tr>
        </thead>
        <tbody>
          ${
            rows.length === 0
              ? html`<tr>
                  <td colspan="2" class="soft">変更はない。</td>
                </tr>`
              : rows.map(tableRow)
          }
        </tbody>
      </table>`,
    foot: foot(sheet, setting),
  });
