import type { AsOfView, Clause } from '#contracts';
import { html, type Html } from './html.js';
import { page, type Setting } from './page.js';
import { facts, foot, moments, notesOf, pagesOf, titleOf } from './sheet-head.js';
import { roundsPart } from './sheet-rounds.js';
import { threadsPart } from './sheet-threads.js';

const clause = (one: Clause): Html =>
  html`<section>
    ${one.heading && html`<h3>${one.heading}<span class="en">${one.id}</span></h3>`}
    <p>${one.text}</p>
    ${one.children.map(clause)}
  </section>`;

/** 時点照会: text and positions as they were at a moment. */
export const asOfPage = ({ sheet, version }: AsOfView, setting: Setting): string =>
  page({
    ...{ kind: '時点照会', kindEn: 'As of', ...titleOf(sheet) },
    head: html`${facts(sheet, setting)}${pagesOf(sheet)}${moments(sheet, setting)}${notesOf(sheet)}`,
    body: html`${roundsPart(sheet, setting)}${threadsPart(sheet, setting)}
      <section class="clauses">
        <h2>本文(第${version.no}版)<span class="en">Text</span></h2>
        ${version.clauses === null ? html`<p class="soft">公開範囲外のため示さない。</p>` : version.clauses.map(clause)}
      </section>`,
    foot: foot(sheet, setting),
  });
