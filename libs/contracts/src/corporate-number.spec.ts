import * as fc from 'fast-check';
import { corporateCheckDigit, corporateNumberFault } from './corporate-number.js';

describe('a corporate number', () => {
  it.each([
    '2000012010019',
    '8000012010038',
    '4000012090001',
    '9000012040001',
    '7000012060001',
    '6000012150001',
  ])('of a real organ is sound: %s', (number) => expect(corporateNumberFault(number)).toBeUndefined());

  it('with a wrong check digit is told the right one', () => {
    expect(corporateNumberFault('3000012010038')).toBe('check digit should be 8 (13-digit corporate number)');
  });

  it.each(['', '400001209000', '40000120900011', '0000012090001', '４000012090001', '4000012-90001'])(
    'of another shape is refused: %j',
    (text) => expect(corporateNumberFault(text)).toContain('13 digits'),
  );

  it('is told apart from every number in which one digit of the body was mistyped, save for 0 and 9', () => {
    const body = fc.stringMatching(/^\d{12}$/);
    fc.assert(
      fc.property(body, fc.nat(11), fc.integer({ min: 1, max: 8 }), (digits, at, shift) => {
        const wrong = (Number(digits[at]) + shift) % 10;
        fc.pre(Math.abs(wrong - Number(digits[at])) !== 9);
        const typed = digits.slice(0, at) + String(wrong) + digits.slice(at + 1);
        const number = String(corporateCheckDigit(digits)) + typed;
        expect(corporateNumberFault(number)).toContain('check digit');
      }),
    );
  });
});
