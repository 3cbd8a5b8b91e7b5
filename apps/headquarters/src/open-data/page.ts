import type { Cabinet, PublicGuideline } from '#contracts';
import { localDate } from '#domain';
import { html, Html } from '../pages/html.js';
import { datasetNames, datasets, type DatasetName } from './datasets.js';
import { registerStyle } from './style.js';
import { statusIn, words, type Lang } from './words.js';

interface Shown {
  lang: Lang;
  /** The day that was asked about; undefined: now. */
  at: string | undefined;
  inForce: readonly PublicGuideline[];
  more: boolean;
  former: readonly PublicGuideline[];
  counts: Record<DatasetName, number>;
  cabinet: Cabinet;
  /** When the list changed last, ISO; null: never. */
  modified: string | null;
  /** Where the register is reached; empty: links are relative. */
  base: string;
}

const dayIn = (lang: Lang, date: string, { calendar }: Cabinet): string => {
  const locale = lang === 'en' ? 'en-GB' : calendar.country === 'JP' ? 'ja-JP-u-ca-japanese' : 'ja-JP';
  const [month, era] = [lang === 'en' ? 'short' : 'long', 'long'] as const;
  const options = {
    timeZone: 'UTC',
    year: 'numeric',
    month,
    day: 'numeric',
    ...(lang === 'ja' && { era }),
  } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${date}T00:00:00Z`));
};

const named = (lang: Lang, { ja, en }: { ja?: string | undefined; en?: string | undefined }): string =>
  (lang === 'ja' ? (ja ?? en) : (en ?? ja)) ?? '';

const organs = (lang: Lang, { organ, jointOrgans }: PublicGuideline): string =>
  [organ, ...jointOrgans].map((one) => one[lang]).join(lang === 'ja' ? '、' : ', ');

/** The language a text is in, where it is not that of the page: for screen readers. */
const spoken = (lang: Lang, text: string): Html =>
  lang === 'en' && /[\u3040-\u30ff\u4e00-\u9fff]/.test(text)
    ? html`<span lang="ja">${text}</span>`
    : html`${text}`;

const day = (date: string, { lang, cabinet }: Shown): Html =>
  html`<time datetime="${date}">${dayIn(lang, date, cabinet)}</time>`;

const row = (one: PublicGuideline, shown: Shown): Html => {
  const { lang } = shown;
  const [number, name, organ, published, summary, status] = words[lang].columns;
  const [url] = one.publications.filter(({ language }) => language === lang).concat(one.publications);
  const title = spoken(lang, named(lang, one.title));
  return html`<tr>
    <td class="no" data-of="${number}"><a href="${one.link}">${one.number}</a></td>
    <td class="name" data-of="${name}">
      ${url ? html`<a href="${url.url}">${title}</a>` : title}
      ${lang === 'ja' && one.title.en && html`<span class="sub" lang="en">${one.title.en}</span>`}
    </td>
    <td class="organ" data-of="${organ}">${organs(lang, one)}</td>
    <td class="no" data-of="${published}">${day(one.publishedOn, shown)}</td>
    <td class="summary" data-of="${summary}">${spoken(lang, one.summary ?? '')}</td>
    <td class="no" data-of="${status}">
      ${statusIn(lang, one.status)}
      ${one.inForceUntil !== null && html`<span class="sub">${day(one.inForceUntil, shown)}</span>`}
    </td>
  </tr> `;
};

const table = (rows: readonly PublicGuideline[], shown: Shown): Html =>
  html`<table class="register">
    <thead>
      <tr>
        ${words[shown.lang].columns.map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${
        rows.length === 0
          ? html`<tr>
              <td colspan="6" class="soft">${words[shown.lang].none}</td>
            </tr>`
          : rows.map((one) => row(one, shown))
      }
    </tbody>
  </table>`;

const data = ({ lang, counts, base }: Shown): Html =>
  html`<table>
    <thead>
      <tr>
        ${words[lang].dataset.map((name) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${datasetNames.map(
        (name) =>
          html`<tr>
            <td class="no"><b>${datasets[name].title[lang]}</b></td>
            <td>${datasets[name].description[lang]}</td>
            <td class="num" data-of="${words[lang].dataset[2]}">${counts[name]}</td>
            <td class="no">
              <a href="${base}/open-data/${name}?format=json">JSON</a>
              <a href="${base}/open-data/${name}?format=csv">CSV</a>
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;

const nav = ({ lang, at, base }: Shown): Html => {
  const [say, other] = [words[lang], lang === 'ja' ? 'en' : 'ja'];
  return html`<nav>
      <a href="?lang=${other}${at !== undefined && `&at=${at}`}" hreflang="${other}" lang="${other}"
        >${say.other}</a
      >
      <a href="${base}/open-data/catalogue.jsonld">${say.catalogue}</a>
    </nav>
    <form class="moment" method="get">
      <input type="hidden" name="lang" value="${lang}" />
      <label>${say.day} <input type="date" name="at" value="${at}" required /></label>
      <button>${say.show}</button>
    </form>`;
};

/** Byte for byte what the security policy has the hash of. */
const styled = new Html(`<style>${registerStyle}</style>`);

/** The list of guidelines as the Cabinet Office keeps it: number, name, organ in charge, date, summary. */
export const registerPage = (shown: Shown): string => {
  const { lang, at, inForce, former, more, cabinet, modified, base } = shown;
  const say = words[lang];
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${say.title} | ${lang === 'ja' ? cabinet.titleJa : cabinet.titleEn}</title>
        <link rel="alternate" type="application/ld+json" href="${base}/open-data/catalogue.jsonld" />
        <link rel="license" href="${cabinet.licence.url}" />
        ${styled}
      </head>
      <body>
        <header>
          <div class="kind">${lang === 'ja' ? cabinet.titleJa : cabinet.titleEn} · ${say.kind}</div>
          <h1>${say.title}</h1>
          ${nav(shown)}
        </header>
        <main>
          <h2>${at === undefined ? say.now : say.on(dayIn(lang, at, cabinet))}</h2>
          ${table(inForce, shown)}${more && html`<p class="note">${say.more(inForce.length)}</p>`}
          ${
            former.length > 0 &&
            html`<h2>${say.former}</h2>
              ${table(former, shown)}`
          }
          <h2>${say.data}</h2>
          ${data(shown)}
          <p class="note">${say.licence}: <a href="${cabinet.licence.url}">${cabinet.licence.title}</a></p>
          <h2>${say.check}</h2>
          <p>${say.how}</p>
        </main>
        <footer>
          <p>${say.foot}</p>
          ${modified !== null && html`<p>${say.changed}: ${day(localDate(modified, cabinet.calendar.timeZone), shown)}</p>`}
        </footer>
      </body>
    </html> `.text;
};
