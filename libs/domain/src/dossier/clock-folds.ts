import type { EventData } from '#contracts';
import { isRoundClock } from '../consultation/round.js';
import type { Folds } from './fold.js';
import type { Dossier, RunningClock } from './state.js';

type ClockEvent =
  'ClockStarted' | 'ClockStopped' | 'ClockWarned' | 'ClockDue' | 'ClockOverdue' | 'ClockEscalated';

const withClock = (
  dossier: Dossier,
  name: string,
  change: (clock: RunningClock) => RunningClock,
): Dossier => {
  const clock = dossier.clocks[name];
  return clock ? { ...dossier, clocks: { ...dossier.clocks, [name]: change(clock) } } : dossier;
};

const reached = (dossier: Dossier, name: string, mark: string): Dossier =>
  withClock(dossier, name, (clock) => ({ ...clock, reached: [...clock.reached, mark] }));

const withoutDays = ({ remainingDays: _, ...clock }: RunningClock): RunningClock => clock;

/** What stood still with a round that is given up never goes on, also when a later round does. */
export const forgetPaused = ({ clocks }: Dossier): Dossier['clocks'] =>
  Object.fromEntries(
    Object.entries(clocks).map(([name, clock]) => [
      name,
      isRoundClock(name) && !clock.running ? withoutDays(clock) : clock,
    ]),
  );

/** What a clock has reached that goes on after it ran out: it does not run out again. */
const reachedBefore = (
  { clocks }: Dossier,
  { clock, startedAt, dueAt }: EventData<'ClockStarted'>,
): readonly string[] => (dueAt < startedAt && clocks[clock]?.dueAt === dueAt ? clocks[clock].reached : []);

export const clockFolds: Folds<ClockEvent> = {
  ClockStarted: (dossier, data) => {
    const { clock, epoch, holder, startedAt, dueAt, rungs } = data;
    const reached = reachedBefore(dossier, data);
    const started = { epoch, holder, startedAt, dueAt, running: true, reached, ...(rungs && { rungs }) };
    return { ...dossier, clocks: { ...dossier.clocks, [clock]: started } };
  },
  ClockStopped: (dossier, { clock, remainingDays }) =>
    withClock(dossier, clock, (running) => ({
      ...running,
      running: false,
      ...(remainingDays !== undefined && { remainingDays }),
    })),
  ClockWarned: (dossier, { clock }) => reached(dossier, clock, 'warn'),
  ClockDue: (dossier, { clock }) => reached(dossier, clock, 'due'),
  ClockOverdue: (dossier, { clock, markAt }) => reached(dossier, clock, `overdue@${markAt}`),
  ClockEscalated: (dossier, { clock, markAt }) => reached(dossier, clock, `rung@${markAt}`),
};
