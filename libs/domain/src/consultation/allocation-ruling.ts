import type { Command, DomainEvent } from '#contracts';
import { earliestDue, localDate } from '../clock/index.js';
import { guardRefused } from '../dossier/refusals.js';
import type { Dossier } from '../dossier/state.js';
import { stopClocks } from '../dossier/timing.js';
import { transition } from '../dossier/transition.js';
import type { Decision, Setting } from '../setting.js';
import { afterwards } from './afterwards.js';
import { extended } from './extension.js';
import { askable, mandatoryConsultees } from './participants.js';
import { allocationClock, isAskedIn, pendingIn, type Objection, type Round } from './round.js';
import { requireMovingRound } from './running.js';
import { allSpoken } from './silence.js';

type Ruling = Pick<Command, 'actor' | 'at'>;

const requirePending = (round: Round, objectionNo: number): Objection => {
  const objection = round.objections.find((one) => one.objectionNo === objectionNo);
  if (!objection)
    throw guardRefused('objection', `objectionNo: round ${round.no} has no objection ${objectionNo}.`);
  if (!objection.ruling) return objection;
  throw guardRefused('objection', `Objection ${objectionNo} is decided: ${objection.ruling}.`);
};

/** Nobody added late has less than the working hours that everybody has. */
const timeFor = (
  dossier: Dossier,
  round: Round,
  also: string,
  at: string,
  setting: Setting,
): DomainEvent[] => {
  const hours = round.kind === 'EXPEDITED' ? 0 : setting.cabinet.policy.minimumWorkingHours;
  const dueAt = earliestDue(setting.calendar, at, 0, hours);
  if (dueAt <= round.dueAt) return [];
  const reason = `${also} was added and has ${hours} working hours`;
  return extended(dossier, { roundNo: round.no, dueAt, reason, by: 'allocation' }, at, setting);
};

const added = (
  dossier: Dossier,
  round: Round,
  { organ, also, reason }: Objection,
  { at }: Ruling,
  setting: Setting,
): DomainEvent[] => {
  const date = localDate(at, setting.calendar.timeZone);
  const { body } = dossier.current;
  const asked = round.stands.some((stand) => stand.organ === also && isAskedIn(stand));
  const possible = askable(body, setting.cabinet, date).some(({ slug }) => slug === also);
  if (!also || asked || !possible) return [];
  const tags = mandatoryConsultees(body, setting.cabinet, date).find((one) => one.organ === also)?.tags ?? [];
  const participant = {
    organ: also,
    mode: 'CONCUR' as const,
    mandatoryExplicit: tags.length > 0,
    reasons: [...tags.map((tag) => `mandatory on ${tag}`), `added at the request of ${organ}: ${reason}`],
  };
  return [
    { type: 'ParticipantAdded', data: { roundNo: round.no, participant } },
    ...timeFor(dossier, round, also, at, setting),
  ];
};

/** What an objection that is upheld changes: the organ is let go, or another is asked too. */
const upheld = (
  dossier: Dossier,
  round: Round,
  objection: Objection,
  command: Command<'RuleOnAllocation'>,
  setting: Setting,
): DomainEvent[] => {
  if (objection.claim === 'ALSO') return added(dossier, round, objection, command, setting);
  const { reason } = command.data;
  return [{ type: 'ParticipantReleased', data: { roundNo: round.no, organ: objection.organ, reason } }];
};

/** With the last objection decided, all may have spoken. */
const thenAllSpoken = (
  dossier: Dossier,
  events: DomainEvent[],
  command: Ruling,
  setting: Setting,
): DomainEvent[] => {
  const after = afterwards(dossier, events, command);
  return [...events, ...allSpoken(after, requireMovingRound(after), command.at, setting)];
};

export const ruleOnAllocation: Decision<'RuleOnAllocation'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { roundNo, objectionNo, ruling, reason } = command.data;
  const round = requireMovingRound(dossier, roundNo);
  const objection = requirePending(round, objectionNo);
  const { organ } = objection;
  const events: DomainEvent[] = [
    { type: 'AllocationRuled', data: { roundNo, objectionNo, organ, ruling, reason } },
    ...stopClocks(dossier, [allocationClock(objectionNo)]),
    ...(ruling === 'UPHELD' ? upheld(dossier, round, objection, command, setting) : []),
  ];
  return thenAllSpoken(dossier, events, command, setting);
};

/** The secretariat has not decided in time: the allocation stays as it is. */
export const allocationStands = (
  dossier: Dossier,
  { data, actor, at }: Command<'TickClock'>,
  setting: Setting,
): DomainEvent[] => {
  const of = dossier.rounds.flatMap((round) => pendingIn(round).map((objection) => ({ round, objection })));
  const pending = of.find(({ objection }) => allocationClock(objection.objectionNo) === data.clock);
  if (!pending) return [];
  const { objectionNo, organ, roundNo } = pending.objection;
  const events: DomainEvent[] = [
    { type: 'AllocationRuled', data: { roundNo, objectionNo, organ, ruling: 'STANDS' } },
    ...stopClocks(dossier, [data.clock]),
  ];
  return pending.round.state === 'OPEN' ? thenAllSpoken(dossier, events, { actor, at }, setting) : events;
};
