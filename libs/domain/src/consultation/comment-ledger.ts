import type { LedgerLine, Reservation } from '#contracts';
import type { Dossier } from '../dossier/state.js';
import { consultationOf } from './round.js';
import type { Thread } from './thread.js';
import { holdsIn, sameWords } from './wording.js';

/** Threads of the formal rounds of the present consultation: those that a conclusion has to answer for. */
export const threadsThatCount = (dossier: Dossier): Thread[] => {
  const counting = new Set(consultationOf(dossier.rounds).map(({ no }) => no));
  return dossier.threads.filter(({ roundNo }) => counting.has(roundNo));
};

/** Whether the lead has promised a change of the text. */
export const adopts = ({ disposition }: Thread): boolean =>
  disposition === 'ADOPTED' || disposition === 'PARTLY_ADOPTED';

const lacksProof = (dossier: Dossier, { proof, organ }: Thread): string | undefined => {
  if (!proof) return `was adopted for ${organ}, and no text proves it yet`;
  if (holdsIn(dossier.current.body, proof)) return undefined;
  return `the text that satisfied it is no longer in clause ${proof.clauseId}`;
};

/** Why an adopted opinion is not proved by the present text, if it is not. */
export const unproved = (dossier: Dossier, thread: Thread): string | undefined =>
  adopts(thread) ? lacksProof(dossier, thread) : undefined;

/** The commenter's own words need no further acceptance; in another clause they say another thing. */
export const acceptedByItsOwnWords = ({ proof, proposedText, clauseId }: Thread): boolean =>
  proof?.clauseId === clauseId && proposedText !== undefined && sameWords(proof?.text ?? '', proposedText);

const whyAnswered = (dossier: Dossier, thread: Thread): string | undefined => {
  const missing = unproved(dossier, thread);
  if (missing) return missing;
  if (adopts(thread) && acceptedByItsOwnWords(thread)) return undefined;
  return `is answered, and ${thread.organ} has not accepted the answer`;
};

const whyClosed = (dossier: Dossier, thread: Thread): string | undefined =>
  thread.closedBy === 'silence' ? 'was closed by silence, which settles no MUST' : unproved(dossier, thread);

/** Why a thread is not settled, in words that follow its number; undefined when it is. */
const why = (dossier: Dossier, thread: Thread): string | undefined => {
  switch (thread.state) {
    case 'WITHDRAWN':
    case 'RESERVED':
      return undefined;
    case 'OPEN':
      return 'waits for an answer';
    case 'REOPENED':
      return 'was raised again and waits for an answer';
    case 'ESCALATED':
      return `is being negotiated on level ${thread.level}`;
    case 'ANSWERED':
      return whyAnswered(dossier, thread);
    case 'CLOSED':
      return whyClosed(dossier, thread);
  }
};

/** Every MUST that is neither proved in the present text, accepted, withdrawn nor reserved: none may be when a round is concluded. */
export const unsettled = (dossier: Dossier): { thread: string; organ: string; why: string }[] =>
  threadsThatCount(dossier).flatMap((thread) => {
    const reason = thread.weight === 'MUST' ? why(dossier, thread) : undefined;
    return reason ? [{ thread: thread.ref, organ: thread.organ, why: reason }] : [];
  });

/** The MUSTs of a ministry on which nothing is owed any more. */
export const settledMusts = (dossier: Dossier, organ: string): string[] => {
  const open = unsettled(dossier).map(({ thread }) => thread);
  return threadsThatCount(dossier)
    .filter((thread) => thread.organ === organ && thread.weight === 'MUST' && !open.includes(thread.ref))
    .map(({ ref }) => ref);
};

const endOf = (dossier: Dossier, thread: Thread): LedgerLine['end'] => {
  if (thread.state === 'WITHDRAWN' || thread.state === 'RESERVED') return thread.state;
  if (adopts(thread) && unproved(dossier, thread) === undefined) return 'PROVED';
  return thread.state === 'CLOSED' && thread.closedBy === 'commenter' ? 'ACCEPTED' : 'SILENT';
};

/** How each thread ended, for the conclusion; an unsettled MUST has no end and no line. */
export const ledgerOf = (dossier: Dossier): LedgerLine[] => {
  const open = new Set(unsettled(dossier).map(({ thread }) => thread));
  return threadsThatCount(dossier)
    .filter(({ ref }) => !open.has(ref))
    .map((thread) => {
      const end = endOf(dossier, thread);
      const { ref, weight, proof } = thread;
      return { thread: ref, weight, end, ...(end === 'PROVED' && proof && { proof }) };
    });
};

/** 留保: what is carried to the deciders word for word. */
export const reservationsOf = (dossier: Dossier): Reservation[] =>
  threadsThatCount(dossier)
    .filter(({ state }) => state === 'RESERVED')
    .map(({ ref, organ, clauseId, body, reservation = '', level }) => ({
      thread: ref,
      organ,
      ...(clauseId && { clauseId }),
      body,
      reason: reservation,
      level,
    }));
