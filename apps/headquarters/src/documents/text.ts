const unprintable = /[^\P{Cc}\n\t]|[\uFFFE\uFFFF]|\p{Cs}/gu;

/** The text without what XML cannot hold, so that the office programs open the file. */
export const printable = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unprintable, '');

/** A spreadsheet program holds at most 32,767 characters in a cell. */
const MOST = 32_000;

/** The text of a spreadsheet cell. */
export const cellText = (text: string): string => {
  const whole = printable(text);
  return whole.length > MOST ? `${whole.slice(0, MOST)}…(以下省略。全文は協議票にある)` : whole;
};
