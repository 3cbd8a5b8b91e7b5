import type { Actor, EventData, EventName } from '#contracts';
import type { Dossier } from './state.js';

/** Who did it, as the row of the event says. */
export type By = Pick<Actor, 'person' | 'organ' | 'onBehalfOf' | 'through'> & {
  /** When, ISO. */
  at?: string;
};

/** What each event of a slice does to a dossier. Every event of the catalogue is in exactly one slice. */
export type Folds<Name extends EventName> = {
  [N in Name]: (dossier: Dossier, data: EventData<N>, by: By) => Dossier;
};

export const unchanged = (dossier: Dossier): Dossier => dossier;
