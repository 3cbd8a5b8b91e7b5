import { Problem, type Command, type DomainEvent, type Procedure } from '#contracts';
import {
  addCalendarDays,
  clockMarks,
  dueInstant,
  dueOnOrAfter,
  dueAtOn,
  localDate,
  businessDayFrom,
} from '../clock/index.js';
import { passDeadline } from '../consultation/positions.js';
import { isRoundClock, roundClock, runningRound } from '../consultation/round.js';
import { pinnedProcedure } from '../procedures.js';
import type { Decision, Setting } from '../setting.js';
import type { Dossier } from './state.js';
import { transition } from './transition.js';

type StageClock = Procedure['stages'][string]['clocks'][number];

const periodDays = (name: string, { cabinet: { policy } }: Setting): number => {
  const days = { ...policy.clockDays, ...policy.expiry }[name as 'review'];
  if (typeof days !== 'number') throw new Error(`the policy has no period ${name}`);
  return days;
};

/** Due time and marks of a stage's clock that starts now. A period may bring its own warning day (`lapseWarning`). */
const timesOf = ({ period, unit }: StageClock, at: string, setting: Setting) => {
  const { calendar, cabinet } = setting;
  const days = periodDays(period, setting);
  if (unit === 'business-days') {
    const dueAt = dueInstant(calendar, at, days);
    return { dueAt, ...clockMarks(calendar, at, dueAt, cabinet.policy.reminders) };
  }
  const dateAfter = (count: number) => addCalendarDays(localDate(at, calendar.timeZone), count);
  const dueAt = dueOnOrAfter(calendar, dateAfter(days));
  const marks = clockMarks(calendar, at, dueAt, cabinet.policy.reminders);
  const { expiry } = cabinet.policy;
  const ownWarning =
    period === 'lapse'
      ? dueAtOn(calendar, businessDayFrom(calendar, dateAfter(expiry.lapseWarning)))
      : marks.warnAt;
  return { dueAt, warnAt: ownWarning, overdueAt: [] };
};

const stopped = (dossier: Dossier, names: string[]): DomainEvent[] =>
  names.flatMap((clock) => {
    const running = dossier.clocks[clock];
    return running?.running ? [{ type: 'ClockStopped', data: { clock, epoch: running.epoch } } as const] : [];
  });

interface Entry {
  stage: string;
  procedure: Procedure;
  lead: string;
}

const started = (before: Dossier | null, { stage, procedure, lead }: Entry, at: string, setting: Setting) => {
  const declared = procedure.stages[stage];
  const holder = declared?.holder === 'secretariat' ? setting.cabinet.headquarters : lead;
  return (declared?.clocks ?? []).map((stageClock): DomainEvent => {
    const epoch = (before?.clocks[stageClock.clock]?.epoch ?? 0) + 1;
    const times = timesOf(stageClock, at, setting);
    return {
      type: 'ClockStarted',
      data: { clock: stageClock.clock, epoch, holder, startedAt: at, ...times },
    };
  });
};

const declaredClocks = ({ stages }: Procedure) => Object.values(stages).flatMap(({ clocks }) => clocks);

/** The clocks that end when a stage is entered: a final stage ends all, any other all but those that run on in it. */
const ending = (before: Dossier, { stage, procedure }: Entry): string[] => {
  const names = Object.keys(before.clocks);
  if (procedure.stages[stage]?.final) return names;
  const runOn = declaredClocks(procedure).filter(({ runsOnIn }) => runsOnIn.includes(stage));
  const stays = (name: string) =>
    isRoundClock(name) ? stage === before.stage : runOn.some(({ clock }) => clock === name);
  return names.filter((name) => !stays(name));
};

/** The stage that the events lead into or, by a revision or another procedure, begin anew. */
const entryOf = (before: Dossier | null, events: readonly DomainEvent[]): Entry | undefined => {
  let entry: Entry | undefined;
  for (const { type, data } of events) {
    if (type === 'DossierDrafted')
      entry = {
        stage: data.stage,
        procedure: pinnedProcedure(data.procedure),
        lead: data.version.body.head.lead,
      };
    else if (before && type === 'ProcedureMoved')
      entry = {
        stage: before.stage,
        procedure: pinnedProcedure(data.to),
        lead: before.current.body.head.lead,
      };
    else if (before && 'stage' in data && (data.stage !== before.stage || type === 'DossierRevised'))
      entry = {
        stage: data.stage,
        procedure: pinnedProcedure(before.procedure),
        lead: before.current.body.head.lead,
      };
  }
  return entry;
};

/**
 * The clock events that follow from a change of stage: the old stage's clocks stop, the new stage's start; a final
 * stage stops all. A revision within a stage starts that stage's expiry anew, since the draft is not idle.
 */
export const clockEvents = (
  before: Dossier | null,
  events: readonly DomainEvent[],
  command: Command,
  setting: Setting,
): DomainEvent[] => {
  const entry = entryOf(before, events);
  if (!entry) return [];
  return [
    ...(before ? stopped(before, ending(before, entry)) : []),
    ...started(before, entry, command.at, setting),
  ];
};

const consequence = (dossier: Dossier, command: Command<'TickClock'>, setting: Setting): DomainEvent[] => {
  const { clock } = command.data;
  const round = runningRound(dossier.rounds);
  if (round && clock === roundClock(round.no)) return passDeadline(round);
  const onDue = declaredClocks(pinnedProcedure(dossier.procedure)).find(
    (declared) => declared.clock === clock,
  )?.onDue;
  if (onDue === 'AcceptUnchecked') {
    const stage = transition(dossier, command, setting, 'AcceptDossier');
    return [{ type: 'DossierAccepted', data: { stage, unchecked: true } }];
  }
  if (onDue === 'Lapse') {
    const stage = transition(dossier, command, setting, 'Lapse');
    return [{ type: 'DossierLapsed', data: { stage, clock } }];
  }
  return [];
};

/** A mark of a clock is reached. A clock that was stopped or started anew meanwhile is refused: the tick is moot. */
export const tickClock: Decision<'TickClock'> = (dossier, command, setting) => {
  const { clock, epoch, mark, markAt } = command.data;
  const running = dossier.clocks[clock];
  if (!running?.running || running.epoch !== epoch)
    throw new Problem('clock-not-running', `${clock} ${epoch} is not running.`);
  if (running.reached.includes(mark === 'overdue' ? `overdue@${markAt}` : mark)) return [];
  const data = { clock, epoch, holder: running.holder, dueAt: running.dueAt };
  if (mark === 'warn') return [{ type: 'ClockWarned', data }];
  if (mark === 'overdue') return [{ type: 'ClockOverdue', data: { ...data, markAt } }];
  return [{ type: 'ClockDue', data }, ...consequence(dossier, command, setting)];
};
