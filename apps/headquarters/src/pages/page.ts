import { html, Html } from './html.js';
import { style } from './style.js';

/** What a page needs to know besides its content. */
export interface Setting {
  timeZone: string;
  /** An organ's name in Japanese, its slug when it has none. */
  organ: (slug: string) => string;
}

/** 2026年6月22日(月) 17:00, in the cabinet's zone. */
export const moment = (instant: string, { timeZone }: Setting): string => {
  const parts = new Intl.DateTimeFormat('ja-JP', {
    ...{ timeZone, year: 'numeric', month: 'numeric', day: 'numeric', weekday: 'short' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(new Date(instant));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}年${of('month')}月${of('day')}日(${of('weekday')}) ${of('hour')}:${of('minute')}`;
};

/** 令和8年6月22日 17:00 is for people; the machine-readable instant goes with it. */
export const time = (instant: string, setting: Setting): Html =>
  html`<time datetime="${instant}">${moment(instant, setting)}</time>`;

interface Page {
  kind: string;
  kindEn: string;
  title: string;
  titleEn?: string | undefined;
  head: Html;
  body: Html;
  foot: Html;
}

/** A whole page. */
export const page = ({ kind, kindEn, title, titleEn, head, body, foot }: Page): string =>
  html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${kind}: ${title}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <header>
          <div class="kind">${kind}<span class="en">${kindEn}</span></div>
          <h1>${title}${titleEn && titleEn !== title && html`<span class="en">${titleEn}</span>`}</h1>
          ${head}
        </header>
        <main>${body}</main>
        <footer>${foot}</footer>
      </body>
    </html> `.text;
