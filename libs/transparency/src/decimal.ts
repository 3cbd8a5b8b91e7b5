import { demand } from './unsound.js';

/** A whole number from 0 to 2^53-1, in decimal without leading zeros; anything else is `Unsound`. */
export function fromDecimal(text: string): number {
  demand(/^(0|[1-9][0-9]{0,15})$/.test(text), 'not a decimal number');
  const number = Number(text);
  demand(Number.isSafeInteger(number), 'the number is too large');
  return number;
}

/** Whether this can be a size or an index. */
export const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
