import type { ConsultationSheet, ThreadView } from '#contracts';

type Counts = ConsultationSheet['counts'];

const weights = ['MUST', 'SHOULD', 'NOTE'] as const;
const states = ['OPEN', 'ANSWERED', 'REOPENED', 'ESCALATED', 'CLOSED', 'RESERVED', 'WITHDRAWN'] as const;
const ended: readonly string[] = ['CLOSED', 'RESERVED', 'WITHDRAWN'];

/** An answer that its commenter left at that is the end of it when no round runs any more. */
const isOpen = ({ state }: ThreadView, running: boolean): boolean =>
  !ended.includes(state) && (running || state !== 'ANSWERED');

const byOrgan = (
  organ: string | null,
  threads: readonly ThreadView[],
  running: boolean,
): Counts['byOrgan'][number] => {
  const of = (weight: ThreadView['weight']) => threads.filter((thread) => thread.weight === weight).length;
  return {
    ...{ organ, must: of('MUST'), should: of('SHOULD'), note: of('NOTE') },
    open: threads.filter((thread) => isOpen(thread, running)).length,
  };
};

/** How many threads there are, by weight and state and by organ; null are those whose names are not shown. */
export const countsOf = (threads: readonly ThreadView[], running: boolean): Counts => {
  const organs = [...new Set(threads.map(({ organ }) => organ))];
  return {
    byWeight: weights.flatMap((weight) =>
      states.flatMap((state) => {
        const count = threads.filter((thread) => thread.weight === weight && thread.state === state).length;
        return count === 0 ? [] : [{ weight, state, count }];
      }),
    ),
    byOrgan: organs.map((organ) =>
      byOrgan(
        organ,
        threads.filter((thread) => thread.organ === organ),
        running,
      ),
    ),
  };
};
