import type { Consultation } from './consultation';
import type { Step } from './steps';
import type { Thread } from './world';

const inStates =
  (...states: Thread['state'][]) =>
  ({ state }: Thread) =>
    states.includes(state);

/** Threads with which a step may succeed. It need not be right: it only keeps most steps from being refused. */
const threadsFor: Partial<Record<Step['do'], (thread: Thread) => boolean>> = {
  answer: inStates('OPEN', 'REOPENED', 'ESCALATED'),
  prove: ({ state, disposition = '' }) =>
    ['ANSWERED', 'CLOSED', 'ESCALATED'].includes(state) && disposition.endsWith('ADOPTED'),
  close: inStates('ANSWERED'),
  withdraw: inStates('OPEN', 'ANSWERED', 'REOPENED', 'ESCALATED'),
  reopen: inStates('ANSWERED'),
  escalate: inStates('OPEN', 'ANSWERED', 'REOPENED', 'ESCALATED'),
  reserve: ({ state, level }) => level > 1 && ['ANSWERED', 'REOPENED', 'ESCALATED'].includes(state),
};

export const mayFit = (what: Step['do'], { inPlay }: Consultation): Thread[] =>
  inPlay.filter(threadsFor[what] ?? (() => true));

/** Whether it is worth trying. */
export const isSensible = (step: Step, it: Consultation): boolean => {
  const state = it.running?.state;
  const moves = state === 'OPEN' || state === 'ANSWERING';
  switch (step.do) {
    case 'pass':
      return true;
    case 'open':
      return state === undefined || (state === 'ANSWERING' && it.differs);
    case 'object':
      return state === 'OPEN' && it.day <= it.running!.window;
    case 'rule':
      return moves && it.running!.objections.some(({ decided }) => !decided);
    case 'resume':
      return state === 'SUSPENDED';
    case 'extend':
      return state === 'OPEN';
    case 'revise':
      return state !== 'OPEN' && it.stage !== 'ACCEPTED';
    case 'mark':
      return it.differs;
    case 'conclude':
      return state === 'ANSWERING' && it.unsettled.length === 0;
    case 'abandon':
    case 'suspend':
    case 'say':
    case 'everybody':
    case 'settle':
    case 'raise':
      return moves;
    default:
      return moves && mayFit(step.do, it).length > 0;
  }
};
