import { Problem } from '#contracts';
import { guardRefused } from '../dossier/refusals.js';
import type { Dossier } from '../dossier/state.js';
import { runningRound, type Round, type Stand } from './round.js';

/** The round that runs, which is the one of that number when it is given. Throws guard-refused. */
export const requireRound = (dossier: Dossier, roundNo?: number): Round => {
  const round = runningRound(dossier.rounds);
  if (!round) throw guardRefused('open-round', 'No round is running.');
  if (roundNo === undefined || round.no === roundNo) return round;
  throw guardRefused('open-round', `roundNo: round ${round.no} is running, not round ${roundNo}.`);
};

/** The same, and it does not stand still. */
export const requireMovingRound = (dossier: Dossier, roundNo?: number): Round => {
  const round = requireRound(dossier, roundNo);
  if (round.state !== 'SUSPENDED') return round;
  throw guardRefused('round-suspended', `Round ${round.no} is suspended; it goes on by ResumeRound.`);
};

/** What the organ is in the round. Throws not-permitted when it takes no part. */
export const requireStand = (round: Round, organ: string): Stand => {
  const stand = round.stands.find((one) => one.organ === organ);
  if (stand && !stand.released) return stand;
  const detail = stand ? 'was found not competent in' : 'takes no part in';
  throw new Problem('not-permitted', `${organ} ${detail} round ${round.no}.`, { rule: 'participant' });
};
