import { guardRefused } from '../dossier/refusals.js';
import type { Dossier } from '../dossier/state.js';
import { transition } from '../dossier/transition.js';
import type { Decision, Setting } from '../setting.js';
import { returnOf } from './returns.js';
import type { Round } from './round.js';
import { requireMovingRound, requireStand } from './running.js';

/** 回答の決裁: the ministry's own approval of what its hub returns. */
export const approveReturn: Decision<'ApproveReturn'> = (dossier, command, setting) => {
  transition(dossier, command, setting);
  const { roundNo, organ } = command.data;
  requireStand(requireMovingRound(dossier, roundNo), organ);
  return [{ type: 'ReturnApproved', data: { roundNo, organ } }];
};

/** Where the cabinet asks for it, a return goes out as it was approved, and once. */
export const requireApproved = (
  dossier: Dossier,
  round: Round,
  organ: string,
  { cabinet }: Setting,
): void => {
  if (!cabinet.policy.returnsNeedApproval) return;
  if (requireStand(round, organ).approvedReturn === returnOf(dossier, organ)) return;
  throw guardRefused(
    'return-approved',
    `A MIN_APPROVER of ${organ} approves the return first (ApproveReturn), after its last comment or position.`,
  );
};
