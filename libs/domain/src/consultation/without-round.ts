import { forgetPaused } from '../dossier/clock-folds.js';
import type { Dossier } from '../dossier/state.js';
import { givenUp } from './round.js';

/** What was stated since a consultation goes on that is given up now goes with it. */
const statementsLeft = ({ rounds, statements }: Dossier): Dossier['statements'] => {
  const last = rounds.findLastIndex(({ state }) => state === 'CONCLUDED');
  const first = rounds.slice(last + 1).find(({ state }) => state !== 'ABANDONED');
  return first ? statements.filter(({ at }) => at !== undefined && at < first.openedAt) : statements;
};

/** A consultation that is given up, or a dossier that is returned or ends, takes its running round with it. */
export const withoutRound = (dossier: Dossier): Dossier => ({
  ...dossier,
  rounds: givenUp(dossier.rounds),
  statements: statementsLeft(dossier),
  clocks: forgetPaused(dossier),
});
