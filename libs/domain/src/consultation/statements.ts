import { Problem } from '#contracts';
import { transition } from '../dossier/transition.js';
import type { Decision } from '../setting.js';
import { consultationOf } from './round.js';

/** 調整意見: whoever was asked says it in its own words, until the decision; a later one replaces the earlier. */
export const attachStatement: Decision<'AttachStatement'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { data } = command;
  const stands = consultationOf(dossier.rounds).flatMap((round) => round.stands);
  if (stands.some(({ organ, mode }) => organ === data.organ && mode !== 'INFORM'))
    return [{ type: 'StatementAttached', data }];
  const detail = `${data.organ} was not asked for a position on this dossier.`;
  throw new Problem('not-permitted', detail, { rule: 'participant' });
};
