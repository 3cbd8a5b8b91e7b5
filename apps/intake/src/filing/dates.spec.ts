import { isDateFormat, readDate } from './dates.js';

const formats = ['YYYY-MM-DD HH:mm:ss', 'MM/YYYY', 'MMM-YY', 'M/D/YYYY', 'MM/DD/YYYY hh:mm:ss A', 'YYYY'];

describe('a date in a spreadsheet', () => {
  it.each([
    ['2024-10-01 00:00:00', '2024-10-01'],
    ['01/2024', '2024-01-01'],
    ['Jul-25', '2025-07-01'],
    ['jan-03', '2003-01-01'],
    ['Dec-98', '1998-12-01'],
    ['9/30/2025', '2025-09-30'],
    ['02/29/2024', '2024-02-29'],
    ['09/24/2024 12:00:00 AM', '2024-09-24'],
    ['2025', '2025-01-01'],
  ])('%s is %s', (text, date) => expect(readDate(text, formats)).toBe(date));

  it.each(['', 'soon', '2/29/2023', '13/2024', '00/2024', '31/12/2024', '2024-10-01', 'Q3 2025', '1/1/25'])(
    '%s is none',
    (text) => expect(readDate(text, formats)).toBeUndefined(),
  );

  it('has the first meaning that reads it', () => {
    expect(readDate('01/02/2024', ['M/D/YYYY', 'D/M/YYYY'])).toBe('2024-01-02');
    expect(readDate('25/12/2024', ['M/D/YYYY', 'D/M/YYYY'])).toBe('2024-12-25');
  });

  it('needs a format with a year and no other letters', () => {
    expect(['YYYY-MM-DD', 'MMM-YY', 'YYYY年M月D日'].map(isDateFormat)).toEqual([true, true, true]);
    expect(['MM/DD', 'DD Q YYYY', 'YYYY YYYY'].map(isDateFormat)).toEqual([false, false, false]);
  });
});
