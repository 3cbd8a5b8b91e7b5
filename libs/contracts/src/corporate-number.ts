/** The check digit of a 12-digit corporate number body: 9 - (Σ Pn·Qn mod 9), Pn from the right, Qn 1 on odd and 2 on even n. */
export const corporateCheckDigit = (body: string): number => {
  const sum = [...body]
    .reverse()
    .reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 2), 0);
  return 9 - (sum % 9);
};

/** What is wrong with a Japanese corporate number (法人番号), or undefined when it is sound. */
export const corporateNumberFault = (text: string): string | undefined => {
  if (!/^[1-9]\d{12}$/.test(text)) return 'a corporate number has 13 digits and begins with 1 to 9';
  const digit = corporateCheckDigit(text.slice(1));
  return digit === Number(text[0]) ? undefined : `check digit should be ${digit} (13-digit corporate number)`;
};
