import type { DomainEvent } from '#contracts';
import { guardRefused } from '../dossier/refusals.js';
import { invalid } from '../dossier/references.js';
import type { Dossier } from '../dossier/state.js';
import { transition } from '../dossier/transition.js';
import type { Decision, Setting } from '../setting.js';
import { threadsThatCount } from './comment-ledger.js';
import { requireCommenter, requireState, threadInPlay } from './in-play.js';
import { requireMovingRound } from './running.js';
import { startThread, stopAll, stopThread, threadClock, threadOfClock } from './thread-clocks.js';
import type { Thread } from './thread.js';

/** 了. A MUST may be closed before the text is there; the ledger waits for the text, in words that were proposed or are accepted then. */
export const closeThread: Decision<'CloseThread'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  requireMovingRound(dossier);
  const { data, actor } = command;
  const thread = threadInPlay(dossier, data.thread);
  requireCommenter(thread, actor);
  requireState(thread, ['OPEN', 'ANSWERED', 'REOPENED', 'ESCALATED'], 'closed');
  return [{ type: 'ThreadClosed', data: { ...data, by: 'commenter' } }, ...stopAll(dossier, thread.ref)];
};

/** What the end of the commenter's window does: silence closes a SHOULD or a NOTE, never a MUST. */
export const closeBySilence = (dossier: Dossier, clock: string): DomainEvent[] => {
  const thread = threadOfClock(dossier, clock);
  if (thread?.state !== 'ANSWERED' || thread.weight === 'MUST') return [];
  return [
    { type: 'ThreadClosed', data: { thread: thread.ref, by: 'silence' } },
    ...stopAll(dossier, thread.ref),
  ];
};

const requireWindow = (dossier: Dossier, { ref, weight }: Thread, at: string): void => {
  if (weight === 'MUST' || !threadsThatCount(dossier).some((thread) => thread.ref === ref)) return;
  const clock = dossier.clocks[threadClock('reopen', ref)];
  if (clock?.running && at <= clock.dueAt) return;
  throw guardRefused('reopening-window', `The time in which ${ref} could be raised again is over.`);
};

const requireProposable = ({ ref, kind, clauseId }: Thread, proposedText: string | undefined): void => {
  if (proposedText === undefined || (kind === 'OPINION' && clauseId !== undefined)) return;
  throw invalid([{ path: 'proposedText', message: `${ref} is not an opinion on a clause` }]);
};

/** Proposes the next level of negotiation when the third re-opinion has not helped. */
const proposal = (thread: Thread, times: number, { cabinet }: Setting): DomainEvent[] => {
  const next = cabinet.policy.escalation.find(({ level }) => level > thread.level);
  return times === 3 && next && thread.weight !== 'NOTE'
    ? [{ type: 'EscalationProposed', data: { thread: thread.ref, level: next.level } }]
    : [];
};

/** 再質問・再意見: the lead answers again within its days. */
export const reopenThread: Decision<'ReopenThread'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  requireMovingRound(dossier);
  const { data, actor, at } = command;
  const thread = threadInPlay(dossier, data.thread);
  requireCommenter(thread, actor);
  requireState(thread, ['ANSWERED'], 'raised again');
  requireWindow(dossier, thread, at);
  requireProposable(thread, data.proposedText);
  const times = thread.reopened + 1;
  const { ref, roundNo } = thread;
  const holder = dossier.current.body.head.lead;
  const clock = {
    kind: 'answer',
    ref,
    roundNo,
    holder,
    days: setting.cabinet.policy.clockDays.answer,
  } as const;
  return [
    { type: 'ThreadReopened', data: { ...data, times } },
    ...proposal(thread, times, setting),
    ...stopThread(dossier, ref, ['reopen']),
    ...startThread(dossier, clock, at, setting),
  ];
};
