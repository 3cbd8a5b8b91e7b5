import type { Command, DomainEvent } from '#contracts';
import { dueInstant, localDate } from '../clock/index.js';
import { invalid, requireOrgans } from '../dossier/references.js';
import { guardRefused } from '../dossier/refusals.js';
import type { Dossier } from '../dossier/state.js';
import { remainingDays, startClock } from '../dossier/timing.js';
import { transition } from '../dossier/transition.js';
import type { Decision, Setting } from '../setting.js';
import { askable } from './participants.js';
import { allocationClock, isAskedIn, type Round } from './round.js';
import { requireMovingRound, requireStand } from './running.js';

type Objecting = Command<'ObjectAllocation'>;

/** Which desk of the ministry answers; said again, it moves to another. */
export const allocateDesk: Decision<'AllocateDesk'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { data } = command;
  const stand = requireStand(requireMovingRound(dossier, data.roundNo), data.organ);
  return stand.desk === data.desk ? [] : [{ type: 'DeskAllocated', data }];
};

/** One business day from the opening, counted as clocks count; while the round stood still the time did too. */
const objectionsUntil = ({ openedAt, pauses = [] }: Round, setting: Setting): string => {
  const { calendar, cabinet } = setting;
  const first = dueInstant(calendar, openedAt, cabinet.policy.clockDays.allocationObjection);
  return pauses.reduce(
    (until, { from, to }) =>
      from <= until ? dueInstant(calendar, to, remainingDays(until, from, setting)) : until,
    first,
  );
};

const requireInTime = (round: Round, at: string, setting: Setting): void => {
  const { no, state } = round;
  const until = objectionsUntil(round, setting);
  if (state === 'OPEN' && at <= until) return;
  throw guardRefused(
    'objection-window',
    `The allocation of round ${no} could be objected to until ${until}; say NOT_COMPETENT as your position (SetPosition), or what another ministry should be asked in a thread (RaiseThread).`,
    {
      until,
    },
  );
};

const requireNew = ({ objections }: Round, { organ, claim, also }: Objecting['data']): void => {
  const same = objections.find((one) => one.organ === organ && one.claim === claim && one.also === also);
  if (!same) return;
  const state = same.ruling ?? 'not decided yet';
  throw guardRefused(
    'objected-once',
    `${organ} has made this objection: ${state} (no. ${same.objectionNo}).`,
  );
};

/** With ALSO, and only then, it names an organ that can be asked and is not. */
const requireAlso = (dossier: Dossier, round: Round, { data, at }: Objecting, setting: Setting): void => {
  const { claim, also } = data;
  const fault = (message: string) => invalid([{ path: 'also', message }]);
  if (claim === 'NOT_OURS') {
    if (also) throw fault('is for the claim ALSO only');
    return;
  }
  if (!also) throw fault('name the organ that must be asked too');
  requireOrgans([['also', also]], at, setting);
  const date = localDate(at, setting.calendar.timeZone);
  if (!askable(dossier.current.body, setting.cabinet, date).some(({ slug }) => slug === also))
    throw fault(`${also} leads this dossier or runs the round`);
  if (round.stands.some((stand) => stand.organ === also && isAskedIn(stand)))
    throw fault(`${also} is asked in round ${round.no} already`);
};

/** 割振り異議: "not ours" or "also X". The secretariat decides within a business day, else the allocation stands. */
export const objectAllocation: Decision<'ObjectAllocation'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { data, at } = command;
  const round = requireMovingRound(dossier, data.roundNo);
  requireStand(round, data.organ);
  requireInTime(round, at, setting);
  requireNew(round, data);
  requireAlso(dossier, round, command, setting);
  // Numbered through the dossier, as their clocks are.
  const objectionNo = dossier.rounds.flatMap(({ objections }) => objections).length + 1;
  const { calendar, cabinet } = setting;
  const clock = {
    clock: allocationClock(objectionNo),
    holder: cabinet.headquarters,
    dueAt: dueInstant(calendar, at, cabinet.policy.clockDays.allocationRuling),
  };
  const objected: DomainEvent = { type: 'AllocationObjected', data: { ...data, objectionNo } };
  return [objected, startClock(dossier, clock, at, setting)];
};
