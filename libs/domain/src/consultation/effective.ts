import type { Position, Silence } from '#contracts';
import type { Round, Stand } from './round.js';

/** Where an organ stands in the consultation as a whole. */
export interface EffectiveStand {
  organ: string;
  /** The last round in which it was asked; the last one it took part in when it was only told. */
  roundNo: number;
  asked: boolean;
  mandatoryExplicit: boolean;
  position?: Position;
  /** Its MUSTs that were settled before it said so. */
  settledBefore?: readonly string[];
  silence?: Silence;
}

interface Seat {
  no: number;
  stand: Stand;
}

const isAsked = ({ stand }: Seat): boolean => stand.mode !== 'INFORM';

const seatsOf = (rounds: readonly Round[], organ: string): Seat[] =>
  rounds.flatMap(({ no, stands }) =>
    stands.filter((stand) => stand.organ === organ).map((stand) => ({ no, stand })),
  );

/** What was said before an explicit consultee was asked again does not answer for the new text. */
const saidBy = (seats: readonly Seat[], asked: Seat | undefined): Stand | undefined => {
  const since = asked?.stand.mandatoryExplicit ? asked.no : 0;
  return seats.findLast(({ no, stand }) => no >= since && stand.position !== undefined)?.stand;
};

const effective = (rounds: readonly Round[], organ: string): EffectiveStand | undefined => {
  const seats = seatsOf(rounds, organ);
  const asked = seats.findLast(isAsked);
  const last = asked ?? seats.at(-1);
  if (!last || last.stand.released) return undefined;
  const { position, settledBefore } = saidBy(seats, asked) ?? {};
  const { silence } = last.stand;
  return {
    organ,
    roundNo: last.no,
    asked: asked !== undefined,
    // Once explicit in this consultation, it is never taken to have agreed.
    mandatoryExplicit: seats.some(({ stand }) => stand.mandatoryExplicit && stand.mode !== 'INFORM'),
    ...(position && { position }),
    ...(settledBefore && { settledBefore }),
    ...(silence && { silence }),
  };
};

/**
 * Every organ over all formal rounds of one consultation: its obligations are those of the round in which it was asked last, its
 * position the latest it set in any of them. An explicit consultee that is asked again states its position anew. Organs found not
 * competent are left out.
 */
export const effectiveStands = (rounds: readonly Round[]): EffectiveStand[] => {
  const organs = new Set(rounds.flatMap(({ stands }) => stands.map(({ organ }) => organ)));
  return [...organs].flatMap((organ) => effective(rounds, organ) ?? []);
};
