import type { Position } from '#contracts';
import type { Dossier } from '../dossier/state.js';

/**
 * What an organ returns, as text that differs when it says anything else: its comments and its position, if it has one. What the
 * lead answers does not change it.
 */
export const returnOf = ({ threads }: Dossier, organ: string, position?: Position): string => {
  const own = threads.filter((thread) => thread.organ === organ);
  const comments = own.map(({ ref, state, reopened }) => [ref, reopened, state === 'WITHDRAWN']);
  return JSON.stringify([position ?? '', comments]);
};
