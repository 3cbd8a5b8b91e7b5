import type { Hints, WorkList } from '#messaging';
import type { Clock, Metrics } from '#platform';

/** Work and queue as they stand, asked at every reading. */
export const watchWork = (metrics: Metrics, list: WorkList, hints: Hints, clock: Clock): void => {
  metrics.gauge('kyogi_work_items', 'Work items by state.', ['state'], async (gauge) => {
    const { armed, due, held, dead } = await list.counts(clock.now());
    Object.entries({ armed, due, held, dead }).forEach(([state, count]) => gauge.set({ state }, count));
  });
  metrics.gauge(
    'kyogi_work_oldest_seconds',
    'How long the oldest due item waits, seconds.',
    [],
    async (gauge) => gauge.set((await list.counts(clock.now())).oldestMs / 1_000),
  );
  metrics.gauge('kyogi_queue_depth', 'Hints in the queue; -1 when it is away.', [], async (gauge) =>
    gauge.set((await hints.depth()) ?? -1),
  );
};
