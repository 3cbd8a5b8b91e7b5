import type { Command, DomainEvent, EventData } from '#contracts';
import { dueInstant } from '../clock/index.js';
import { guardRefused, notByThisRole } from '../dossier/refusals.js';
import type { Dossier } from '../dossier/state.js';
import { pauseClocks, resumeClocks, stopClocks } from '../dossier/timing.js';
import { transition } from '../dossier/transition.js';
import type { Decision, Setting } from '../setting.js';
import { afterwards } from './afterwards.js';
import { isRoundClock, roundClock, type Round } from './round.js';
import { requireMovingRound, requireRound } from './running.js';
import { passDeadline } from './silence.js';

type Cause = Pick<EventData<'RoundSuspended'>, 'ground' | 'reason'>;

/** The clock of a round that has run out only reminds; it has nothing left to go on with. */
const ranOut = ({ state, no }: Round): string[] => (state === 'ANSWERING' ? [roundClock(no)] : []);

const standStill = (
  dossier: Dossier,
  { ground, reason }: Cause,
  at: string,
  setting: Setting,
): DomainEvent[] => {
  const round = requireMovingRound(dossier);
  const over = ranOut(round);
  const paused = Object.keys(dossier.clocks).filter((clock) => isRoundClock(clock) && !over.includes(clock));
  return [
    { type: 'RoundSuspended', data: { roundNo: round.no, ground, reason } },
    ...stopClocks(dossier, over),
    ...pauseClocks(dossier, paused, at, setting),
  ];
};

/** The running round stands still, and its clocks with it. A due time that has passed takes effect before. */
export const suspended = (
  dossier: Dossier,
  cause: Cause,
  command: Pick<Command, 'actor' | 'at'>,
  setting: Setting,
): DomainEvent[] => {
  const { at } = command;
  const round = requireMovingRound(dossier);
  const passed = at > round.dueAt ? passDeadline(dossier, round, command, setting) : [];
  return [...passed, ...standStill(afterwards(dossier, passed, command), cause, at, setting)];
};

/** By the lead, or by the secretariat for a procedural fault. */
export const suspendRound: Decision<'SuspendRound'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { data, actor } = command;
  requireMovingRound(dossier, data.roundNo);
  const ground = actor.role === 'LIAISON' ? 'LEAD' : 'PROCEDURAL_FAULT';
  return suspended(dossier, { ground, reason: data.reason }, command, setting);
};

/** Each side lifts its own suspension. */
const requireLifter = (ground: Cause['ground'], { actor }: Command<'ResumeRound'>): void => {
  const lead = actor.role === 'LIAISON';
  if (ground === 'PROCEDURAL_FAULT' && lead)
    throw notByThisRole('A suspension for a procedural fault is lifted by the secretariat.', 'who-suspended');
  if (ground !== 'PROCEDURAL_FAULT' && !lead)
    throw notByThisRole('The lead suspended this round, and lifts it.', 'who-suspended');
};

const requireSettledLeads = ({ leavers }: Dossier): void => {
  if (leavers.length === 0) return;
  const detail = `${leavers.join(', ')} left the joint lead and still stands in the head: revise it (ReviseDossier).`;
  throw guardRefused('leads-settled', detail, { leavers });
};

/** The new due time: the business days that were left, counted from now; one that had passed stays as it was. */
const dueAgain = (
  { clocks }: Dossier,
  { no, dueAt, suspended: from }: Round,
  at: string,
  setting: Setting,
) => {
  const left = clocks[roundClock(no)]?.remainingDays;
  return from?.from === 'ANSWERING' || left === undefined ? dueAt : dueInstant(setting.calendar, at, left);
};

export const resumeRound: Decision<'ResumeRound'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { data, at } = command;
  const round = requireRound(dossier, data.roundNo);
  if (round.state !== 'SUSPENDED' || !round.suspended)
    throw guardRefused('round-suspended', `Round ${round.no} is not suspended.`);
  requireLifter(round.suspended.ground, command);
  requireSettledLeads(dossier);
  const clocks = Object.keys(dossier.clocks).filter(isRoundClock);
  const dueAt = dueAgain(dossier, round, at, setting);
  return [
    { type: 'RoundResumed', data: { roundNo: round.no, dueAt, reason: data.reason } },
    ...resumeClocks(dossier, clocks, at, setting),
  ];
};
