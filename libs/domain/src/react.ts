import { dossierType, type CommandData, type DomainEvent } from '#contracts';
import type { Dossier } from './dossier/state.js';
import { pinnedProcedure } from './procedures.js';

/** Runs from the notice of a public comment to the end of its last day. */
export const commentClock = 'public-comment';

/** Automatic work that looks outside of the dossier. */
export type StepName = 'completeness' | 'overlap' | 'close-comments';

/** Work that follows from an event. `key` is unique within the dossier; a clock's work is cancelled by its prefix. */
export type Reaction =
  | { do: 'command'; key: string; name: 'TickClock'; data: CommandData<'TickClock'>; at: string }
  | { do: 'step'; key: string; name: StepName; data: { versionNo: number } }
  | { do: 'cancel'; prefix: string };

const clockKey = (clock: string, epoch: number) => `clock:${clock}:${epoch}:`;

/** What was to be found out about a case that has ended is of no use any more. */
const isOver = (event: DomainEvent, { procedure, stage }: Dossier): boolean =>
  'stage' in event.data && pinnedProcedure(procedure).stages[stage]?.final === true;

/** What the machine has to do about a fact, now or at a later time. Pure; `dossier` is the state after the event. */
export const react = (event: DomainEvent, dossier: Dossier): Reaction[] => {
  switch (event.type) {
    case 'DossierFiled': {
      const { versionNo } = event.data;
      return dossierType(dossier.type).stepsOnFiling.map((name): Reaction => ({
        do: 'step',
        key: `step:${name}:${versionNo}`,
        name,
        data: { versionNo },
      }));
    }
    case 'ClockStarted': {
      const { clock, epoch, warnAt, dueAt, overdueAt, rungs = [] } = event.data;
      const tick = (mark: CommandData<'TickClock'>['mark'], at: string): Reaction => ({
        do: 'command',
        key: `${clockKey(clock, epoch)}${mark}:${at}`,
        name: 'TickClock',
        data: { clock, epoch, mark, markAt: at },
        at,
      });
      return [
        tick('warn', warnAt),
        tick('due', dueAt),
        ...overdueAt.map((at) => tick('overdue', at)),
        ...rungs.map(({ at }) => tick('rung', at)),
      ];
    }
    case 'ClockDue':
      return event.data.clock === commentClock
        ? [
            {
              do: 'step',
              key: `step:close-comments:${event.data.epoch}`,
              name: 'close-comments',
              data: { versionNo: dossier.current.no },
            },
          ]
        : [];
    // Given up while comments were taken: those are counted nevertheless.
    case 'CommentAbandoned':
      return dossier.outcome.comment?.received === undefined
        ? [
            {
              do: 'step',
              key: 'step:close-comments:abandoned',
              name: 'close-comments',
              data: { versionNo: dossier.current.no },
            },
          ]
        : [];
    case 'ClockStopped':
      return [{ do: 'cancel', prefix: clockKey(event.data.clock, event.data.epoch) }];
    default:
      return isOver(event, dossier) ? [{ do: 'cancel', prefix: 'step:' }] : [];
  }
};
