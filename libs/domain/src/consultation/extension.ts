import type { Command, DomainEvent, EventData } from '#contracts';
import { businessDaysBetween, checkDeadline, localDate } from '../clock/index.js';
import { guardRefused, notByThisRole } from '../dossier/refusals.js';
import type { Dossier } from '../dossier/state.js';
import { startClock, stopClocks } from '../dossier/timing.js';
import { transition } from '../dossier/transition.js';
import type { Decision, Setting } from '../setting.js';
import { roundClock, type Round } from './round.js';
import { requireMovingRound } from './running.js';

/** The round gets a later due time, and its clock starts anew towards it. */
export const extended = (
  dossier: Dossier,
  data: EventData<'RoundExtended'>,
  at: string,
  setting: Setting,
): DomainEvent[] => {
  const clock = roundClock(data.roundNo);
  const { lead: holder } = dossier.current.body.head;
  return [
    { type: 'RoundExtended', data },
    ...stopClocks(dossier, [clock]),
    startClock(dossier, { clock, holder, dueAt: data.dueAt }, at, setting),
  ];
};

const requireNotOver = ({ no, state, dueAt }: Round, at: string): void => {
  if (state === 'OPEN' && at <= dueAt) return;
  throw guardRefused('deadline-passed', `The time of round ${no} is over and cannot be made longer.`);
};

/** Later than the present due time, at the due hour of a business day. */
const requireLater = ({ dueAt }: Round, wanted: string, at: string, { calendar }: Setting): void => {
  if (wanted <= dueAt) throw guardRefused('later', `dueAt: it must be later than ${dueAt}.`, { dueAt });
  const check = checkDeadline(calendar, at, wanted, { days: 0 });
  if (check.ok) return;
  const detail = `dueAt ${wanted} is ${check.reason.replaceAll('-', ' ')}; rounds are due at ${calendar.dueTime} of a business day.`;
  throw guardRefused('due-hour', detail);
};

/** The lead extends once by few days without asking; the secretariat decides beyond that. */
const requireFree = (
  { dueAt, extendedByLead }: Round,
  wanted: string,
  { actor }: Command<'ExtendRound'>,
  { calendar, cabinet }: Setting,
): void => {
  if (actor.role !== 'LIAISON') return;
  const free = cabinet.policy.freeExtensionDays;
  if (extendedByLead)
    throw notByThisRole('The lead has extended this round once; a SECR_APPROVER may do it again.', 'once');
  const days = businessDaysBetween(
    calendar,
    localDate(dueAt, calendar.timeZone),
    localDate(wanted, calendar.timeZone),
  );
  if (days <= free) return;
  const detail = `The lead extends a round by ${free} business days at most, not by ${days}; a SECR_APPROVER may.`;
  throw notByThisRole(detail, 'free-extension');
};

export const extendRound: Decision<'ExtendRound'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { data, at, actor } = command;
  const round = requireMovingRound(dossier, data.roundNo);
  const dueAt = new Date(data.dueAt).toISOString();
  requireNotOver(round, at);
  requireLater(round, dueAt, at, setting);
  requireFree(round, dueAt, command, setting);
  const by = actor.role === 'LIAISON' ? 'lead' : 'secretariat';
  return extended(dossier, { roundNo: round.no, dueAt, reason: data.reason, by }, at, setting);
};
