import { html, Html } from './html.js';
import { style } from './style.js';

/** What a page needs to know besides its content. */
export interface Setting {
  timeZone: string;
  /** Years are counted by era (令和). */
  era: boolean;
  /** An organ's name in Japanese, its slug when it has none. */
  organ: (slug: string) => string;
}

const parts = (instant: string, locale: string, options: Intl.DateTimeFormatOptions) => {
  const all = new Intl.DateTimeFormat(locale, options).formatToParts(new Date(instant));
  return (type: string): string => all.find((part) => part.type === type)?.value ?? '';
};

/** 令和8年6月22日(月) 17:00, in the cabinet's zone; of the common era where the cabinet has no other. */
export const moment = (instant: string, { timeZone, era }: Setting): string => {
  const of = parts(instant, era ? 'ja-JP-u-ca-japanese' : 'ja-JP', {
    ...{ timeZone, era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', weekday: 'short' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  const year = era ? `${of('era')}${of('year')}` : of('year');
  return `${year}年${of('month')}月${of('day')}日(${of('weekday')}) ${of('hour')}:${of('minute')}`;
};

/** 2026-06-22T17:00+09:00: the instant in the cabinet's zone, as a query takes it. */
export const zoned = (instant: string, { timeZone }: Setting): string => {
  const of = parts(instant, 'en-GB', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'longOffset' },
  });
  const offset = of('timeZoneName').replace('GMT', '') || 'Z';
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}${offset}`;
};

/** For people, with the instant for machines. */
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

/** Byte for byte what the security policy has the hash of. */
const styled = new Html(`<style>${style}</style>`);

/** A whole page. */
export const page = ({ kind, kindEn, title, titleEn, head, body, foot }: Page): string =>
  html`<!doctype html>
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${kind}: ${title}</title>
        ${styled}
      </head>
      <body>
        <header>
          <div class="kind">${kind}<span class="en">${kindEn}</span></div>
          <h1>${title}${titleEn && titleEn !== title && html`<span class="sub">${titleEn}</span>`}</h1>
          ${head}
        </header>
        <main>${body}</main>
        <footer>${foot}</footer>
      </body>
    </html> `.text;
