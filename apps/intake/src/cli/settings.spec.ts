import { fileSettings } from './settings.js';

describe('a call of the command line', () => {
  it.each([
    [[], /Say which file/],
    [['nowhere.csv'], /--map/],
    [['nowhere.csv', '--map', 'm'], /There is no file nowhere\.csv/],
    [['.', '--map', 'm'], /\. is not a file/],
    [['a.csv', 'b.csv'], /One file at a time/],
    [
      [__filename, '--map', 'm', '--step', 'publish'],
      /There is no step publish; steps are draft, approve, file/,
    ],
    [[__filename, '--map', 'm', '--fast'], /Unknown option '--fast'/],
  ])('%j is refused with one sentence', (args, message) => expect(() => fileSettings(args)).toThrow(message));

  it('takes all steps in order unless some are named', () => {
    expect(fileSettings([__filename, '--map', 'm']).steps).toEqual(['draft', 'approve', 'file']);
    expect(fileSettings([__filename, '--map', 'm', '--step', 'draft']).steps).toEqual(['draft']);
  });
});
