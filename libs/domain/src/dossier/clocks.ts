import {
  Problem,
  factsOf,
  type Command,
  type DomainEvent,
  type DossierBody,
  type Procedure,
} from '#contracts';
import { isRoundClock } from '../consultation/round.js';
import { pinnedProcedure } from '../procedures.js';
import type { Decision, Setting } from '../setting.js';
import { atDeadline } from './deadlines.js';
import type { Dossier } from './state.js';
import { pauseClocks, stopClocks, timesOf, type StageClock } from './timing.js';

interface Entry {
  stage: string;
  procedure: Procedure;
  body: DossierBody;
  /** A day that was given with the entry; it goes before the dossier's own. */
  until?: string | undefined;
  /** Who has the text in this stage, where it is neither the lead nor the secretariat. */
  holder?: string | undefined;
}

const applies = ({ onlyFor }: StageClock, body: DossierBody): boolean =>
  !onlyFor || onlyFor.includes(factsOf(body).decisionBody ?? '');

const started = (
  before: Dossier | null,
  { stage, procedure, body, until, holder: asked }: Entry,
  at: string,
  setting: Setting,
) => {
  const declared = procedure.stages[stage];
  const usual = declared?.holder === 'secretariat' ? setting.cabinet.headquarters : body.head.lead;
  const holder = asked ?? usual;
  return (declared?.clocks ?? [])
    .filter((clock) => applies(clock, body))
    .map((stageClock): DomainEvent => {
      const former = before?.clocks[stageClock.clock];
      const epoch = (former?.epoch ?? 0) + 1;
      const left = former && !former.running ? former.remainingDays : undefined;
      const times = timesOf(stageClock, body, at, setting, left, until);
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

const stopped = (before: Dossier, entry: Entry, at: string, setting: Setting): DomainEvent[] => {
  const pausing = declaredClocks(entry.procedure).filter(({ pausesIn }) => pausesIn?.includes(entry.stage));
  const pauses = (name: string) => pausing.some(({ clock }) => clock === name);
  const names = ending(before, entry);
  return [
    ...stopClocks(
      before,
      names.filter((name) => !pauses(name)),
    ),
    ...pauseClocks(before, names.filter(pauses), at, setting),
  ];
};

const onlyOne = (organs: readonly string[]): string | undefined =>
  organs.length === 1 ? organs[0] : undefined;

/** The stage that the events lead into or, by a revision or another procedure, begin anew. */
const entryOf = (before: Dossier | null, events: readonly DomainEvent[]): Entry | undefined => {
  let entry: Entry | undefined;
  for (const { type, data } of events) {
    if (type === 'DossierDrafted')
      entry = {
        stage: data.stage,
        procedure: pinnedProcedure(data.procedure),
        body: data.version.body,
      };
    else if (before && type === 'ProcedureMoved')
      entry = { stage: before.stage, procedure: pinnedProcedure(data.to), body: before.current.body };
    else if (before && 'stage' in data && (data.stage !== before.stage || type === 'DossierRevised'))
      entry = {
        stage: data.stage,
        procedure: pinnedProcedure(before.procedure),
        body: type === 'DossierRevised' ? data.version.body : before.current.body,
        until: type === 'DossierConfirmed' ? data.reviewBy : undefined,
        holder: type === 'LegalCheckRequested' ? onlyOne(data.asked) : undefined,
      };
  }
  return entry;
};

/**
 * The clock events that follow from a change of stage: the old stage's clocks stop or pause, the new stage's start; a final
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
    ...(before ? stopped(before, entry, command.at, setting) : []),
    ...started(before, entry, command.at, setting),
  ];
};

/** Procedure, version, clock and rung by which a matter goes to a higher role. */
const ruleOf = ({ procedure: { name, version } }: Dossier, clock: string, rung: number) =>
  `${name}@${version}/${clock}/${rung + 1}`;

const escalated = (
  dossier: Dossier,
  { clock, epoch, markAt }: Command<'TickClock'>['data'],
): DomainEvent[] => {
  const running = dossier.clocks[clock];
  const rung = running?.rungs?.findIndex(({ at }) => at === markAt) ?? -1;
  const to = running?.rungs?.[rung]?.to;
  if (!running || !to) return [];
  const { holder, dueAt } = running;
  const rule = ruleOf(dossier, clock, rung);
  return [{ type: 'ClockEscalated', data: { clock, epoch, holder, dueAt, markAt, to, rule } }];
};

/** A mark of a clock is reached. A clock that was stopped or started anew meanwhile is refused: the tick is moot. */
export const tickClock: Decision<'TickClock'> = (dossier, command, setting) => {
  const { clock, epoch, mark, markAt } = command.data;
  const running = dossier.clocks[clock];
  if (!running?.running || running.epoch !== epoch)
    throw new Problem('clock-not-running', `${clock} ${epoch} is not running.`);
  const once = mark === 'overdue' || mark === 'rung' ? `${mark}@${markAt}` : mark;
  if (running.reached.includes(once)) return [];
  const data = { clock, epoch, holder: running.holder, dueAt: running.dueAt };
  if (mark === 'warn') return [{ type: 'ClockWarned', data }];
  if (mark === 'overdue') return [{ type: 'ClockOverdue', data: { ...data, markAt } }];
  if (mark === 'rung') return escalated(dossier, command.data);
  return [{ type: 'ClockDue', data }, ...atDeadline(dossier, command, setting)];
};
