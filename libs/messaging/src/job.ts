import type { Queue } from 'bullmq';
import type { NewHint } from './backend.js';

/** Name of BullMQ's queue. */
export const QUEUE = 'hints';

/** Clocks of hosts differ by some milliseconds, and a hint that comes early is a hint lost. */
const MARGIN_MS = 25;

/** A hint as a job. The id only keeps doubles out; it guarantees nothing, because a job that is gone forgets it. */
export const jobOf = ({ id, epoch, fence, kind, delayMs }: NewHint) => ({
  name: 'work',
  data: { id, epoch },
  opts: {
    jobId: `w${id}-${epoch}-${fence}`,
    // In BullMQ a job without a priority comes before all that have one.
    priority: kind === 'command' ? 0 : 1,
    delay: delayMs > 0 ? Math.ceil(delayMs) + MARGIN_MS : 0,
    attempts: 1,
    removeOnComplete: true,
    removeOnFail: true,
  },
});

export const depthOf = async (queue: Pick<Queue, 'getJobCounts'>): Promise<number> => {
  const counts = await queue.getJobCounts('wait', 'delayed', 'active', 'prioritized');
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
};
