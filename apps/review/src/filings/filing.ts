import type { DossierBody, Wording } from '#contracts';
import { termsOf } from './terms.js';

/** What a filing is compared by. */
export interface Filing {
  type: string;
  lead: string;
  title: Wording;
  tags: string[];
  budgetIds: string[];
  titleTerms: string[];
  /** Without those of the title. */
  textTerms: string[];
}

/** Fields of a content that say what is being done; what a type does not have is not there. */
const TELLING = ['problem', 'objective', 'description', 'dataUsed', 'expectedOutcomes', 'scope', 'reasons'];

/** The comparable part of a version. */
export const filingOf = ({ type, head, content }: DossierBody): Filing => {
  const fields = content as Record<string, unknown>;
  const text = [head.summary, ...TELLING.map((name) => fields[name])].filter(
    (part) => typeof part === 'string',
  );
  const titleTerms = termsOf(`${head.title.ja ?? ''} ${head.title.en ?? ''}`);
  const textTerms = termsOf(text.join('\n'));
  return {
    type,
    lead: head.lead,
    title: head.title,
    tags: head.competenceTags,
    budgetIds: head.budgetProjectIds,
    titleTerms: [...titleTerms],
    textTerms: [...textTerms].filter((term) => !titleTerms.has(term)),
  };
};
