import type { FeedData } from '../generated/feed.js';

/** The envelope of one delivery: a CloudEvent. */
export interface Delivered {
  id: string;
  type: string;
  subject: string;
  /** Number of this delivery and of the one before it in its subscription, 20 digits. */
  subsequence: string;
  prevsequence: string;
  /** Position in the ledger, 20 digits. */
  sequence: string;
  time: string;
  recordedtime: string;
  source: string;
  dataschema: string;
  /** The dossier: what has one key has one order. */
  partitionkey: string;
  /** 機密性 of the dossier. */
  classification: string;
  actororgan: string;
  actorrole: string;
  correlationid: string;
  data?: unknown;
  /** Where the data can be had by who may see it, when it is not here. */
  dataref?: string;
}

/** A delivery with the data of its type. A type that this release of the client does not know may come all the same. */
export type FeedEvent = {
  [Type in keyof FeedData]: Omit<Delivered, 'type' | 'data'> & {
    type: Type;
    /** Absent where the marking is 2: then `dataref` says where it can be had. */
    data?: FeedData[Type];
  };
}[keyof FeedData];

/** Something between two deliveries did not arrive, or never left. */
export class ChainBroken extends Error {
  override readonly name = 'ChainBroken';
  constructor(
    /** Number of the last delivery that was taken. */
    readonly after: number,
    /** Number of the delivery that came. */
    readonly got: number,
  ) {
    super(`after delivery ${after} came ${got}: ${got - after - 1} are missing`);
  }
}

export const numberOf = (digits: string): number => {
  const number = /^\d{20}$/.test(digits) ? Number(digits) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a number of 20 digits: ${digits}`);
  return number;
};

/**
 * The chain of an ordered transport (pull, SSE, NATS).
 * @returns the number of the delivery, or undefined when it was taken before
 * @throws ChainBroken when one is missing before it
 */
export const follows = (after: number, { subsequence, prevsequence }: Delivered): number | undefined => {
  const [number, previous] = [numberOf(subsequence), numberOf(prevsequence)];
  if (number <= after) return undefined;
  if (previous !== after) throw new ChainBroken(after, number);
  return number;
};
