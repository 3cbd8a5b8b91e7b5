import { createHash } from 'node:crypto';

/** One style for all pages: quiet on the screen, black on white on A4. */
export const style = `
:root { color-scheme: light; --ink: #1a1f2b; --soft: #5b6472; --rule: #c9cfd8; --pale: #f3f5f8; --mark: #b3261e; --good: #1d6b3a; --warn: #8a5a00; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1180px; padding: 28px 32px 60px; color: var(--ink); background: #fff;
  font: 14px/1.65 "Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, sans-serif; }
header { border-bottom: 2px solid var(--ink); padding-bottom: 12px; margin-bottom: 18px; }
.kind { color: var(--soft); letter-spacing: .12em; font-size: 13px; }
h1 { font-size: 21px; line-height: 1.45; margin: 2px 0 8px; }
h2 { font-size: 16px; margin: 30px 0 10px; padding-left: 10px; border-left: 5px solid var(--ink); }
h3 { font-size: 14.5px; margin: 20px 0 6px; }
.sub { display: block; color: var(--soft); font-weight: normal; font-size: 14px; }
.en { color: var(--soft); font-weight: normal; font-size: .86em; margin-left: .5em; }
dl.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(250px, 1fr)); gap: 4px 24px; margin: 0; }
dl.facts div { display: flex; gap: 10px; } dl.facts .wide { grid-column: 1 / -1; } dl.facts dt { color: var(--soft); min-width: 5.5em; } dl.facts dd { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: 6px 0 12px; }
th, td { border: 1px solid var(--rule); padding: 6px 9px; text-align: left; vertical-align: top; }
thead th { background: var(--pale); font-weight: 600; white-space: nowrap; }
td.no { white-space: nowrap; } td.why { font-size: 12.5px; color: var(--soft); } .num { text-align: right; font-variant-numeric: tabular-nums; }
.hash { font: 12px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; color: var(--soft); overflow-wrap: anywhere; }
.tag { display: inline-block; border: 1px solid currentColor; border-radius: 3px; padding: 0 6px; font-size: 12px; white-space: nowrap; }
.bad { color: var(--mark); } .good { color: var(--good); } .warn { color: var(--warn); } .soft { color: var(--soft); }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
blockquote { margin: 4px 0; padding: 2px 12px; border-left: 3px solid var(--rule); color: var(--soft); white-space: pre-wrap; }
.thread { border: 1px solid var(--rule); border-radius: 4px; margin: 12px 0; break-inside: avoid; }
.thread > .top { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; background: var(--pale); padding: 6px 12px; border-bottom: 1px solid var(--rule); }
.thread > .top b { font-size: 15px; } .thread > .in { padding: 8px 12px; }
.proposed { background: #fbf7e6; padding: 4px 10px; margin: 4px 0; white-space: pre-wrap; }
ol.talk { list-style: none; margin: 8px 0 2px; padding: 0; } ol.talk li { border-top: 1px dotted var(--rule); padding: 5px 0; }
ul.plain { margin: 4px 0; padding-left: 1.3em; }
.box { border: 1px solid var(--mark); border-radius: 4px; padding: 6px 14px; margin: 12px 0; break-inside: avoid; }
.box.done { border-color: var(--good); } .box h2 { border: 0; padding: 0; margin: 4px 0; }
.note { color: var(--soft); font-size: 13px; } nav { font-size: 13px; margin: 8px 0 0; } nav a { margin-right: 16px; color: #174ea6; }
form.moment { margin: 8px 0 0; font-size: 13px; } form.moment input { font: inherit; padding: 1px 6px; width: 17em; }
.oldnew { table-layout: fixed; } .oldnew th { text-align: center; width: 50%; } .oldnew td { padding: 10px 14px; line-height: 1.9; }
.oldnew u { text-decoration-thickness: 1.5px; text-underline-offset: 4px; } .oldnew .clause { font-weight: 600; }
.oldnew .absent { color: var(--soft); }
.clauses section { margin: 0 0 10px; } .clauses section section { margin-left: 1.6em; } .clauses p { margin: 2px 0; white-space: pre-wrap; }
footer { margin-top: 36px; border-top: 1px solid var(--rule); padding-top: 8px; color: var(--soft); font-size: 12px; }
@media print { @page { size: A4; margin: 16mm 14mm; } body { max-width: none; padding: 0; font-size: 10.5pt; } nav, form { display: none; }
  thead { display: table-header-group; } tr { break-inside: avoid; } a { color: inherit; text-decoration: none; } }
@media (max-width: 760px) { body { padding: 16px; } }
`;

/** Nothing but this one style may run or load, and nobody may frame the page. */
export const policyFor = (css: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

export const contentSecurityPolicy = policyFor(style);
