import type { DomainEvent } from '#contracts';
import { dueAfterDeadline, dueInstant } from '../clock/index.js';
import type { Dossier } from '../dossier/state.js';
import { startClock, stopClocks } from '../dossier/timing.js';
import type { Setting } from '../setting.js';
import { threadsThatCount } from './comment-ledger.js';
import type { Thread } from './thread.js';

export type ThreadClock = 'answer' | 'reopen' | 'escalation';

export const threadClock = (kind: ThreadClock, ref: string): string => `${kind} ${ref}`;

/** The thread whose clock it is. */
export const threadOfClock = (dossier: Dossier, clock: string): Thread | undefined =>
  dossier.threads.find(({ ref }) => ref === clock.slice(clock.indexOf(' ') + 1));

const waits = ({ state }: Thread): boolean => state === 'OPEN' || state === 'REOPENED';

/** Threads of the consultation that the lead has to answer. */
export const waiting = (dossier: Dossier): Thread[] => threadsThatCount(dossier).filter(waits);

/** The lead's clock for the answers to what was raised until the deadline of a round. */
export const answersClock = (roundNo: number): string => `answers-${roundNo}`;

/** The one clock under which a thread waits for an answer: its own, else that of its round or of a later one; none when none runs. */
export const clockOfAnswer = (
  { clocks, rounds }: Dossier,
  { ref, roundNo }: Pick<Thread, 'ref' | 'roundNo'>,
): string | undefined => {
  const ofRounds = rounds.filter(({ no }) => no >= roundNo).map(({ no }) => answersClock(no));
  return [threadClock('answer', ref), ...ofRounds].find((clock) => clocks[clock]?.running);
};

/** Stops clocks of one thread. */
export const stopThread = (dossier: Dossier, ref: string, kinds: readonly ThreadClock[]): DomainEvent[] =>
  stopClocks(
    dossier,
    kinds.map((kind) => threadClock(kind, ref)),
  );

/** Stops those of the lead's clocks for the answers under which no other thread waits for one. */
export const stopAnswers = (dossier: Dossier, ref: string): DomainEvent[] => {
  const others = waiting(dossier).filter((other) => other.ref !== ref);
  const needed = new Set(others.map((other) => clockOfAnswer(dossier, other)));
  const clocks = Object.keys(dossier.clocks).filter((clock) => clock.startsWith('answers-'));
  return stopClocks(
    dossier,
    clocks.filter((clock) => !needed.has(clock)),
  );
};

/** Stops whatever runs for a thread that has ended. */
export const stopAll = (dossier: Dossier, ref: string): DomainEvent[] => [
  ...stopThread(dossier, ref, ['answer', 'reopen', 'escalation']),
  ...stopAnswers(dossier, ref),
];

interface ThreadPeriod {
  kind: ThreadClock;
  ref: string;
  roundNo: number;
  holder: string;
  /** Business days. */
  days: number;
  /** The deadline where it begins, when it follows on another period. */
  after?: string | undefined;
}

/** Starts a clock of a thread; threads of an informal round bind nobody and have none. */
export const startThread = (
  dossier: Dossier,
  { kind, ref, roundNo, holder, days, after }: ThreadPeriod,
  at: string,
  setting: Setting,
): DomainEvent[] => {
  const round = dossier.rounds.find(({ no }) => no === roundNo);
  if (round?.kind === 'INFORMAL') return [];
  const { calendar } = setting;
  const dueAt = after ? dueAfterDeadline(calendar, after, days) : dueInstant(calendar, at, days);
  return [startClock(dossier, { clock: threadClock(kind, ref), holder, dueAt }, at, setting)];
};
