import { Problem, type Silence } from '#contracts';
import type { Dossier } from '../dossier/state.js';
import { transition } from '../dossier/transition.js';
import type { Decision } from '../setting.js';
import { evolveRounds, runningRound, type Round, type RoundEvent, type Stand } from './round.js';

const requireRound = (dossier: Dossier, roundNo: number): Round => {
  const round = runningRound(dossier.rounds);
  if (round?.no === roundNo) return round;
  const detail = `roundNo: round ${round?.no ?? 0} is open, not round ${roundNo}.`;
  throw new Problem('guard-refused', detail, { rule: 'open-round' });
};

/** A ministry may change its position until the round is concluded; after the due time it is flagged late. */
export const setPosition: Decision<'SetPosition'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { data, at } = command;
  const round = requireRound(dossier, data.roundNo);
  if (!round.stands.some(({ organ }) => organ === data.organ))
    throw new Problem('not-permitted', `${data.organ} takes no part in round ${round.no}.`, {
      rule: 'participant',
    });
  const late = at > round.dueAt;
  return [{ type: 'PositionSet', data: { ...data, late } }];
};

const becomes = ({ mandatoryExplicit, mode }: Stand): Silence => {
  if (mandatoryExplicit) return 'OVERDUE_EXPLICIT';
  return mode === 'CONCUR' || mode === 'DRAFT' ? 'DEEMED_NO_OPINION' : 'DONE';
};

/** What the deadline makes of every ministry that has not spoken. Explicit consultees become overdue, never agreed. */
export const passDeadline = (round: Round): RoundEvent[] => {
  if (round.state !== 'OPEN') return [];
  const silent = round.stands.filter(({ position }) => position === undefined);
  return [
    { type: 'RoundDeadlinePassed', data: { roundNo: round.no } },
    ...silent.map((stand): RoundEvent => ({
      type: 'SilenceRecorded',
      data: { roundNo: round.no, organ: stand.organ, as: becomes(stand) },
    })),
  ];
};

/** Why a stand keeps the round from being concluded, if it does. */
const obstacle = ({ state }: Round, stand: Stand): string | undefined => {
  if (stand.position === 'OBJECT') return 'objects';
  if (stand.position === 'CONDITIONAL') return 'has an unmet condition';
  if (stand.position !== undefined || stand.mode === 'INFORM') return undefined;
  if (stand.mandatoryExplicit) return 'must state its position';
  return state === 'OPEN' ? 'may still speak until the due time' : undefined;
};

/** What keeps a round from being concluded, organ by organ. */
export const openPoints = (round: Round): { organ: string; why: string }[] =>
  round.stands.flatMap((stand) => {
    const why = obstacle(round, stand);
    return why ? [{ organ: stand.organ, why }] : [];
  });

/** What the deadline makes of the silent, if it has passed: the clock may tick after the command that asks. */
const passedBy = (round: Round, at: string): RoundEvent[] => (at > round.dueAt ? passDeadline(round) : []);

const evolveRound = (round: Round, event: RoundEvent): Round => evolveRounds([round], event)[0] ?? round;

/** 協議終了: the text all have agreed on, or been silent on by rule, is frozen by its hash. */
export const concludeRound: Decision<'ConcludeRound'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  const passed = passedBy(requireRound(dossier, command.data.roundNo), command.at);
  const round = passed.reduce(evolveRound, requireRound(dossier, command.data.roundNo));
  const missing = openPoints(round);
  if (missing.length > 0) {
    const detail = missing.map(({ organ, why }) => `${organ} ${why}`).join('; ');
    throw new Problem('positions-missing', `${detail}.`, { missing });
  }
  return [
    ...passed,
    { type: 'RoundConcluded', data: { stage, roundNo: round.no, outcome: 'AGREED', sha256: round.sha256 } },
  ];
};
