import { Problem } from '#contracts';
import { fateOf } from './fate.js';

describe('a run that failed', () => {
  it.each(['not-allowed-in-stage', 'clock-not-running', 'not-found'] as const)(
    'of %s has nothing left to do',
    (type) => expect(fateOf(new Problem(type, ''))).toBe('moot'),
  );

  it.each(['unavailable', 'internal-error', 'version-stale'] as const)('of %s is tried again', (type) =>
    expect(fateOf(new Problem(type, ''))).toBe('later'),
  );

  it('of anything unknown is tried again', () => expect(fateOf(new Error('ECONNRESET'))).toBe('later'));

  it.each(['invalid-request', 'not-permitted', 'key-reused'] as const)('of %s is given up', (type) =>
    expect(fateOf(new Problem(type, ''))).toBe('dead'),
  );
});
