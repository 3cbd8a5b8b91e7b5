import { Problem, type DomainEvent, type Silence } from '#contracts';
import type { Dossier } from '../dossier/state.js';
import { transition } from '../dossier/transition.js';
import type { Decision, Setting } from '../setting.js';
import type { Round, Stand } from './round.js';
import { requireMovingRound } from './running.js';

/** What the organ is in the round. Throws not-permitted when it takes no part. */
export const requireStand = (round: Round, organ: string): Stand => {
  const stand = round.stands.find((one) => one.organ === organ);
  if (stand) return stand;
  throw new Problem('not-permitted', `${organ} takes no part in round ${round.no}.`, {
    rule: 'participant',
  });
};

/** A ministry may change its position until the round is concluded; after the due time it is flagged late. */
export const setPosition: Decision<'SetPosition'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { data, at } = command;
  const round = requireMovingRound(dossier, data.roundNo);
  requireStand(round, data.organ);
  return [{ type: 'PositionSet', data: { ...data, late: at > round.dueAt } }];
};

const becomes = ({ kind }: Round, { mandatoryExplicit, mode }: Stand): Silence => {
  if (kind === 'INFORMAL') return 'DONE';
  if (mandatoryExplicit) return 'OVERDUE_EXPLICIT';
  return mode === 'CONCUR' || mode === 'DRAFT' ? 'DEEMED_NO_OPINION' : 'DONE';
};

/** What the deadline makes of every ministry that has not spoken. Explicit consultees become overdue, never agreed. */
export const silenceOf = (round: Round): DomainEvent[] => {
  if (round.state !== 'OPEN') return [];
  const silent = round.stands.filter(({ position, released }) => position === undefined && !released);
  return [
    { type: 'RoundDeadlinePassed', data: { roundNo: round.no } },
    ...silent.map((stand): DomainEvent => ({
      type: 'SilenceRecorded',
      data: { roundNo: round.no, organ: stand.organ, as: becomes(round, stand) },
    })),
  ];
};

/** The due time of a round is reached: silence is recorded, and the lead's time to answer begins. */
export const passDeadline = (
  _dossier: Dossier,
  round: Round,
  _command: { at: string },
  _setting: Setting,
): DomainEvent[] => silenceOf(round);
