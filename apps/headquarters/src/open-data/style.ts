import { policyFor, style } from '../pages/style.js';

/** The style of all pages; a wide list is printed across the sheet, and on a telephone each entry is a card. */
export const registerStyle = `${style}
main a { color: #174ea6; }
@media print, (min-width: 761px) { .register .name { width: 26%; } .register .organ { width: 17%; } .register .summary { width: 30%; } }
@media print { @page { size: A4 landscape; } }
@media screen and (max-width: 760px) {
  table, tbody, tr, td { display: block; } thead { display: none; }
  tr { border: 1px solid var(--rule); border-radius: 4px; margin: 0 0 10px; padding: 4px 0; }
  td { border: 0; padding: 2px 12px; } td.no { white-space: normal; } td.num { text-align: left; }
  td[data-of]::before { content: attr(data-of); color: var(--soft); font-size: 12px; margin-right: .8em; }
}
`;

export const registerPolicy = policyFor(registerStyle);
