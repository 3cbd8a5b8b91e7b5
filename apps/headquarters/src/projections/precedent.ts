import { occurredAt, type Clause, type CompetenceTag, type LedgerEvent } from '#contracts';
import { termsOf } from './terms.js';

/** A thread with its answer, or a memorandum. */
export interface Precedent {
  ref: string;
  kind: 'thread' | 'memorandum';
  organ: string;
  weight: string | null;
  clauseId: string | null;
  heading: string | null;
  clauseText: string | null;
  tags: CompetenceTag[];
  /** What was asked or objected, last; of a memorandum what was agreed. */
  body: string;
  quotedText: string | null;
  proposedText: string | null;
  answer: string | null;
  disposition: string | null;
  parties: string[];
  threads: string[];
  at: string | null;
}

const flat = (clauses: readonly Clause[]): Clause[] =>
  clauses.flatMap((clause) => [clause, ...flat(clause.children)]);

const clauseOf = (clauses: readonly Clause[], clauseId: string | undefined) => {
  const clause = flat(clauses).find(({ id }) => id === clauseId);
  return {
    clauseId: clauseId ?? null,
    heading: clause?.heading ?? null,
    clauseText: clause?.text ?? null,
    tags: clause?.tags ?? [],
  };
};

const raised = (
  { organ, thread, weight, clauseId, body, quotedText, proposedText }: LedgerEvent<'ThreadRaised'>['data'],
  clauses: readonly Clause[],
): Precedent => ({
  ...{ ref: thread, kind: 'thread', organ, weight, body },
  ...clauseOf(clauses, clauseId),
  ...{ quotedText: quotedText ?? null, proposedText: proposedText ?? null },
  ...{ answer: null, disposition: null, parties: [], threads: [], at: null },
});

/** 覚書 and 確認事項 are precedents as they were recorded. */
export const memorandumOf = (
  event: LedgerEvent<'MemorandumRecorded'>,
  clauses: readonly Clause[],
): Precedent => {
  const { memorandumNo, organ, parties, threads, clauseIds, text } = event.data;
  return {
    ...{ ref: `memorandum:${memorandumNo}`, kind: 'memorandum', organ, weight: null, body: text },
    ...clauseOf(clauses, clauseIds[0]),
    ...{ quotedText: null, proposedText: null, answer: null, disposition: null },
    ...{ parties, threads, at: occurredAt(event) },
  };
};

/** A thread after an event of it; undefined when it is not known. Re-questions stand below the question, answers below the answer. */
export const threadAfter = (
  before: Precedent | undefined,
  event: LedgerEvent,
  clauses: readonly Clause[],
): Precedent | undefined => {
  if (event.type === 'ThreadRaised') return raised(event.data, clauses);
  if (!before) return undefined;
  switch (event.type) {
    case 'ThreadAnswered': {
      const { answer, disposition = null } = event.data;
      const all = before.answer === null ? answer : `${before.answer}\n\n${answer}`;
      return { ...before, answer: all, disposition, at: occurredAt(event) };
    }
    case 'ThreadReopened': {
      const { body, proposedText } = event.data;
      return {
        ...before,
        body: `${before.body}\n\n${body}`,
        proposedText: proposedText ?? before.proposedText,
      };
    }
    default:
      return before;
  }
};

/** What a thread is about, to look for others like it: not the clause, which all threads on it have in common. */
export const subjectTerms = ({ body, proposedText, heading }: Precedent): string[] =>
  termsOf([body, proposedText, heading].filter((text) => text !== null).join('\n'));

/** The text a precedent is found by. */
export const precedentTerms = ({ body, answer, proposedText, heading, clauseText }: Precedent): string[] =>
  termsOf([body, answer, proposedText, heading, clauseText].filter((text) => text !== null).join('\n'));
