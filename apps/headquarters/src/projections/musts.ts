import type { LedgerEvent, RoundKind } from '#contracts';

/** MUST threads of the formal rounds by their references, and whether something is still owed on them. */
export type Musts = Record<string, 'open' | 'settled'>;

const settled: ReadonlySet<LedgerEvent['type']> = new Set([
  ...(['DispositionProved', 'ThreadClosed', 'ThreadWithdrawn', 'ThreadReserved'] as const),
]);

/** A thread is settled when it is proved, accepted, withdrawn or reserved; whether a proof still stands in the text, the sheet says. */
export const withMusts = (musts: Musts, event: LedgerEvent, kind: RoundKind | undefined): Musts => {
  if (event.type === 'ThreadRaised')
    return event.data.weight === 'MUST' && kind !== 'INFORMAL'
      ? { ...musts, [event.data.thread]: 'open' }
      : musts;
  if (!('thread' in event.data)) return musts;
  const { thread } = event.data;
  if (!(thread in musts)) return musts;
  if (settled.has(event.type) || (event.type === 'ThreadAnswered' && event.data.proof))
    return { ...musts, [thread]: 'settled' };
  return event.type === 'ThreadReopened' ? { ...musts, [thread]: 'open' } : musts;
};

export const openMusts = (musts: Musts): number =>
  Object.values(musts).filter((state) => state === 'open').length;
