import type { DomainEvent, EventName } from '#contracts';
import { roundFolds } from '../consultation/round-folds.js';
import { threadFolds } from '../consultation/thread-folds.js';
import { approvalFolds } from './approval-folds.js';
import { clockFolds } from './clock-folds.js';
import { drafted, draftingFolds } from './drafting-folds.js';
import type { By, Folds } from './fold.js';
import { outcomeFolds } from './outcome-folds.js';
import { remember } from './recusal.js';
import type { Dossier } from './state.js';

/** An event without its line in a slice does not compile. */
const folds: Folds<Exclude<EventName, 'DossierDrafted'>> = {
  ...draftingFolds,
  ...approvalFolds,
  ...roundFolds,
  ...threadFolds,
  ...outcomeFolds,
  ...clockFolds,
};

/** Folds one event; `by` is the actor of its row. Needs no procedure, since an event says the stage it led to. */
export const evolve = (state: Dossier | null, event: DomainEvent, by: By): Dossier => {
  if (event.type === 'DossierDrafted') return remember(drafted(event.data, by), by);
  if (!state) throw new Error(`a stream cannot begin with ${event.type}`);
  const fold = folds[event.type] as (dossier: Dossier, data: unknown, by: By) => Dossier;
  const detail = fold(state, event.data, by);
  return remember('stage' in event.data ? { ...detail, stage: event.data.stage } : detail, by);
};
