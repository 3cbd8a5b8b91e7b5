import type { Dossier } from '../dossier/state.js';

/** The comments an organ has made, as text that differs when it says anything else; what the lead answers does not change it. */
export const returnOf = ({ threads }: Dossier, organ: string): string => {
  const own = threads.filter((thread) => thread.organ === organ);
  return JSON.stringify(own.map(({ ref, state, reopened }) => [ref, reopened, state === 'WITHDRAWN']));
};
