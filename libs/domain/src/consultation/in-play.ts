import { Problem, type Actor, type ThreadState } from '#contracts';
import { guardRefused, notByThisRole } from '../dossier/refusals.js';
import type { Dossier } from '../dossier/state.js';
import { threadsThatCount } from './comment-ledger.js';
import { runningRound } from './round.js';
import type { Thread } from './thread.js';

/** Threads that are talked about now: of the informal round while it runs, else of the present consultation. */
const inPlay = (dossier: Dossier): Thread[] => {
  const round = runningRound(dossier.rounds);
  return round?.kind === 'INFORMAL'
    ? dossier.threads.filter(({ roundNo }) => roundNo === round.no)
    : threadsThatCount(dossier);
};

/** The thread of that number. Throws not-found, and guard-refused when it belongs to a consultation that is over. */
export const threadInPlay = (dossier: Dossier, ref: string): Thread => {
  const found = inPlay(dossier).find((thread) => thread.ref === ref);
  if (found) return found;
  if (!dossier.threads.some((thread) => thread.ref === ref))
    throw new Problem('not-found', `There is no thread ${ref}.`);
  throw guardRefused('present-consultation', `${ref} belongs to a round that binds nobody or was abandoned.`);
};

/** The thread is in one of the states. Throws guard-refused, saying how it stands. */
export const requireState = (thread: Thread, states: readonly ThreadState[], done: string): void => {
  if (states.includes(thread.state)) return;
  const detail = `${thread.ref} is ${thread.state} and cannot be ${done}; it must be ${states.join(' or ')}.`;
  throw guardRefused('thread-state', detail, { state: thread.state });
};

/** Whoever raised it speaks for it. */
export const requireCommenter = ({ ref, organ }: Thread, actor: Actor): void => {
  if (actor.organ !== organ) throw notByThisRole(`${ref} is for ${organ} to say.`, 'commenter');
};
