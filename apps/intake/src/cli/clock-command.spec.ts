import { wantedInstant } from './clock-command.js';

describe('the command clock', () => {
  it('takes an instant with its offset, wherever the cabinet is named', () => {
    const instant = '2026-06-03T08:00:00.000Z';
    expect(wantedInstant(['2026-06-03T17:00+09:00', '--cabinet', 'japan'])).toBe(instant);
    expect(wantedInstant(['--cabinet=japan', '2026-06-03T08:00:00Z'])).toBe(instant);
    expect(wantedInstant(['--cabinet', 'japan'])).toBeUndefined();
  });

  it.each([
    [['tomorrow'], /tomorrow is no instant/],
    [['2026-06-03T17:00'], /is no instant/],
    [['2026-13-03T17:00Z'], /is no instant/],
    [['2026-06-03T17:00Z', '2026-06-04T17:00Z'], /One instant at a time/],
  ])('refuses %j with one sentence', (args, message) => expect(() => wantedInstant(args)).toThrow(message));
});
