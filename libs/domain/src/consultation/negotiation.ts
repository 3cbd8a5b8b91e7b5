import type { DomainEvent, EventData } from '#contracts';
import { guardRefused, notByThisRole } from '../dossier/refusals.js';
import { leads, type Dossier } from '../dossier/state.js';
import { transition } from '../dossier/transition.js';
import type { Decision, Setting } from '../setting.js';
import { unsettled } from './comment-ledger.js';
import { requireCommenter, requireState, threadInPlay } from './in-play.js';
import { requireMovingRound } from './running.js';
import { startThread, stopAll, threadOfClock } from './thread-clocks.js';
import type { Thread } from './thread.js';

const unresolved = ['OPEN', 'ANSWERED', 'REOPENED', 'ESCALATED'] as const;

const nextRung = ({ level }: Thread, { cabinet }: Setting) =>
  cabinet.policy.escalation.find((rung) => rung.level > level);

type Step = Pick<EventData<'ThreadEscalated'>, 'by' | 'reason'>;

/** One rung up, with the days of that rung. Nobody waits for a window any more: the thread ends by what is agreed. */
const stepUp = (
  dossier: Dossier,
  thread: Thread,
  { after, ...step }: Step & { after?: string },
  at: string,
  setting: Setting,
): DomainEvent[] => {
  const rung = nextRung(thread, setting);
  if (!rung) return [];
  const { ref, roundNo } = thread;
  const { name, version } = dossier.procedure;
  const { level, days } = rung;
  const rule = `${name}@${version}/escalation/L${level}`;
  const holder = dossier.current.body.head.lead;
  return [
    { type: 'ThreadEscalated', data: { thread: ref, level, ...step, rule } },
    ...stopAll(dossier, ref),
    ...startThread(dossier, { kind: 'escalation', ref, roundNo, holder, days, after }, at, setting),
  ];
};

const sideOf = (dossier: Dossier, thread: Thread, organ: string): 'lead' | 'commenter' => {
  if (organ === thread.organ) return 'commenter';
  if (leads(dossier).includes(organ)) return 'lead';
  throw notByThisRole(`${thread.ref} is negotiated by ${thread.organ} and the lead.`, 'sides');
};

/** 折衝段階を上げる: by the lead or the commenter, one level at a time. */
export const escalateThread: Decision<'EscalateThread'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  requireMovingRound(dossier);
  const { data, at, actor } = command;
  const thread = threadInPlay(dossier, data.thread);
  const by = sideOf(dossier, thread, data.organ);
  if (actor.organ !== data.organ) throw notByThisRole(`You do not act for ${data.organ}.`, 'sides');
  requireState(thread, unresolved, 'escalated');
  if (thread.weight === 'NOTE')
    throw guardRefused('weight', `${thread.ref} is a NOTE; only a MUST or a SHOULD is negotiated.`);
  if (!nextRung(thread, setting))
    throw guardRefused('ladder-top', `${thread.ref} is on the highest level, ${thread.level}.`);
  return stepUp(dossier, thread, { by, reason: data.reason }, at, setting);
};

/** A MUST that was answered in its own words waits for nobody, although nobody has closed it. */
const isSettled = (dossier: Dossier, { ref, weight, state }: Thread): boolean =>
  weight === 'MUST' && state === 'ANSWERED' && !unsettled(dossier).some(({ thread }) => thread === ref);

/** What the end of a rung's days does: the next level takes over; on the highest nothing more. */
export const climb = (dossier: Dossier, clock: string, at: string, setting: Setting): DomainEvent[] => {
  const thread = threadOfClock(dossier, clock);
  const after = dossier.clocks[clock]?.dueAt;
  const open = thread && unresolved.some((state) => state === thread.state) && !isSettled(dossier, thread);
  return open ? stepUp(dossier, thread, { by: 'clock', ...(after && { after }) }, at, setting) : [];
};

/** 留保: the objection is maintained and goes to the deciders word for word. */
export const reserveThread: Decision<'ReserveThread'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  requireMovingRound(dossier);
  const { data, actor } = command;
  const thread = threadInPlay(dossier, data.thread);
  const by = actor.role === 'LIAISON' ? 'commenter' : 'secretariat';
  if (by === 'commenter') requireCommenter(thread, actor);
  requireState(thread, unresolved, 'reserved');
  const { reservationLevel, escalation } = setting.cabinet.policy;
  const least = Math.min(reservationLevel, escalation.at(-1)?.level ?? reservationLevel);
  if (thread.level < least)
    throw guardRefused(
      'reservation-level',
      `${thread.ref} is on level ${thread.level}; it can be reserved from level ${least} on.`,
      { level: thread.level, least },
    );
  return [
    { type: 'ThreadReserved', data: { thread: thread.ref, level: thread.level, by, reason: data.reason } },
    ...stopAll(dossier, thread.ref),
  ];
};
