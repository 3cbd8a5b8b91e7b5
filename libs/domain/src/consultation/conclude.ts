import { Problem, type DomainEvent } from '#contracts';
import { afterwards } from './afterwards.js';
import { transition } from '../dossier/transition.js';
import type { Decision } from '../setting.js';
import { silenceOf } from './silence.js';
import type { Round, Stand } from './round.js';
import { requireMovingRound } from './running.js';

/** Why a stand keeps the round from being concluded, if it does. */
const obstacle = ({ state }: Round, stand: Stand): string | undefined => {
  if (stand.position === 'OBJECT') return 'objects';
  if (stand.position === 'CONDITIONAL') return 'has an unmet condition';
  if (stand.position !== undefined || stand.mode === 'INFORM') return undefined;
  if (stand.mandatoryExplicit) return 'must state its position';
  return state === 'OPEN' ? 'may still speak until the due time' : undefined;
};

const openPoints = (round: Round): { organ: string; why: string }[] =>
  round.stands.flatMap((stand) => {
    const why = obstacle(round, stand);
    return why ? [{ organ: stand.organ, why }] : [];
  });

/** What the deadline makes of the silent, if it has passed: the clock may tick after the command that asks. */
const passedBy = (round: Round, at: string): DomainEvent[] => (at > round.dueAt ? silenceOf(round) : []);

/** 協議終了: the text all have agreed on, or been silent on by rule, is frozen by its hash. */
export const concludeRound: Decision<'ConcludeRound'> = (dossier, command, setting) => {
  const stage = transition(dossier, command, setting);
  const { roundNo } = command.data;
  const passed = passedBy(requireMovingRound(dossier, roundNo), command.at);
  const after = afterwards(dossier, passed, command);
  const missing = openPoints(requireMovingRound(after, roundNo));
  if (missing.length > 0) {
    const detail = missing.map(({ organ, why }) => `${organ} ${why}`).join('; ');
    throw new Problem('positions-missing', `${detail}.`, { missing });
  }
  const { sha256 } = dossier.current;
  return [...passed, { type: 'RoundConcluded', data: { stage, roundNo, outcome: 'AGREED', sha256 } }];
};
