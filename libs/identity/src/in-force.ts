import type { DelegationRow } from './delegation-rows.js';

interface Period {
  validFrom: string | null;
  validTo: string | null;
}

/** Whether a row holds on a day; its last day is the one before `validTo`. */
export const inForce = ({ validFrom, validTo }: Period, today: string): boolean =>
  (validFrom === null || validFrom <= today) && (validTo === null || today < validTo);

interface Officer {
  homeOrgan: string;
  secondedTo: string | null;
  assignments: readonly ({ organ: string; role: string } & Period)[];
}

/** Where the headquarters sits. */
export interface Seat {
  headquarters: string;
  /** The organ that the headquarters' office belongs to. */
  parent: string | undefined;
  /** Years for which former work in an organ still ties a person to it (E.0). */
  recusalYears: number;
}

const yearsBefore = (today: string, years: number): string =>
  `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;

/**
 * Organs for which an officer is not impartial: their home, and every organ they worked for within those years. The office of the
 * headquarters is no tie to itself, nor to the organ it belongs to for those who were not seconded from there.
 */
export const tiesOf = (
  officer: Officer,
  today: string,
  { headquarters, parent, recusalYears }: Seat,
): string[] => {
  const { homeOrgan, secondedTo, assignments } = officer;
  const since = yearsBefore(today, recusalYears);
  const isOwnHouse = homeOrgan === parent && secondedTo === null;
  const worked = assignments
    .filter((row) => (row.validFrom ?? '') <= today && (row.validTo === null || since < row.validTo))
    .map(({ organ }) => organ);
  const tied = new Set([...(isOwnHouse ? [] : [homeOrgan]), ...worked]);
  for (const none of [headquarters, '*']) tied.delete(none);
  return [...tied].sort();
};

/** From the delegate back to whoever holds the role; undefined when a link is missing or not in force. */
export const chainOf = (
  last: DelegationRow,
  rows: ReadonlyMap<string, DelegationRow>,
  today: string,
): DelegationRow[] | undefined => {
  const chain: DelegationRow[] = [];
  for (let at: DelegationRow | undefined = last; at; at = at.via === null ? undefined : rows.get(at.via)) {
    if (at.revoked || !inForce(at, today) || chain.includes(at)) return undefined;
    chain.push(at);
    if (at.via !== null && !rows.has(at.via)) return undefined;
  }
  return chain;
};
