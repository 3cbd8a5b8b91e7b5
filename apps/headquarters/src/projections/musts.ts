import type { LedgerEvent, Proof, RoundKind } from '#contracts';
import { createHash } from 'node:crypto';

interface Must {
  /** It waits for the lead's answer. */
  waits: boolean;
  adopted: boolean;
  closed: boolean;
  /** Withdrawn or reserved: nothing is owed any more. */
  over: boolean;
  /** The clause that it is about. */
  clauseId?: string;
  /** Digests of the wanted text and of the text that satisfied it, each with its clause. */
  wanted?: string;
  proof?: string;
}

/** MUST threads of the formal rounds, by their references. */
export type Musts = Record<string, Must>;

const digest = (text: string, clauseId = '') =>
  createHash('sha256')
    .update(`${clauseId} ${text.normalize('NFKC').replace(/\s+/g, '')}`)
    .digest('base64url')
    .slice(0, 16);

const raised = ({ weight, proposedText, clauseId }: LedgerEvent<'ThreadRaised'>['data'], kind?: RoundKind) =>
  weight === 'MUST' && kind !== 'INFORMAL'
    ? {
        waits: true,
        adopted: false,
        closed: false,
        over: false,
        ...(clauseId && { clauseId }),
        ...(proposedText && { wanted: digest(proposedText, clauseId) }),
      }
    : undefined;

const proven = ({ text, clauseId }: Proof): string => digest(text, clauseId);

const after = (must: Must, event: LedgerEvent): Must => {
  switch (event.type) {
    case 'ThreadAnswered': {
      const { proof: _, ...rest } = must;
      const { disposition, proof } = event.data;
      const adopted = disposition === 'ADOPTED' || disposition === 'PARTLY_ADOPTED';
      return { ...rest, waits: false, adopted, closed: false, ...(proof && { proof: proven(proof) }) };
    }
    case 'DispositionProved':
      return { ...must, proof: proven(event.data.proof) };
    case 'ThreadReopened': {
      // What it proposed before has not contented it.
      const { wanted: _, ...rest } = must;
      const { proposedText } = event.data;
      return {
        ...rest,
        waits: true,
        closed: false,
        adopted: false,
        ...(proposedText && { wanted: digest(proposedText, must.clauseId) }),
      };
    }
    case 'ThreadClosed':
      return { ...must, waits: false, closed: event.data.by === 'commenter' };
    case 'ThreadWithdrawn':
    case 'ThreadReserved':
      return { ...must, waits: false, over: true };
    default:
      return must;
  }
};

/**
 * A round about a whole text begins the consultation anew, and with one that is given up goes all that is not concluded; of what was
 * concluded nothing is owed.
 */
const beginsAnew = ({ type, data }: LedgerEvent): boolean =>
  type === 'RoundAbandoned' ||
  type === 'DossierReturned' ||
  (type === 'RoundOpened' && !data.delta && data.kind !== 'INFORMAL');

/** The MUSTs after an event. Whether a proof still stands in the present text is looked at when the round is concluded. */
export const withMusts = (musts: Musts, event: LedgerEvent, kind: RoundKind | undefined): Musts => {
  if (beginsAnew(event)) return {};
  if (!('thread' in event.data)) return musts;
  const { thread } = event.data;
  const former = musts[thread];
  const next = event.type === 'ThreadRaised' ? raised(event.data, kind) : former && after(former, event);
  return next && next !== former ? { ...musts, [thread]: next } : musts;
};

const isSettled = ({ adopted, closed, over, wanted, proof }: Must): boolean => {
  if (over) return true;
  if (closed) return !adopted || proof !== undefined;
  return adopted && proof !== undefined && proof === wanted;
};

/** MUSTs on which something is still owed: neither accepted, satisfied in their own words, withdrawn nor reserved. */
export const openMusts = (musts: Musts): number =>
  Object.values(musts).filter((must) => !isSettled(must)).length;

/** MUSTs that the lead has not answered. */
export const unansweredMusts = (musts: Musts): string[] =>
  Object.keys(musts).filter((thread) => musts[thread]!.waits);
