import type { ConsultationSheet, ExchangeView, ThreadView } from '#contracts';
import { html, type Html } from './html.js';
import { time, type Setting } from './page.js';
import { phrase } from './phrases.js';
import { tag, who } from './sheet-head.js';
import { ja, levelJa } from './terms.js';

const tones: Record<string, string> = {
  ...{ OPEN: 'bad', REOPENED: 'bad', ESCALATED: 'bad', RESERVED: 'warn', CLOSED: 'good', ANSWERED: 'warn' },
  MUST: 'bad',
};

const proofOf = (proof: ThreadView['proof']): Html | null =>
  proof &&
  html`<p>
    <span class="tag ${proof.holds ? 'good' : 'bad'}"
      >${proof.holds ? '本文に反映' : '本文に見当たらない'}</span
    >
    第${proof.versionNo}版 ${proof.clauseId}${proof.text && html`<blockquote>${proof.text}</blockquote>`}
  </p>`;

const exchange =
  (setting: Setting) =>
  (one: ExchangeView): Html =>
    html`<li>
      <b>${ja(one.kind)}</b> ${who(one.organ, setting)}
      <span class="soft">${time(one.at, setting)}</span>
      ${one.disposition && tag(one.disposition)}${one.level !== null && html` <span class="tag">${levelJa(one.level)}</span>`}
      ${one.text && html`<div class="text">${one.text}</div>`}${one.proposedText && html`<div class="proposed">${one.proposedText}</div>`}${proofOf(one.proof)}
    </li>`;

const place = ({ clauseId, heading, versionNo }: ThreadView): string =>
  clauseId === null ? '全体' : `${clauseId}${heading ? ` ${heading}` : ''}(第${versionNo}版)`;

const thread =
  (setting: Setting) =>
  (one: ThreadView): Html =>
    html`<article class="thread">
      <div class="top">
        <b>${one.ref}</b> ${tag(one.weight, tones[one.weight] ?? '')} ${tag(one.kind)}
        ${tag(one.state, tones[one.state] ?? '')}
        ${one.disposition && tag(one.disposition, 'good')}${one.level > 0 && html`<span class="tag">${levelJa(one.level)}</span>`}${one.late && html`<span class="tag warn">期限後</span>`}
        <span>${who(one.organ, setting)}${one.desk && ` ${one.desk}`}</span
        ><span class="soft">${time(one.raisedAt, setting)} 第${one.roundNo}次</span>
      </div>
      <div class="in">
        <div><span class="soft">箇所</span> ${place(one)}</div>
        ${one.quotedText && html`<blockquote>${one.quotedText}</blockquote>`}
        <div class="text">${one.body}</div>
        ${
          one.proposedText &&
          html`<div class="soft">修文案</div>
            <div class="proposed">${one.proposedText}</div>`
        }
        ${one.reason && html`<div class="text"><span class="soft">理由</span> ${one.reason}</div>`}
        <ol class="talk">
          ${one.exchanges.map(exchange(setting))}
        </ol>
        ${!one.exchanges.some(({ proof }) => proof?.text === one.proof?.text) && proofOf(one.proof)}
      </div>
    </article>`;

const missing = ({ missing: points }: ConsultationSheet, setting: Setting): Html | null =>
  points.length === 0
    ? null
    : html`<section class="box">
        <h2>終了できない理由<span class="en">What keeps the round from being concluded</span></h2>
        <ul class="plain">
          ${points.map(
            (one) =>
              html`<li>
                <b>${one.thread ?? ''}</b> ${who(one.organ, setting)}
                <span class="soft">${phrase(one.why)}</span>
              </li>`,
          )}
        </ul>
      </section>`;

const counts = ({ counts: { byWeight, byOrgan } }: ConsultationSheet, setting: Setting): Html =>
  html`<table>
      <thead>
        <tr>
          <th>機関</th>
          <th>必須</th>
          <th>要望</th>
          <th>参考</th>
          <th>未了</th>
        </tr>
      </thead>
      <tbody>
        ${byOrgan.map(
          (one) =>
            html`<tr>
              <td>${who(one.organ, setting)}</td>
              <td class="num">${one.must}</td>
              <td class="num">${one.should}</td>
              <td class="num">${one.note}</td>
              <td class="num ${one.open > 0 ? 'bad' : ''}">${one.open}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p>
      ${byWeight.map(({ weight, state, count }) => html`${ja(weight)} ${ja(state)} <b>${count}</b>件 `)}
    </p>`;

const memoranda = ({ memoranda: all }: ConsultationSheet, setting: Setting): Html | null =>
  all.length === 0
    ? null
    : html`<section>
        <h2>覚書・確認事項<span class="en">Memoranda</span></h2>
        ${all.map(
          (one) =>
            html`<article class="thread">
              <div class="top">
                <b>覚書${one.memorandumNo}</b> <span class="tag">${levelJa(one.level)}</span>
                <span>${one.parties.map(setting.organ).join('、')}</span
                ><span class="soft">${time(one.at, setting)}</span>
              </div>
              <div class="in">
                <div class="text">${one.text}</div>
                <p class="soft">
                  関連: ${[...one.threads, ...one.clauseIds].join('、')} / 確認済:
                  ${one.confirmedBy.map(setting.organ).join('、')}
                </p>
              </div>
            </article>`,
        )}
      </section>`;

const carried = ({ reservations, statements }: ConsultationSheet, setting: Setting): Html =>
  html`${
    reservations.length > 0 &&
    html`<section>
      <h2>留保<span class="en">Reservations</span></h2>
      ${reservations.map(
        (one) =>
          html`<article class="thread">
            <div class="top">
              <b>${one.thread}</b><span>${who(one.organ, setting)}</span>
              <span class="tag">${levelJa(one.level)}</span>
            </div>
            <div class="in">
              <div class="text">${one.body}</div>
              <div class="text"><span class="soft">理由</span> ${one.reason}</div>
            </div>
          </article>`,
      )}
    </section>`
  }${
    statements.length > 0 &&
    html`<section>
      <h2>調整意見<span class="en">Coordination statements</span></h2>
      ${statements.map(
        (one) =>
          html`<h3>${who(one.organ, setting)}</h3>
            <blockquote>${one.text}</blockquote>`,
      )}
    </section>`
  }`;

/** What keeps the round open, then every thread, what was agreed, and what is carried to the deciders. */
export const threadsPart = (sheet: ConsultationSheet, setting: Setting): Html =>
  html`${missing(sheet, setting)}
  ${
    sheet.threads.length > 0 &&
    html`<section>
      <h2>質問・意見<span class="en">Threads</span></h2>
      ${counts(sheet, setting)}${sheet.threads.map(thread(setting))}
    </section>`
  }
  ${memoranda(sheet, setting)}${carried(sheet, setting)}`;
