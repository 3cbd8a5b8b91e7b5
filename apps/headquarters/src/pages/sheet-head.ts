import type { ConsultationSheet } from '#contracts';
import { html, type Html } from './html.js';
import { time, zoned, type Setting } from './page.js';
import { ja } from './terms.js';

type Sheet = ConsultationSheet;

/** The facts at the head of every page about a case. */
export const facts = (sheet: Sheet, setting: Setting): Html =>
  html`<dl class="facts">
    <div>
      <dt>番号</dt>
      <dd>${sheet.number ?? '未付番'}</dd>
    </div>
    <div>
      <dt>主管</dt>
      <dd>${setting.organ(sheet.lead)}</dd>
    </div>
    ${
      sheet.coLeads.length > 0 &&
      html`<div>
        <dt>共同主管</dt>
        <dd>${sheet.coLeads.map(setting.organ).join('、')}</dd>
      </div>`
    }
    <div>
      <dt>段階</dt>
      <dd>${sheet.stageName.ja}<span class="en">${sheet.stageName.en}</span></dd>
    </div>
    <div>
      <dt>時点</dt>
      <dd>${time(sheet.at, setting)}</dd>
    </div>
    <div class="wide">
      <dt>版</dt>
      <dd>第${sheet.version.no}版 <span class="hash">${sheet.version.sha256 ?? '(公開範囲外)'}</span></dd>
    </div>
    ${
      sheet.receipt &&
      html`<div class="wide">
        <dt>決定の証明</dt>
        <dd>
          <a href="${sheet.receipt.proof}">台帳位置 ${sheet.receipt.position}</a>
          <span class="en">Proof of the decision</span>
        </dd>
      </div>`
    }
  </dl>`;

/** What the page leaves out, and why. */
export const notesOf = ({ notes }: Sheet): Html =>
  html`${notes.map((note) => html`<p class="note">※ ${note.ja}<span class="en">${note.en}</span></p>`)}`;

const links = (rounds: Sheet['rounds']): Html[] =>
  rounds.flatMap(({ no, openedAt, dueAt, conclusion }) => [
    html`<a href="?at=${openedAt}">第${no}次 開始時</a>`,
    html`<a href="?at=${dueAt}">第${no}次 期限時</a>`,
    ...(conclusion ? [html`<a href="?at=${conclusion.at}">第${no}次 終了時</a>`] : []),
  ]);

/** Ways to the same page at another moment. */
export const moments = (sheet: Sheet, setting: Setting): Html =>
  html`<nav aria-label="時点"><a href="?">現在</a>${links(sheet.rounds)}</nav>
    <form class="moment" method="get">
      <label>時点を指定 <input name="at" value="${zoned(sheet.at, setting)}" /></label>
      <button>表示</button>
    </form>`;

export const pagesOf = ({ dossierId }: Sheet): Html =>
  html`<nav aria-label="関連">
    <a href="/v1/dossiers/${dossierId}/consultation.html">協議票</a>
    <a href="/v1/dossiers/${dossierId}/old-new.html">新旧対照表</a>
    <a href="/v1/dossiers/${dossierId}/as-of.html">時点照会</a>
  </nav>`;

/** Whoever it is, in Japanese; a participant whose name is not shown. */
export const who = (organ: string | null, setting: Setting): string =>
  organ === null ? '(機関名非表示)' : setting.organ(organ);

export const foot = (sheet: Sheet, setting: Setting): Html =>
  html`Kyogi 台帳位置 ${sheet.position}(${time(sheet.at, setting)})から作成。文書ID ${sheet.dossierId}`;

export const titleOf = ({ title }: Sheet) => ({
  title: title.ja ?? title.en ?? '',
  ...(title.en && title.ja && { titleEn: title.en }),
});

export const tag = (code: string, tone = '', kind?: string): Html =>
  html`<span class="tag ${tone}">${ja(code, kind)}</span>`;
