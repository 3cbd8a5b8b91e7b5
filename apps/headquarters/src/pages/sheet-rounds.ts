import type { ConsultationSheet, SheetParticipant, SheetRound } from '#contracts';
import { html, type Html } from './html.js';
import { time, type Setting } from './page.js';
import { phrase, roleJa } from './phrases.js';
import { tag, who } from './sheet-head.js';
import { ja } from './terms.js';

const tones: Record<string, string> = { OBJECT: 'bad', CONDITIONAL: 'warn', OVERDUE_EXPLICIT: 'bad' };

const stand = (one: SheetParticipant): Html => {
  if (one.hidden) return html`<span class="soft">期限まで非表示</span>`;
  const words = [one.position, one.position ? null : one.silence].filter((code) => code !== null);
  if (words.length === 0) return html`<span class="soft">${one.mode === 'INFORM' ? '—' : '未回答'}</span>`;
  return html`${words.map((code) => tag(code, tones[code] ?? ''))}${one.late && html` <span class="tag warn">期限後</span>`}`;
};

const remark = (one: SheetParticipant): Html =>
  html`${one.comment && html`<div class="text">${one.comment}</div>`}${
    one.silence && one.untouched && html`<span class="soft">担当割当なし(未着手)</span>`
  }${one.position && one.silence && html`<span class="soft">期限時: ${ja(one.silence)}</span>`}${
    one.released && html`<span class="soft">割振りから除外</span>`
  }`;

const row =
  (setting: Setting) =>
  (one: SheetParticipant): Html =>
    html`<tr>
      <td class="no">
        ${setting.organ(one.organ)}${one.desk && html`<br /><span class="soft">${one.desk}</span>`}
      </td>
      <td class="no">
        ${ja(one.mode, 'mode')}${one.mandatoryExplicit && html`<br /><span class="tag bad">明示回答必須</span>`}
      </td>
      <td>${stand(one)}</td>
      <td class="no">${one.positionAt ? time(one.positionAt, setting) : '—'}</td>
      <td>${remark(one)}</td>
      <td class="why">${one.reasons.map(phrase).join('、')}</td>
    </tr>`;

const table = (all: SheetParticipant[], setting: Setting): Html =>
  html`<table>
    <thead>
      <tr>
        <th>機関</th>
        <th>関与形態</th>
        <th>回答</th>
        <th>回答日時</th>
        <th>備考</th>
        <th>照会の理由</th>
      </tr>
    </thead>
    <tbody>
      ${all.map(row(setting))}
    </tbody>
  </table>`;

/** Those who are only told and have said nothing need no line each. */
const isOnlyTold = ({ mode, position, hidden }: SheetParticipant): boolean =>
  mode === 'INFORM' && position === null && !hidden;

const participants = ({ participants: all, unnamed }: SheetRound, setting: Setting): Html => {
  const told = all.filter(isOnlyTold).map(({ organ }) => setting.organ(organ));
  return html`${table(
    all.filter((one) => !isOnlyTold(one)),
    setting,
  )}${told.length > 0 && html`<p>参考送付(${told.length}機関): ${told.join('、')}</p>`}${
    unnamed.length > 0 &&
    html`<p>
      機関名を伏せた回答:
      ${unnamed.map((one) => html`${tag(one.position, tones[one.position])} ${one.comment} `)}
    </p>`
  }`;
};

const changes = ({ delta }: SheetRound): Html | null =>
  delta &&
  html`<p>
    第${delta.fromVersionNo}版からの変更:
    ${delta.changes.map(({ clauseId, change }) => `${clauseId}(${ja(change)})`).join('、')}
  </p>`;

const objections = ({ objections: all }: SheetRound, setting: Setting): Html | null =>
  all.length === 0
    ? null
    : html`<h3>割振り異議</h3>
        <table>
          <thead>
            <tr>
              <th>No.</th>
              <th>機関</th>
              <th>主張</th>
              <th>理由</th>
              <th>裁定</th>
            </tr>
          </thead>
          <tbody>
            ${all.map(
              (one) =>
                html`<tr>
                  <td class="num">${one.objectionNo}</td>
                  <td class="no">${who(one.organ, setting)}<br />${time(one.at, setting)}</td>
                  <td>${ja(one.claim)}${one.also && `: ${setting.organ(one.also)}`}</td>
                  <td class="text">${one.reason}</td>
                  <td>
                    ${one.ruling ? html`${ja(one.ruling)} ${one.ruledAt && time(one.ruledAt, setting)} ${one.rulingReason}` : '裁定待ち'}
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>`;

const events = (round: SheetRound, setting: Setting): Html =>
  html`${round.extensions.map(
    (one) =>
      html`<li>
        期限延長(${ja(one.by)}、${time(one.at, setting)}): ${time(one.dueAt, setting)}まで。${one.reason}
      </li>`,
  )}${round.suspensions.map(
    (one) =>
      html`<li>
        中断(${ja(one.ground)}、${time(one.at, setting)}):
        ${one.reason}${one.resumedAt && html` → 再開 ${time(one.resumedAt, setting)} ${one.resumedBecause}`}
      </li>`,
  )}`;

const conclusion = ({ conclusion: end }: SheetRound, setting: Setting): Html | null =>
  end &&
  html`<p>
      <span class="tag good">${ja(end.outcome)}</span> ${time(end.at, setting)}
      <span class="hash">${end.sha256}</span>
    </p>
    ${
      end.ledger.length > 0 &&
      html`<p>
        意見台帳:
        ${end.ledger.map(({ thread, weight, end: how }) => `${thread}(${ja(weight)})${ja(how)}`).join('、')}
      </p>`
    }`;

const round =
  (setting: Setting) =>
  (one: SheetRound): Html =>
    html`<h3>
        第${one.no}次協議 ${one.label.ja}<span class="en">${one.label.en}</span>
        ${tag(one.state, '', 'round')}${one.namesHidden && html` <span class="tag warn">機関名非表示</span>`}
      </h3>
      <dl class="facts">
        <div>
          <dt>対象</dt>
          <dd>第${one.versionNo}版 <span class="hash">${one.sha256.slice(0, 16)}…</span></dd>
        </div>
        <div>
          <dt>開始</dt>
          <dd>${time(one.openedAt, setting)}</dd>
        </div>
        <div>
          <dt>期限</dt>
          <dd>${time(one.dueAt, setting)}</dd>
        </div>
        <div>
          <dt>最短期間</dt>
          <dd>${one.minimumDays}開庁日(${phrase(one.basis)})</dd>
        </div>
        <div>
          <dt>${one.kind === 'EXPEDITED' ? '承認者' : '開始者'}</dt>
          <dd>${setting.organ(one.openedBy.organ)}(${roleJa(one.openedBy.role)})</dd>
        </div>
        ${
          one.reason &&
          html`<div>
            <dt>理由</dt>
            <dd>${one.reason}</dd>
          </div>`
        }
      </dl>
      <ul class="plain">
        ${events(one, setting)}
      </ul>
      ${changes(one)}${one.participants.length > 0 && participants(one, setting)}${objections(one, setting)}${conclusion(one, setting)}`;

/** Every round with who was asked and what they said, the latest first. */
export const roundsPart = ({ rounds }: ConsultationSheet, setting: Setting): Html =>
  html`<section>
    <h2>協議の経過<span class="en">Rounds</span></h2>
    ${rounds.length === 0 ? html`<p class="soft">協議はまだ行われていない。</p>` : [...rounds].reverse().map(round(setting))}
  </section>`;
