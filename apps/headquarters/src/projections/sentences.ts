import type { EventName, LedgerEvent } from '#contracts';
import { clocksWords } from './sentences/clocks.js';
import { consultationWords } from './sentences/consultation.js';
import { draftingWords } from './sentences/drafting.js';
import { outcomeWords } from './sentences/outcome.js';
import type { Say } from './sentences/say.js';
import { threadsWords } from './sentences/threads.js';

/** What happened, for a person to read. Organs by their slugs; never a person's name, and no text of a ministry's own. */
export interface Sentence {
  ja: string;
  en: string;
}

const words: { [Name in EventName]: Say<Name> } = {
  ...draftingWords,
  ...consultationWords,
  ...threadsWords,
  ...outcomeWords,
  ...clocksWords,
};

export const sentenceOf = (event: LedgerEvent): Sentence => {
  const say = words[event.type] as Say<EventName>;
  const [ja, en] = say(event.data, event.meta.actor.organ);
  return { ja, en };
};
