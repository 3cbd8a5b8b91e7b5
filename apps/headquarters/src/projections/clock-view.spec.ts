import type { LedgerEvent } from '#contracts';
import { withClocks } from './clock-view.js';

const started = (startedAt: string) =>
  ({
    type: 'ClockStarted',
    data: {
      ...{ clock: 'answers-1', epoch: 2, holder: 'DA', startedAt, warnAt: startedAt, overdueAt: [] },
      dueAt: '2026-06-29T08:00:00.000Z',
    },
  }) as unknown as LedgerEvent;

describe('a clock that goes on after its round stood still', () => {
  it('is shown as run out when it had run out before', () => {
    expect(withClocks([], started('2026-07-06T01:00:00.000Z'))).toMatchObject([{ mark: 'due' }]);
    expect(withClocks([], started('2026-06-22T01:00:00.000Z'))).toMatchObject([{ mark: 'running' }]);
  });
});
