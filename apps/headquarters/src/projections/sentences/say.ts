import type { EventName, LedgerEvent } from '#contracts';

/** What an event says in Japanese and English. `organ` is of the person who did it. */
export type Say<Name extends EventName> = (
  data: LedgerEvent<Name>['data'],
  organ: string,
) => [ja: string, en: string];

/** The sentences of some events. */
export type Words = { [Name in EventName]?: Say<Name> };

/** Minutes are enough for a reader; UTC, since a cabinet's zone is the client's to show. */
export const minute = (instant: string) => `${instant.slice(0, 16).replace('T', ' ')} UTC`;
export const listed = (found: readonly string[]) => (found.length === 0 ? '' : `: ${found.join('; ')}`);
