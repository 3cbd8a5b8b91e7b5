/** What a spreadsheet program would take for a formula, however much white space is before it. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** A cell of a CSV that no spreadsheet program computes: one that begins like a formula gets an apostrophe. */
export const inertCell = (text: string): string => (formula.test(text) ? `'${text}` : text);
