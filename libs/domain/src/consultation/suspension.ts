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

type Ground = EventData<'RoundSuspended'>['ground'];

/** The clock of a round that has run out only reminds; it has nothing left to go on with. */
const ranOut = ({ state, no }: Round): string[] => (state === 'ANSWERING' ? [roundClock(no)] : []);

/** The running round stands still, and its clocks with it. */
export const suspended = (
  dossier: Dossier,
  ground: Ground,
  reason: string,
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

/** By the lead, or by the secretariat for a procedural fault. A due time that has passed takes effect before. */
export const suspendRound: Decision<'SuspendRound'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { data, at, actor } = command;
  const round = requireMovingRound(dossier, data.roundNo);
  const passed = at > round.dueAt ? passDeadline(dossier, round, command, setting) : [];
  const ground = actor.role === 'LIAISON' ? 'LEAD' : 'PROCEDURAL_FAULT';
  const after = afterwards(dossier, passed, command);
  return [...passed, ...suspended(after, ground, data.reason, at, setting)];
};

/** Each side lifts its own suspension. */
const requireLifter = (ground: Ground, { actor }: Command<'ResumeRound'>): void => {
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
