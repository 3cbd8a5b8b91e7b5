import { digits20 } from '#contracts';

/**
 * The body of one delivery: the announced CloudEvent (JSON text of an object) with its number, and the number before it, in this
 * subscription. The same bytes at every try and by every transport.
 */
export const deliveryText = (event: string, seq: number): string =>
  `{"subsequence":"${digits20(seq)}","prevsequence":"${digits20(seq - 1)}",${event.slice(1)}`;
