import type { Command, DomainEvent } from '#contracts';
import { evolve } from '../dossier/evolve.js';
import type { Dossier } from '../dossier/state.js';

/** The dossier as the first events of a command leave it, for what follows from them in the same command. */
export const afterwards = (
  dossier: Dossier,
  events: readonly DomainEvent[],
  { actor, at }: Pick<Command, 'actor' | 'at'>,
): Dossier => events.reduce<Dossier>((state, event) => evolve(state, event, { ...actor, at }), dossier);
