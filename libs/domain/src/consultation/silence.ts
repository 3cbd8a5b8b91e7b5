import type { DomainEvent, Silence } from '#contracts';
import type { Dossier } from '../dossier/state.js';
import { stopClocks } from '../dossier/timing.js';
import type { Setting } from '../setting.js';
import { beginAnswers } from './answering.js';
import { allocationClock, asksSomebody, pendingIn, roundClock, type Round, type Stand } from './round.js';

/** What silence until the due time becomes for one who is asked. */
export const silenceBecomes = (
  { kind }: Pick<Round, 'kind'>,
  { mandatoryExplicit, mode }: Pick<Stand, 'mandatoryExplicit' | 'mode'>,
): Silence => {
  if (kind === 'INFORMAL') return 'DONE';
  if (mandatoryExplicit) return 'OVERDUE_EXPLICIT';
  return mode === 'CONCUR' || mode === 'DRAFT' ? 'DEEMED_NO_OPINION' : 'DONE';
};

/** What the deadline makes of every ministry that has not spoken. Explicit consultees become overdue, never agreed. */
const silenceOf = (round: Round): DomainEvent[] => {
  const silent = round.stands.filter(({ position, released }) => position === undefined && !released);
  return [
    { type: 'RoundDeadlinePassed', data: { roundNo: round.no } },
    ...silent.map((stand): DomainEvent => ({
      type: 'SilenceRecorded',
      data: { roundNo: round.no, organ: stand.organ, as: silenceBecomes(round, stand) },
    })),
  ];
};

/** An objection nobody decided before the round ended: the allocation stands. */
const undecided = (dossier: Dossier, round: Round): DomainEvent[] =>
  pendingIn(round).flatMap(({ objectionNo, organ }): DomainEvent[] => [
    { type: 'AllocationRuled', data: { roundNo: round.no, objectionNo, organ, ruling: 'STANDS' } },
    ...stopClocks(dossier, [allocationClock(objectionNo)]),
  ]);

/** What the due time makes of everything that is open in the round. */
export const deadlineFacts = (dossier: Dossier, round: Round): DomainEvent[] =>
  round.state === 'OPEN' ? [...undecided(dossier, round), ...silenceOf(round)] : [];

/** The due time of a round is reached: silence is recorded, and the lead's time to answer begins. */
export const passDeadline = (
  dossier: Dossier,
  round: Round,
  { at }: { at: string },
  setting: Setting,
): DomainEvent[] =>
  round.state === 'OPEN'
    ? [...deadlineFacts(dossier, round), ...beginAnswers(dossier, round, at, setting)]
    : [];

const hasSpoken = ({ position, mode, released }: Stand): boolean =>
  position !== undefined || mode === 'INFORM' || released === true;

/** Everybody who was asked has spoken before the due time, and nobody may still be asked: the answers begin at once. */
export const allSpoken = (dossier: Dossier, round: Round, at: string, setting: Setting): DomainEvent[] => {
  if (round.state !== 'OPEN' || at > round.dueAt || pendingIn(round).length > 0) return [];
  if (!asksSomebody(round) || !round.stands.every(hasSpoken)) return [];
  return [
    { type: 'RoundAnswered', data: { roundNo: round.no } },
    ...stopClocks(dossier, [roundClock(round.no)]),
    ...beginAnswers(dossier, round, at, setting),
  ];
};
