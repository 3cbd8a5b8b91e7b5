import { factsOf, type DossierBody, type EventData, type Procedure } from '#contracts';
import {
  addBusinessDays,
  addCalendarDays,
  addMonths,
  businessDayFrom,
  businessDaysBetween,
  clockMarks,
  countingDay,
  dueAtOn,
  dueInstant,
  dueOnOrAfter,
  localDate,
} from '../clock/index.js';
import type { Setting } from '../setting.js';
import type { Dossier } from './state.js';

export type StageClock = Procedure['stages'][string]['clocks'][number];
type Started = EventData<'ClockStarted'>;
export type Times = Pick<Started, 'dueAt' | 'warnAt' | 'overdueAt' | 'rungs'>;

const periodOf = (name: string, { cabinet: { policy } }: Setting): number => {
  const length = { ...policy.clockDays, ...policy.expiry }[name as 'review'];
  if (typeof length !== 'number') throw new Error(`the policy has no period ${name}`);
  return length;
};

const dueIn = (days: number, { ladder }: StageClock, at: string, setting: Setting): Times => {
  const { calendar, cabinet } = setting;
  const dueAt = dueInstant(calendar, at, days);
  const due = localDate(dueAt, calendar.timeZone);
  const rungs = ladder?.map(({ afterDays, to }) => ({
    at: dueAtOn(calendar, addBusinessDays(calendar, due, afterDays)),
    to,
  }));
  return { dueAt, ...clockMarks(calendar, at, dueAt, cabinet.policy.reminders), ...(rungs && { rungs }) };
};

/** A period of calendar days or months, or the dossier's own date. It may bring its own warning day (`lapseWarning`). */
const dueOn = (clock: StageClock, body: DossierBody, at: string, setting: Setting, until?: string): Times => {
  const { calendar, cabinet } = setting;
  const today = localDate(at, calendar.timeZone);
  const length = periodOf(clock.period, setting);
  const own = clock.until && (until ?? factsOf(body)[clock.until]);
  const wanted = clock.unit === 'months' ? addMonths(today, length) : addCalendarDays(today, length);
  const dueAt = dueOnOrAfter(calendar, own && own > today ? own : wanted);
  const marks = clockMarks(calendar, at, dueAt, cabinet.policy.reminders);
  const warnAt =
    clock.period === 'lapse'
      ? dueAtOn(
          calendar,
          businessDayFrom(calendar, addCalendarDays(today, cabinet.policy.expiry.lapseWarning)),
        )
      : marks.warnAt;
  return { dueAt, warnAt, overdueAt: [] };
};

/** Due time and marks of a stage's clock that starts now, or goes on with the business days it had left. */
export const timesOf = (
  clock: StageClock,
  body: DossierBody,
  at: string,
  setting: Setting,
  remainingDays?: number,
  until?: string,
): Times =>
  clock.unit === 'business-days'
    ? dueIn(remainingDays ?? periodOf(clock.period, setting), clock, at, setting)
    : dueOn(clock, body, at, setting, until);

/** Business days a clock has left at an instant; the day that counts is the one a new clock would count from. */
export const remainingDays = (dueAt: string, at: string, { calendar }: Setting): number =>
  Math.max(0, businessDaysBetween(calendar, countingDay(calendar, at), localDate(dueAt, calendar.timeZone)));

/** Starts a clock that belongs to no stage, e.g. of a round or a thread: usual marks before and after its due time. */
export const startClock = (
  dossier: Dossier | null,
  clock: { clock: string; holder: string; dueAt: string },
  at: string,
  { calendar, cabinet }: Setting,
): { type: 'ClockStarted'; data: Started } => ({
  type: 'ClockStarted',
  data: {
    ...clock,
    epoch: (dossier?.clocks[clock.clock]?.epoch ?? 0) + 1,
    startedAt: at,
    ...clockMarks(calendar, at, clock.dueAt, cabinet.policy.reminders),
  },
});

type Stopped = { type: 'ClockStopped'; data: EventData<'ClockStopped'> };

/** Stops those of the named clocks that run. */
export const stopClocks = (dossier: Dossier, names: readonly string[]): Stopped[] =>
  names.flatMap((clock) => {
    const running = dossier.clocks[clock];
    return running?.running ? [{ type: 'ClockStopped', data: { clock, epoch: running.epoch } }] : [];
  });

/** Lets running clocks stand still: each remembers the business days it has left. */
export const pauseClocks = (
  dossier: Dossier,
  names: readonly string[],
  at: string,
  setting: Setting,
): Stopped[] =>
  names.flatMap((clock) => {
    const running = dossier.clocks[clock];
    if (!running?.running) return [];
    const left = remainingDays(running.dueAt, at, setting);
    return [{ type: 'ClockStopped', data: { clock, epoch: running.epoch, remainingDays: left } }];
  });

/** Lets paused clocks go on with the business days they had left. One that had run out keeps its due time, and is late. */
export const resumeClocks = (dossier: Dossier, names: readonly string[], at: string, setting: Setting) =>
  names.flatMap((name) => {
    const clock = dossier.clocks[name];
    if (!clock || clock.running || clock.remainingDays === undefined) return [];
    const { holder, reached } = clock;
    const isLate = reached.includes('due');
    const dueAt = isLate ? clock.dueAt : dueInstant(setting.calendar, at, clock.remainingDays);
    const { type, data } = startClock(dossier, { clock: name, holder, dueAt }, at, setting);
    const overdueAt = data.overdueAt.filter((mark) => mark > at);
    return [{ type, data: isLate ? { ...data, overdueAt } : data }];
  });
