import { firstFrom, storedNumber } from '#platform';
import type { Chain } from './chain.js';

/** Takes a message with words that were erased out of its stream, for good. Once again does no harm. */
export const eraseMessage = async (
  { jsm, stream }: Chain,
  subject: string,
  number: number,
): Promise<void> => {
  const found = await firstFrom(jsm, stream, subject, number);
  if (found && storedNumber(found) === number) await jsm.streams.deleteMessage(stream, found.seq, true);
};
